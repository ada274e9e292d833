"""Tables among the passages of a document: a header, and rows as wide as it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from core.graph.sources import Passage
from core.llm.template.amounts import number

_NUMERIC = re.compile(
    r"^[~≈<>]?\s?(?:[$€£¥]|usd|eur|chf|gbp)?\s?([+-]?\d[\d.,]*)\s?(k|m|tsd|mio|万)?\s?[^\d]{0,12}$",
    re.IGNORECASE,
)
_SCALE = {"k": 1e3, "tsd": 1e3, "m": 1e6, "mio": 1e6, "万": 1e4}
_BAR = re.compile(r"\s*\|\s*")
_RULE = re.compile(r"^[\s|:+-]+$")
_MAX_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its passage and its cells."""

    passage: Passage
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows under it, all as wide as the header."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]


def tables_of(passages: Sequence[Passage]) -> Iterator[Table]:
    """The tables among passages: the sheets of a file, or the lines of a text that are parted by bars."""
    rows = [passage for passage in passages if passage.location.place == "row"]
    for _, sheet in groupby(rows, key=lambda passage: passage.location.sheet):
        yield from _table([Row(passage, tuple(passage.text.split(", "))) for passage in sheet])
    lines = [p for p in passages if p.location.place != "row" and p.text.count("|") > 1]
    yield from _table(
        [Row(p, tuple(_BAR.split(p.text.strip(" |")))) for p in lines if not _RULE.match(p.text)]
    )


def value(cell: str) -> float | None:
    """The number that a cell holds, whatever its currency or unit; None for text."""
    match = _NUMERIC.match(cell)
    if match is None:
        return None
    sign = -1.0 if match.group(1).startswith("-") else 1.0
    return sign * number(match.group(1)) * _SCALE.get((match.group(2) or "").casefold(), 1.0)


def _table(rows: Sequence[Row]) -> Iterator[Table]:
    """The table whose header is its first row; none where that row holds numbers, or stands alone."""
    if len(rows) < 2 or not 1 < len(rows[0].cells) <= _MAX_COLUMNS:  # noqa: PLR2004  a header and a row, two columns
        return
    header = rows[0].cells
    if any(value(cell) is not None for cell in header):
        return
    width = len(header)
    whole = [row for row in rows[1:] if len(row.cells) == width]
    numeric = [i for i in range(width) if whole and all(value(row.cells[i]) is not None for row in whole)]
    fitted = (_fitted(row, width, numeric) for row in rows[1:])
    yield Table(header, tuple(row for row in fitted if row is not None))


def _fitted(row: Row, width: int, numeric: Sequence[int]) -> Row | None:
    """A row made as wide as its header: empty cells were cut off its end, or its last cell holds commas."""
    cells = (*row.cells, *[""] * (width - len(row.cells)))
    if len(cells) > width:
        cells = (*cells[: width - 1], ", ".join(cells[width - 1 :]))
        if not numeric or any(value(cells[i]) is None for i in numeric):
            return None
    return Row(row.passage, cells)
