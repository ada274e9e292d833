"""The colours of a picture, in light and in dark.

Blue and orange stay apart for every common form of colour blindness; shapes (disc, square, diamond) and
dashes say the same again, so that nothing is told by colour alone. Text keeps a contrast of at least 4.5 : 1
(WCAG 2.2, 1.4.3), lines and marks of at least 3 : 1 (1.4.11).
"""

from __future__ import annotations

from core.graph.model import NodeKind

Fill = tuple[str, str, str]  # background, text, border
Palette = dict[str, str | Fill]

OTHER = "other"  # a node of a kind that no rule knows

LIGHT: Palette = {
    "page": "#FFFFFF",
    "ink": "#1B1F24",
    "quiet": "#57606A",
    "rule": "#D0D7DE",
    "rail": "#7D8793",
    "good": "#0A58B5",
    "bad": "#C9480B",
    "neutral": "#57606A",
    "gone": "#848E9B",
    "mark": "#FFD33D",
    "on_mark": "#1B1F24",
    NodeKind.GOAL: ("#4C3A8E", "#FFFFFF", "#4C3A8E"),
    NodeKind.DECISION: ("#EEF2FB", "#1B1F24", "#8FA6D8"),
    NodeKind.OPTION: ("#FFFFFF", "#1B1F24", "#7D8793"),
    NodeKind.OUTCOME: ("#F0F6F3", "#1B1F24", "#6F9A89"),
    NodeKind.RISK: ("#FFF7ED", "#1B1F24", "#C98A45"),
    NodeKind.FACTOR: ("#F6F8FA", "#1B1F24", "#8C96A3"),
    OTHER: ("#F6F8FA", "#1B1F24", "#8C96A3"),
}

DARK: Palette = {
    "page": "#1A1D21",
    "ink": "#E8EAED",
    "quiet": "#A5ADB8",
    "rule": "#3A414A",
    "rail": "#7A8490",
    "good": "#7CC4FF",
    "bad": "#F58634",
    "neutral": "#B4BCC6",
    "gone": "#7A8490",
    "mark": "#E3B341",
    "on_mark": "#1A1D21",
    NodeKind.GOAL: ("#6652B3", "#FFFFFF", "#8C7AD6"),
    NodeKind.DECISION: ("#252D3D", "#E8EAED", "#5E7CBF"),
    NodeKind.OPTION: ("#22262B", "#E8EAED", "#7A8490"),
    NodeKind.OUTCOME: ("#1E2B27", "#E8EAED", "#5E8F7C"),
    NodeKind.RISK: ("#33271A", "#E8EAED", "#A8743A"),
    NodeKind.FACTOR: ("#24282D", "#E8EAED", "#77818D"),
    OTHER: ("#24282D", "#E8EAED", "#77818D"),
}
