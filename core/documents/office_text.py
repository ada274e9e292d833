"""The paragraphs and table rows of an Office XML tree, in reading order; Word and PowerPoint share it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from core.documents.clean import clean, one_line


class Element(Protocol):
    """What is used of an element of lxml."""

    tag: object
    text: str | None

    def __iter__(self) -> Iterator[Element]:
        """The elements inside, in order."""


# Deleted or moved text, the second copy of what newer programs draw otherwise, and page numbers.
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "fld", "instrText"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def blocks(element: Element) -> Iterator[tuple[str, bool]]:
    """Each paragraph's and each table row's cleaned text (it may be empty), and whether it is a row.

    A row's cells are joined by ", ".
    """
    for child in element:
        name = _name(child)
        if name == "p":
            yield clean("".join(_texts(child))).strip(), False
        elif name == "tr":
            cells = [" ".join(_cell(cell)) for cell in child if _name(cell) == "tc"]
            yield ", ".join(cells).rstrip(", "), True
        elif name not in _UNSEEN:
            yield from blocks(child)


def _cell(cell: Element) -> Iterator[str]:
    """The paragraphs of a cell, and of any table inside it, each on one line."""
    return (line for text, _ in blocks(cell) if (line := one_line(text)))


def _texts(element: Element) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name == "p":  # a text box inside a paragraph
            yield "\n"
            yield from _texts(child)
        elif name not in _UNSEEN:
            yield from _texts(child)


def _name(element: Element) -> str:
    """The tag without its namespace; "" for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
