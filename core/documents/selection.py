"""Chooses the passages of files that fit a brief, within a budget of characters, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from core.documents.model import Reading
from core.documents.ranking import scores, terms
from core.graph.sources import Passage

PER_FILE = 5_000  # characters
TOTAL = 50_000  # characters
STRETCH = 900  # characters; long enough to tell what it is about, short enough to leave room for others
OPENING = 400  # characters that are always kept: a title, who wrote it, what it is
SMALLEST = 20  # characters; a room that no sentence fits into
HEADER_SHARE = 0.25  # of the budget: the most that one table's header takes


def choose(
    readings: Sequence[Reading], brief: str, per_file: int = PER_FILE, total: int = TOTAL
) -> tuple[tuple[Passage, ...], ...]:
    """The chosen passages of each reading, in the order of the readings; the total is shared evenly.

    What a short file leaves of its share goes to the others, up to `per_file` characters each.
    """
    needs = [min(per_file, reading.characters) for reading in readings]
    budgets = _shares(needs, total)
    return tuple(
        select(reading.passages, brief, budget) for reading, budget in zip(readings, budgets, strict=True)
    )


def select(passages: Sequence[Passage], brief: str, budget: int = PER_FILE) -> tuple[Passage, ...]:
    """Whole passages of at most `budget` characters together, in reading order.

    Kept first: the opening, and the header of each table of which rows are kept. Then the stretches of
    about 900 characters that fit the brief best; of those that no longer fit in, the passages that share
    a word with the brief; then the next best as far as there is room.
    """
    if sum(len(passage.text) for passage in passages) <= budget:
        return tuple(passages)
    choice = _Choice(passages, budget)
    for passage in _opening(passages):
        choice.add([passage])
    best_first = _ranked(_stretches(passages), brief)
    wanted = set(terms(brief))
    for score, stretch in best_first:
        if score <= 0 or choice.left < SMALLEST:
            break
        if not choice.add(stretch):
            for passage in stretch:
                if not wanted.isdisjoint(terms(passage.text)):
                    choice.add([passage])
    for passage in chain.from_iterable(stretch for _, stretch in best_first):
        if not choice.add([passage]):
            break
    return tuple(passage for passage in passages if passage.number in choice.numbers)


class _Choice:
    """The passages kept so far, and the characters left for others."""

    def __init__(self, passages: Sequence[Passage], budget: int) -> None:
        self.numbers: set[int] = set()
        self.left = budget
        self._headers = _headers(passages, int(budget * HEADER_SHARE))

    def add(self, passages: Iterable[Passage]) -> bool:
        """Keep these, with the headers of their tables, if there is room for all; else none of them."""
        wanted = list(passages)
        sheets = dict.fromkeys(passage.location.sheet for passage in wanted)
        wanted += [passage for sheet in sheets for passage in self._headers.get(sheet, ())]
        new = {p.number: len(p.text) for p in wanted if p.number not in self.numbers}
        cost = sum(new.values())
        if cost > self.left:
            return False
        self.left -= cost
        self.numbers |= new.keys()
        return True


def _opening(passages: Sequence[Passage]) -> list[Passage]:
    """The passages that hold the first 400 characters."""
    found: list[Passage] = []
    length = 0
    for passage in passages:
        if length >= OPENING:
            break
        found.append(passage)
        length += len(passage.text)
    return found


def _headers(passages: Sequence[Passage], room: int) -> dict[str | None, list[Passage]]:
    """The first row of each sheet, or of the table, as far as there is room for it."""
    headers: dict[str | None, list[Passage]] = {}
    for passage in passages:
        where = passage.location
        if where.place != "row":
            continue
        header = headers.setdefault(where.sheet, [])
        if header and (
            header[0].location != where or sum(len(p.text) for p in header) + len(passage.text) > room
        ):
            continue
        header.append(passage)
    return headers


def _stretches(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Neighbouring passages of one sheet, together of about 900 characters."""
    found: list[list[Passage]] = []
    length = 0
    for passage in passages:
        is_full = length + len(passage.text) > STRETCH
        if not found or is_full or found[-1][-1].location.sheet != passage.location.sheet:
            found.append([])
            length = 0
        found[-1].append(passage)
        length += len(passage.text)
    return found


def _ranked(stretches: list[list[Passage]], brief: str) -> list[tuple[float, list[Passage]]]:
    """The stretches with their scores, best first; of equal ones, the earlier first."""
    ranked = scores([" ".join(passage.text for passage in stretch) for stretch in stretches], brief)
    return sorted(zip(ranked, stretches, strict=True), key=lambda pair: -pair[0])


def _shares(needs: Sequence[int], total: int) -> list[int]:
    """What each gets of the total: all it needs, or an even share of what those who need less leave."""
    shares = [0] * len(needs)
    left = total
    for done, index in enumerate(sorted(range(len(needs)), key=lambda index: needs[index])):
        shares[index] = min(needs[index], left // (len(needs) - done))
        left -= shares[index]
    return shares
