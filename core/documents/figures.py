"""Describes the columns of a table: how many numbers, their mean, median and 90th percentile."""

from __future__ import annotations

import math
import re
from array import array
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from core.documents.clean import clean

Value = float | str | None  # of a cell: a number, something else, nothing

HEADER = 80  # characters of a column's name
SHARE = 0.8  # of a column's cells that must be numbers
LISTED = 40  # columns described
FIRST_YEAR, LAST_YEAR = 1900, 2100  # numbers that name columns

_NUMBER = re.compile(
    r"\(?[-+−]?[$€£¥]?\s?[-+−]?"
    r"(?:\d{1,3}(?:[,. \u00a0\u202f'’]\d{3})+|\d+)?(?:[.,]\d+)?(?:[eE][-+]?\d+)?"
    r"\s?[%$€£¥]?\)?"
)
_DIGIT = re.compile(r"\d")
_LONGEST = 40  # characters of a number
_SIGNS = re.compile(r"[()\s$€£¥%'’+]")


def value(text: str, *, comma: bool) -> Value:
    """What a cell's text stands for; `comma` says that a comma separates the decimals."""
    if _DIGIT.search(text) is None:
        return text.strip() or None
    if not (comma and "." in text):
        try:
            plain = float(text)
        except ValueError:
            pass
        else:
            return plain if math.isfinite(plain) and "_" not in text else text
    found = number(text, comma=comma)
    return found if found is not None else text.strip() or None


def number(text: str, *, comma: bool) -> float | None:
    """The number that a text with a digit shows, be it with a currency, per cent or thousands, else None."""
    text = text.strip()
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
        return None
    digits = _SIGNS.sub("", text).replace("−", "-")
    digits = digits.replace(".", "").replace(",", ".") if comma else digits.replace(",", "")
    try:
        found = float(digits)
    except ValueError:
        return None
    if not math.isfinite(found):
        return None
    return -found if text[0] == "(" and text[-1] == ")" else found


def name(text: str, place: int) -> str:
    """A column's name as one clean line of at most 80 characters; its place, from 1, if it has none."""
    return " ".join(clean(text).split())[:HEADER].strip() or f"column {place}"


class Column:
    """The numbers of one column, and how many other cells it has.

    All numbers are kept, for the median: a file of 25 MB has at most 100 MB of them.
    """

    __slots__ = ("others", "values")

    def __init__(self) -> None:
        self.values = array("d")
        self.others = 0

    def count(self, values: Iterable[Value]) -> None:
        """Take in what some cells stand for."""
        for value in values:
            if isinstance(value, str):
                self.others += 1
            elif value is not None:
                self.values.append(value)

    def count_texts(self, cells: Sequence[str], *, comma: bool) -> None:
        """Take in some cells by their texts; where all are plain numbers, in a fifth of the time."""
        numbers = None if comma else _plain(cells)
        if numbers is None:
            self.count(value(cell, comma=comma) for cell in cells)
        else:
            self.values.extend(numbers)

    @property
    def is_numeric(self) -> bool:
        """True when at least four in five of its filled cells are numbers."""
        filled = len(self.values) + self.others
        return bool(self.values) and len(self.values) >= SHARE * filled

    def describe(self) -> str:
        """Count, mean, p50 and p90 (nearest rank)."""
        values = sorted(self.values)
        count = len(values)
        mean = math.fsum(values) / count
        p50, p90 = (values[math.ceil(share * count) - 1] for share in (0.5, 0.9))
        return f"count {count}, mean {_figure(mean)}, p50 {_figure(p50)}, p90 {_figure(p90)}"


def is_header(values: Sequence[Value]) -> bool:
    """True when a first row names the columns: at most half its cells are numbers, or they are years."""
    numbers = [value for value in values if isinstance(value, float)]
    years = sum(value.is_integer() and FIRST_YEAR <= value <= LAST_YEAR for value in numbers)
    return len(numbers) <= len(values) / 2 or years == len(numbers) < len(values)


class Table:
    """What is known of a table's columns while its rows go by, from the first on."""

    def __init__(self, cells: Sequence[str], values: Sequence[Value]) -> None:
        has_header = is_header(values)
        self.names = [name(text if has_header else "", place) for place, text in enumerate(cells, 1)]
        self.columns = [Column() for _ in cells]
        self.rows = 0
        if not has_header:
            self.count(values)

    def count(self, values: Iterable[Value]) -> None:
        """Take in one row."""
        self.rows += 1
        for column, value in zip(self.columns, values, strict=False):
            column.count((value,))

    def count_texts(self, rows: Sequence[Sequence[str]], *, comma: bool) -> None:
        """Take in rows by the texts of their cells."""
        self.rows += len(rows)
        cells = zip_longest(*rows, fillvalue="")
        for column, texts in zip(self.columns, cells, strict=False):
            column.count_texts(texts, comma=comma)

    def describe(self) -> str:
        """Rows and columns, then a line for each numeric column."""
        many = "" if len(self.names) <= LISTED else f" and {len(self.names) - LISTED} more"
        rows = f"{self.rows} row{'' if self.rows == 1 else 's'}"
        columns = f"{len(self.names)} column{'' if len(self.names) == 1 else 's'}"
        lines = [f"{rows}, {columns}: {', '.join(self.names[:LISTED])}{many}"]
        numeric = [pair for pair in zip(self.names, self.columns, strict=True) if pair[1].is_numeric]
        lines += [f"{name}: {column.describe()}" for name, column in numeric[:LISTED]]
        return "\n".join(lines)


def _plain(cells: Sequence[str]) -> list[float] | None:
    """The numbers of these cells, if each is written as Python writes one."""
    try:
        numbers = list(map(float, cells))
    except ValueError:
        return None
    return numbers if math.isfinite(sum(numbers)) and "_" not in "".join(cells) else None


def _figure(number: float) -> str:
    return f"{number:.0f}" if number.is_integer() and abs(number) < 1e15 else f"{number:.6g}"  # noqa: PLR2004  exact below
