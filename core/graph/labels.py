"""Labels as they are compared and as they stand in a sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from core.graph.model import MAX_LABEL, Node

_EDGES = " .,;:!?…\"'“”‘’«»„"


def likeness(label: str) -> str:
    """What two labels share when they say the same: case, spacing and outer punctuation put aside.

    Signs inside a label stay, since they can be all that differs: "price +5%" is not "price -5%", and
    C++ is not C#. Empty when nothing is left to compare.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", label).casefold())
    return " ".join(folded.split()).strip(_EDGES)


def on_one_line(text: str) -> str:
    """The text on one line, cut to the length of a label."""
    line = " ".join(text.split())
    return line if len(line) <= MAX_LABEL else line[: MAX_LABEL - 1] + "…"


def quoted(text: str) -> str:
    """The text on one line, in curly quotes, cut to the length of a label."""
    return f"“{on_one_line(text)}”"


def label_of(node: Node) -> str:
    """What a node is called: its label, or its id while it has none."""
    return node.label.strip() or node.id


def named(node: Node) -> str:
    """A node as a sentence names it, in quotes."""
    return quoted(label_of(node))


def linked(src: str, dst: str) -> str:
    """A link as a sentence names it, from the labels of its ends: “A → B”."""
    return f"“{on_one_line(src)} → {on_one_line(dst)}”"


def listed(names: Sequence[str]) -> str:
    """Names in a row as a sentence has them: a, b and c."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
