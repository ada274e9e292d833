"""Labels as they are compared and as they stand in a sentence."""

from __future__ import annotations

import unicodedata

from core.graph.model import MAX_LABEL, Node

_EDGES = " .,;:!?…\"'“”‘’«»„"


def likeness(label: str) -> str:
    """What two labels share when they say the same: case, spacing and outer punctuation put aside.

    Signs inside a label stay, since they can be all that differs: "price +5 %" is not "price -5 %", and
    C++ is not C#. Empty when nothing is left to compare.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", label).casefold())
    return " ".join(folded.split()).strip(_EDGES)


def quoted(text: str) -> str:
    """The text on one line, in curly quotes, cut to the length of a label."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= MAX_LABEL else line[: MAX_LABEL - 1] + '…'}”"


def named(node: Node) -> str:
    """A node as a sentence names it: its label in quotes, or its id while it has none."""
    return quoted(node.label if node.label.strip() else node.id)


def linked(src: str, dst: str) -> str:
    """A link as a sentence names it, from the labels of its ends: “A → B”."""
    return f"“{quoted(src)[1:-1]} → {quoted(dst)[1:-1]}”"
