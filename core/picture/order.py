"""The order of two columns in which few links cross.

Every order of the right column (at most 720) is tried with each group of the left column at the barycentre
of its links (Sugiyama, Tagawa, Toda: IEEE SMC-11(2), 1981) and mended by swaps of neighbours. Same input,
same order; bounded by the number of orders times the square of the left column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

MAX_EXHAUSTIVE = 6  # 720 orders; a longer right column is swept instead
_SWEEPS = 4
_CROSSING = 3  # one crossing is worth this many rows of vertical travel


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Neighbours in the left column; a `fixed` group keeps its order."""

    ids: tuple[str, ...]
    fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What is to be ordered: left groups from the top, the right column, and the links within and between."""

    groups: tuple[Group, ...]
    right: tuple[str, ...]
    across: tuple[tuple[str, str], ...]  # (left id, right id)
    beside: tuple[tuple[str, str], ...] = ()  # both ends in one column


def ordered(columns: Columns) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The left and the right column, top to bottom."""
    if len(columns.right) > MAX_EXHAUSTIVE:
        return _swept(columns)
    first = {id_: i for i, id_ in enumerate((*_all(columns.groups), *columns.right))}

    def cost(order: tuple[tuple[str, ...], tuple[str, ...]]) -> tuple[float, list[int]]:
        left, right = order
        return _cost(columns, left, right), [first[id_] for id_ in (*left, *right)]

    candidates = ((_placed(columns, right), right) for right in permutations(columns.right))
    return min(candidates, key=cost)


def _swept(columns: Columns) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A good order of a long right column: each column in turn at the barycentre of the other."""
    right = columns.right
    left = _placed(columns, right)
    best = (_cost(columns, left, right), left, right)
    for _ in range(_SWEEPS):
        rows = _places([(b, a) for a, b in columns.across], left)
        right = tuple(sorted(right, key=_barycentre(rows)))
        left = _placed(columns, right)
        best = min(best, (_cost(columns, left, right), left, right))
    return best[1], best[2]


def _all(groups: Sequence[Group]) -> tuple[str, ...]:
    return tuple(id_ for group in groups for id_ in group.ids)


def _barycentre(places: Mapping[str, Sequence[int]]) -> Callable[[str], float]:
    """The sort key of a node: the mean place of what it is linked to; 0 for a node with no links."""

    def key(id_: str) -> float:
        near = places.get(id_) or (0,)
        return sum(near) / len(near)

    return key


def _placed(columns: Columns, right: Sequence[str]) -> tuple[str, ...]:
    """The left column for this right one."""
    places = _places(columns.across, right)
    key = _barycentre(places)
    left: list[str] = []
    for group in columns.groups:
        left += group.ids if group.fixed else _mended(sorted(group.ids, key=key), places)
    return tuple(left)


def _places(links: Iterable[tuple[str, str]], order: Sequence[str]) -> dict[str, list[int]]:
    """By node, the places in `order` of what it is linked to."""
    place = {id_: i for i, id_ in enumerate(order)}
    places: dict[str, list[int]] = {}
    for a, b in links:
        places.setdefault(a, []).append(place[b])
    return places


def _mended(ids: list[str], places: Mapping[str, Sequence[int]]) -> list[str]:
    """Swaps neighbours while that removes crossings."""
    for _ in ids:
        swapped = False
        for i in range(len(ids) - 1):
            upper, lower = (places.get(id_, ()) for id_ in ids[i : i + 2])
            if _between(lower, upper) < _between(upper, lower):
                ids[i], ids[i + 1] = ids[i + 1], ids[i]
                swapped = True
        if not swapped:
            break
    return ids


def _between(upper: Sequence[int], lower: Sequence[int]) -> int:
    """How many links of two rows cross."""
    return sum(a > b for a in upper for b in lower)


def _crossings(rows: Iterable[Sequence[int]], count: int) -> int:
    """How many pairs of links cross, given row by row to which of `count` places they go."""
    crossings, seen = 0, [0] * count
    for places in rows:
        crossings += sum(sum(seen[place + 1 :]) for place in places)
        for place in places:
            seen[place] += 1
    return crossings


def _cost(columns: Columns, left: Sequence[str], right: Sequence[str]) -> float:
    places = _places(columns.across, right)
    crossings = _crossings((places.get(id_, ()) for id_ in left), len(right))
    scale = (len(left) - 1) / max(1, len(right) - 1)
    rows = {id_: float(i) for i, id_ in enumerate(left)}
    travel = sum(abs(rows[id_] - place * scale) for id_, near in places.items() for place in near)
    rows.update((id_, float(i)) for i, id_ in enumerate(right))
    beside = sum(abs(rows[a] - rows[b]) for a, b in columns.beside)
    return crossings * _CROSSING + travel + beside
