"""Options compared by the numbers that a table gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from core.llm.template.lexicon import Lexicon, Role, lexicon
from core.llm.template.mentions import OptionMatcher, shares
from core.llm.template.signals import Basis, Signal
from core.llm.template.tables import Row, Table, value
from core.llm.template.words import FALLBACK

_LEVELS = (1.0, 2.0, 3.0)  # of cells that read low, medium, high
_SAME = 0.002  # relative difference under which two numbers are taken as equal
_LEAST, _SPREAD, _MOST = 0.1, 0.7, 0.8  # force: the least, what a full difference adds, the most
_SHOWN = 4  # values named in a reason
_POLARITY = {Role.NOUN: 1, Role.UP: 1, Role.DOWN: -1}

_PER = re.compile(r"\s?/\s?[^\W\d_]+")  # of "Rent/month", which measures no months


@dataclass(frozen=True, slots=True)
class _Meant:
    """The outcome that a header measures; `polarity` is -1 where it counts the opposite, such as savings."""

    outcome: str
    polarity: int
    closeness: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """One value that a table gives an option for an outcome."""

    option: int
    share: float
    meant: _Meant
    value: float
    written: str
    column: str
    row: Row
    unit: frozenset[str] = frozenset()


def read_table(
    table: Table, document: str, matcher: OptionMatcher, words: Lexicon, outcomes: Sequence[str]
) -> list[Signal]:
    """What a table says: options in rows or in columns, each outcome by the column that tells most of it."""
    columns: dict[str, dict[str, dict[int, _Cell]]] = {}
    for cell in list(_by_row(table, matcher, words, outcomes)) or _by_column(table, matcher, words, outcomes):
        best = columns.setdefault(cell.meant.outcome, {}).setdefault(cell.column, {})
        if cell.option not in best or cell.share > best[cell.option].share:
            best[cell.option] = cell
    signals: list[Signal] = []
    for candidates in columns.values():
        cells = max((list(column.values()) for column in candidates.values()), key=_telling)
        found = (_signal(cell, cells, document) for cell in cells)
        signals += [signal for signal in found if signal is not None]
    return signals


def _telling(cells: Sequence[_Cell]) -> tuple[int, bool, int]:
    """How much a column says: of how many options, whether they differ, how closely it names the outcome."""
    return len(cells), len({cell.value for cell in cells}) > 1, cells[0].meant.closeness


def _by_row(table: Table, matcher: OptionMatcher, words: Lexicon, outcomes: Sequence[str]) -> Iterator[_Cell]:
    """Options down the side, outcomes along the top."""
    columns = [(i, meant) for i, cell in enumerate(table.header) if (meant := _meant(cell, words, outcomes))]
    for row in table.rows if columns else ():
        text = " . ".join(cell for cell in row.cells if value(cell) is None)
        named = _named(text, matcher, words) or _named(" . ".join(row.cells), matcher, words)
        if named is None:
            continue
        option, share = named
        unit = _unit(row.cells, words)
        for i, meant in columns:
            amount = _amount(row.cells[i], words)
            if amount is not None:
                yield _Cell(
                    option=option,
                    share=share,
                    meant=meant,
                    value=amount,
                    written=row.cells[i],
                    column=table.header[i],
                    row=row,
                    unit=unit,
                )


def _by_column(
    table: Table, matcher: OptionMatcher, words: Lexicon, outcomes: Sequence[str]
) -> Iterator[_Cell]:
    """Outcomes down the side, options along the top."""
    heads = [(i, _named(cell, matcher, words)) for i, cell in enumerate(table.header) if i]
    columns = [(i, *named) for i, named in heads if named is not None]
    if len({option for _, option, _ in columns}) < 2:  # noqa: PLR2004  a comparison needs two
        return
    for row in table.rows:
        meant = _meant(row.cells[0], words, outcomes)
        for i, option, share in columns if meant else ():
            amount = _amount(row.cells[i], words)
            if amount is not None and meant is not None:
                yield _Cell(
                    option=option,
                    share=share,
                    meant=meant,
                    value=amount,
                    written=row.cells[i],
                    column=row.cells[0],
                    row=row,
                )


def _named(text: str, matcher: OptionMatcher, words: Lexicon) -> tuple[int, float] | None:
    """The one option that a text names best, with the share of its words; None for none, or two alike."""
    stems = words.stemmer.stems(text)
    named = shares(matcher.find(stems), stems)
    top = max(named.values(), default=0.0)
    best = [(option, share) for option, share in named.items() if share == top]
    return best[0] if len(best) == 1 else None


def _meant(header: str, words: Lexicon, outcomes: Sequence[str]) -> _Meant | None:
    """The outcome that a header measures: by its longest term, the plainest and the first of equals.

    Headers are often in English whatever the language of the file.
    """
    return _meant_in(header, words, outcomes) or _meant_in(header, lexicon(FALLBACK), outcomes)


def _meant_in(header: str, words: Lexicon, outcomes: Sequence[str]) -> _Meant | None:
    found = [
        (hit.start - hit.end, meaning.faint, hit.start, outcomes.index(meaning.key), meaning)
        for hit in words.scan(words.stemmer.stems(_PER.sub(" ", header)))
        for meaning in hit.meanings
        if meaning.role in _POLARITY and meaning.key in outcomes
    ]
    if not found:
        return None
    length, faint, _, _, meaning = min(found, key=lambda item: item[:4])
    return _Meant(meaning.key, _POLARITY[meaning.role], -length - faint)


def _amount(cell: str, words: Lexicon) -> float | None:
    """The number of a cell, or that of a level such as "high"; None for any other text."""
    amount = value(cell)
    if amount is not None:
        return amount
    levels = zip(_LEVELS, words.levels, strict=True)
    return next((amount for amount, level in levels if cell.casefold() in level), None)


def _unit(cells: Sequence[str], words: Lexicon) -> frozenset[str]:
    """The words that make a row's numbers one per something; rows that differ in them are not compared."""
    stems = words.stemmer.stems(" . ".join(takewhile(lambda cell: value(cell) is None, cells)))
    return frozenset(stems[h.start] for h in words.scan(stems) for m in h.meanings if m.key == "rate")


def _signal(cell: _Cell, column: Sequence[_Cell], document: str) -> Signal | None:
    """One cell beside those of the other options; None where they are as good as equal."""
    others = [other for other in column if other.option != cell.option and other.unit == cell.unit]
    reference = sum(other.value for other in others) / len(others) if others else 0.0
    largest = max(abs(cell.value), abs(reference))
    difference = (cell.value - reference) / largest if largest else 0.0
    if others and abs(difference) < _SAME:
        return None
    direction = cell.meant.polarity * (1 if difference > 0 else -1)
    return Signal(
        option=cell.option,
        outcome=cell.meant.outcome,
        document=document,
        passage=cell.row.passage.number,
        basis=Basis.COMPARED if others else Basis.MENTIONED,
        direction=direction if others else 0,
        force=min(_LEAST + _SPREAD * abs(difference), _MOST),
        certainty=1.0,
        relevance=cell.share,
        column=cell.column,
        values=", ".join(other.written for other in (cell, *others)[:_SHOWN]),
    )
