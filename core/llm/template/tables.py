"""Tables read by their header: options in rows or in columns, compared by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from core.graph.sources import Passage
from core.llm.template.clauses import number
from core.llm.template.lexicon import Lexicon, Role
from core.llm.template.mentions import OptionMatcher, shares
from core.llm.template.signals import Basis, Signal

_NUMERIC = re.compile(
    r"^[~≈<>]?\s?(?:[$€£¥]|usd|eur|chf|gbp)?\s?([+-]?\d[\d.,]*)\s?(k|m|tsd|mio|万)?\s?[^\d]{0,12}$",
    re.IGNORECASE,
)
_SCALE = {"k": 1e3, "tsd": 1e3, "m": 1e6, "mio": 1e6, "万": 1e4}
_PIPE = re.compile(r"\s*\|\s*")
_RULE = re.compile(r"^[\s|:+-]+$")
_LEVELS = (1.0, 2.0, 3.0)  # of cells that read low, medium, high
_SAME = 0.02  # relative difference under which two numbers are taken as equal
_MAX_COLUMNS = 40
_CERTAINTY = 1.0

Columns = Mapping[int, tuple[str, int]]  # column → outcome, and -1 where the column counts against it


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


@dataclass(frozen=True, slots=True)
class _Cell:
    """One value that a table gives an option for an outcome."""

    option: int
    outcome: str
    polarity: int
    value: float
    written: str
    column: str
    row: Row
    share: float
    unit: frozenset[str]


def tables_of(passages: Sequence[Passage]) -> Iterator[Table]:
    """The tables among passages: the sheets of a file, or the lines of a text that are parted by bars."""
    rows = [p for p in passages if p.location.place == "row"]
    for _, sheet in groupby(rows, key=lambda passage: passage.location.sheet):
        yield from _table([Row(p, _cells(p.text)) for p in sheet])
    lines = [p for p in passages if p.location.place != "row" and p.text.count("|") > 1]
    barred = [
        Row(p, tuple(_PIPE.split(p.text.strip().strip("|").strip())))
        for p in lines
        if not _RULE.match(p.text)
    ]
    yield from _table(barred)


def _cells(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in text.split(", "))


def _table(rows: Sequence[Row]) -> Iterator[Table]:
    """The table whose header is its first row; none where that row holds numbers, or stands alone."""
    if len(rows) < 2 or not 1 < len(rows[0].cells) <= _MAX_COLUMNS:  # noqa: PLR2004  a header and a row, two columns
        return
    header = rows[0].cells
    if any(_NUMERIC.match(cell) for cell in header):
        return
    yield Table(header, tuple(row for row in rows[1:] if len(row.cells) == len(header)))


def read_table(
    table: Table, document: str, matcher: OptionMatcher, words: Lexicon, outcomes: Sequence[str]
) -> list[Signal]:
    """What the numbers of a table say; where several options have one, they are compared."""
    cells = list(_by_row(table, matcher, words, outcomes)) or list(
        _by_column(table, matcher, words, outcomes)
    )
    best: dict[tuple[int, str], _Cell] = {}
    for cell in cells:
        held = best.get((cell.option, cell.outcome))
        if held is None or cell.share > held.share:
            best[cell.option, cell.outcome] = cell
    signals: list[Signal] = []
    for outcome in dict.fromkeys(key[1] for key in best):
        same = [cell for cell in best.values() if cell.outcome == outcome]
        signals += [_signal(cell, same, document) for cell in same]
    return signals


def _by_row(table: Table, matcher: OptionMatcher, words: Lexicon, outcomes: Sequence[str]) -> Iterator[_Cell]:
    """Options down the side, outcomes along the top."""
    columns = {i: found for i, cell in enumerate(table.header) if (found := _outcome(cell, words, outcomes))}
    if not columns:
        return
    for row in table.rows:
        text = " . ".join(cell for cell in row.cells if not _NUMERIC.match(cell))
        named = _named(text, matcher, words)
        if len(named) != 1:
            continue
        option, share = next(iter(named.items()))
        for i, (outcome, polarity) in columns.items():
            value = _value(row.cells[i], words)
            if value is not None:
                unit = _unit(text, words)
                yield _Cell(option, outcome, polarity, value, row.cells[i], table.header[i], row, share, unit)


def _by_column(
    table: Table, matcher: OptionMatcher, words: Lexicon, outcomes: Sequence[str]
) -> Iterator[_Cell]:
    """Outcomes down the side, options along the top."""
    columns: dict[int, tuple[int, float]] = {}
    for i, cell in enumerate(table.header[1:], start=1):
        named = _named(cell, matcher, words)
        if len(named) == 1:
            columns[i] = next(iter(named.items()))
    if len({option for option, _ in columns.values()}) < 2:  # noqa: PLR2004  a comparison needs two
        return
    for row in table.rows:
        found = _outcome(row.cells[0], words, outcomes)
        if found is None:
            continue
        for i, (option, share) in columns.items():
            value = _value(row.cells[i], words)
            if value is not None:
                yield _Cell(option, *found, value, row.cells[i], row.cells[0], row, share, frozenset())


def _named(text: str, matcher: OptionMatcher, words: Lexicon) -> dict[int, float]:
    """The option that a cell names; where several are named, only the one named best."""
    stems = words.stemmer.stems(text)
    named = shares(matcher.find(stems, words.scan(stems)), stems)
    top = max(named.values(), default=0.0)
    return {option: share for option, share in named.items() if share == top}


def _outcome(cell: str, words: Lexicon, outcomes: Sequence[str]) -> tuple[str, int] | None:
    """The outcome that a header measures, the more specific term first; -1 where it counts the opposite."""
    polarity = {Role.NOUN: 1, Role.UP: 1, Role.DOWN: -1}
    found = [
        (hit.start - hit.end, meaning.faint, outcomes.index(meaning.key), meaning.key, polarity[meaning.role])
        for hit in words.scan(words.stemmer.stems(cell))
        for meaning in hit.meanings
        if meaning.role in polarity and meaning.key in outcomes
    ]
    return min(found)[3:] if found else None


def _value(cell: str, words: Lexicon) -> float | None:
    """The number of a cell, or that of a level such as "high"; None for any other text."""
    match = _NUMERIC.match(cell)
    if match:
        sign = -1.0 if match.group(1).startswith("-") else 1.0
        return sign * number(match.group(1)) * _SCALE.get((match.group(2) or "").casefold(), 1.0)
    return next(
        (value for value, level in zip(_LEVELS, words.levels, strict=True) if cell.casefold() in level), None
    )


def _unit(text: str, words: Lexicon) -> frozenset[str]:
    """The words that make a row's number one per something: rows that differ in them are not compared."""
    stems = words.stemmer.stems(text)
    return frozenset(stems[h.start] for h in words.scan(stems) for m in h.meanings if m.key == "rate")


def _signal(cell: _Cell, same: Sequence[_Cell], document: str) -> Signal:
    """The signal of one cell beside those of the other options."""
    others = [other for other in same if other.option != cell.option and other.unit == cell.unit]
    reference = sum(other.value for other in others) / len(others) if others else 0.0
    largest = max(abs(cell.value), abs(reference))
    difference = (cell.value - reference) / largest if others and largest else 0.0
    compared = bool(others)
    level = abs(difference) < _SAME
    direction = cell.polarity * (1 if difference > 0 else -1) if compared else 0
    values = ", ".join(f"{c.written}" for c in (cell, *others)[:4])
    return Signal(
        option=cell.option,
        outcome=cell.outcome,
        document=document,
        passage=cell.row.passage.number,
        basis=Basis.COMPARED if compared else Basis.MENTIONED,
        direction=direction,
        force=0.05 if level else min(0.2 + 0.6 * abs(difference), 0.8),
        certainty=_CERTAINTY,
        relevance=cell.share,
        column=cell.column,
        values=values,
    )
