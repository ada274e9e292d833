"""Reads tables kept as text, csv and tsv: one passage a row, and a summary of the columns."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence

from core.documents.clean import one_line
from core.documents.decode import read_text
from core.documents.extract import Extract
from core.documents.figures import Table, value
from core.documents.limits import CELL, COLUMNS, LINE, TABLE_ROWS
from core.documents.refusals import Refused

_SAMPLE = 65_536  # characters
_SAMPLE_ROWS = 60
_END = "\x1f"  # stands after the last row; no cleaned text contains it
_TOGETHER = 1_000  # rows counted at once
_LONGEST_CELL = 1 << 17  # characters; more is a quote that was never closed
_DECIMAL_COMMA = re.compile(r"\d,\d{1,2}\b")
_DECIMAL_POINT = re.compile(r"\d\.\d{1,2}\b")


def delimiter(sample: str) -> str:
    """The character that cuts the most rows into the same number of cells, several if possible."""
    best, best_score = ",", 0.0
    for candidate in ",;\t|":
        rows = [row for row in csv.reader(sample.split("\n")[:_SAMPLE_ROWS], delimiter=candidate) if row]
        if not rows:
            continue
        width, share = Counter(map(len, rows)).most_common(1)[0]
        score = share / len(rows) * (1 + min(width, 50) / 50) if width > 1 else 0.1
        if score > best_score + 1e-9:
            best, best_score = candidate, score
    return best


def row_text(cells: Sequence[str]) -> str:
    """A row as it is cited: its cells joined by ", ", without the empty ones at its end."""
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return ", ".join(cells[:end])


def read(path: str, extract: Extract) -> None:
    """Add a table's rows, numbered from 1 for the header; those beyond what is quoted are still counted."""
    text = read_text(path)
    first = text.find("\n")
    if first > LINE or (first < 0 and len(text) > LINE):
        raise Refused("not_a_table")
    _Rows(text, extract).read()


class _Rows:
    """The rows of one table on their way into the extract."""

    def __init__(self, text: str, extract: Extract) -> None:
        sample = text[:_SAMPLE]
        self._delimiter = delimiter(sample)
        commas, points = (len(found.findall(sample)) for found in (_DECIMAL_COMMA, _DECIMAL_POINT))
        self._comma = self._delimiter in ";\t" and commas > points
        self._text = text
        self._extract = extract
        self._table: Table | None = None
        self._waiting: list[list[str]] = []
        self._widest = 0
        self._has_long_cells = False

    def read(self) -> None:
        csv.field_size_limit(_LONGEST_CELL)
        lines = io.StringIO(self._text.rstrip("\n") + f"\n{_END}", newline="")
        last = shown = 0
        try:
            for number, row in enumerate(csv.reader(lines, delimiter=self._delimiter), 1):
                if row == [_END]:
                    break
                if number > TABLE_ROWS:
                    self._extract.warn(f"only the first {TABLE_ROWS:,} rows were read")
                    break
                last = number
                if any(map(str.strip, row)):
                    self._take(row, number)
                if not self._extract.full:
                    shown = number
            else:  # the mark of the end is inside the last row
                self._extract.warn(f"a quote opened in row {last} is never closed")
        except csv.Error:
            self._extract.warn(
                f"reading stopped at row {last + 1}, whose cells are too long (an open quote?)"
            )
        self._conclude(last, shown)

    def _take(self, row: list[str], number: int) -> None:
        """Quote a row while there is room, and count it, together with others."""
        self._widest = max(self._widest, len(row))
        row = row[:COLUMNS]
        if not self._extract.full:
            self._extract.add(row_text(self._shown(row)), "row", number)
        if self._table is None:
            self._table = Table(row, [value(cell, comma=self._comma) for cell in row])
            return
        self._waiting.append(row)
        if len(self._waiting) >= _TOGETHER:
            self._count(self._table)

    def _count(self, table: Table) -> None:
        table.count_texts(self._waiting, comma=self._comma)
        self._waiting.clear()

    def _shown(self, row: list[str]) -> list[str]:
        if any(len(cell) > CELL for cell in row):
            self._has_long_cells = True
            row = [cell[:CELL] for cell in row]
        return [one_line(cell) for cell in row]

    def _conclude(self, rows: int, shown: int) -> None:
        if self._widest > COLUMNS:
            self._extract.warn(f"only the first {COLUMNS} of {self._widest:,} columns were read")
        if self._has_long_cells:
            self._extract.warn(f"cells were cut after {CELL:,} characters")
        if shown < rows:
            self._extract.warn(
                f"only the first {shown:,} of {rows:,} rows can be quoted; the summary has all"
            )
        if self._table is not None:
            self._count(self._table)
            self._extract.summary = self._table.describe()
