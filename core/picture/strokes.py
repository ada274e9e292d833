"""How a link looks: width is how strong, dash is how sure, colour and mark are which way."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from core.graph.model import Better, Edge, Node, NodeKind

Tone = Literal["good", "bad", "neutral"]
Sign = Literal["plus", "minus", "none"]
Dash = Literal["solid", "dashed", "dotted"]

SURE = 0.7  # belief from which a line is solid
UNSURE = 0.4  # belief from which it is dashed; dotted below
_THIN, _SPAN = 2.4, 8.0  # units of width for no strength, and added for full strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """Width in units; `tone` is what it does to what is wanted, `sign` whether it raises or lowers."""

    width: float
    dash: Dash
    tone: Tone
    sign: Sign
    percent: int | None


def is_polar(outcomes: tuple[Node, ...]) -> bool:
    """True when some outcome says which direction is wanted, so that links help or hurt."""
    return any(node.better in (Better.HIGHER, Better.LOWER) for node in outcomes)


def stroke(edge: Edge, target: Node, *, polar: bool) -> Stroke:
    """The look of a link; numbers out of range are drawn at the nearest end, missing ones as unknown."""
    weight = _clamped(edge.weight, -1, 1)
    sign: Sign = "none" if not weight else "plus" if weight > 0 else "minus"
    return Stroke(
        width=round(_THIN + _SPAN * abs(weight or 0), 2),
        dash=_dash(_clamped(edge.belief, 0, 1)),
        tone=_tone(sign, _wanted(target) if polar else "plus"),
        sign=sign,
        percent=percent(edge.belief),
    )


def percent(belief: float | None) -> int | None:
    """A belief as a whole percent, halves up; None when it is missing or no number."""
    known = _clamped(belief, 0, 1)
    return None if known is None else math.floor(known * 100 + 0.5)


def _clamped(number: float | None, low: float, high: float) -> float | None:
    if number is None or math.isnan(number):
        return None
    return min(high, max(low, number))


def _dash(belief: float | None) -> Dash:
    if belief is None or belief < UNSURE:
        return "dotted"
    return "solid" if belief >= SURE else "dashed"


def _wanted(target: Node) -> Sign:
    """The direction wanted of a node: an outcome says so, less of a risk is better, a factor has none."""
    if target.kind == NodeKind.RISK or target.better == Better.LOWER:
        return "minus"
    return "plus" if target.better == Better.HIGHER else "none"


def _tone(sign: Sign, wanted: Sign) -> Tone:
    if "none" in (sign, wanted):
        return "neutral"
    return "good" if sign == wanted else "bad"
