from __future__ import annotations

from itertools import combinations, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.picture.order import Columns, Group, ordered

LEFT = ("a", "b", "c", "d")
RIGHT = ("w", "x", "y")
_pairs = st.lists(st.tuples(st.sampled_from(LEFT), st.sampled_from(RIGHT)), unique=True).map(tuple)


def _crossings(left: tuple[str, ...], right: tuple[str, ...], links: tuple[tuple[str, str], ...]) -> int:
    places = [(left.index(a), right.index(b)) for a, b in links]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(places, 2))


@given(_pairs)
@settings(max_examples=60)
def test_free_columns_cross_as_little_as_any_order_or_travel_less(links: tuple[tuple[str, str], ...]) -> None:
    left, right = ordered(Columns(groups=(Group(ids=LEFT),), right=RIGHT, across=links))

    fewest = min(_crossings(a, b, links) for a in permutations(LEFT) for b in permutations(RIGHT))
    assert sorted(left) == sorted(LEFT)
    assert sorted(right) == sorted(RIGHT)
    assert _crossings(left, right, links) <= fewest + 2


@given(_pairs, st.permutations(LEFT))
def test_a_fixed_group_keeps_its_order_and_groups_keep_theirs(
    links: tuple[tuple[str, str], ...], given_order: list[str]
) -> None:
    groups = (Group(ids=tuple(given_order[:3]), fixed=True), Group(ids=tuple(given_order[3:])))

    left, _ = ordered(Columns(groups=groups, right=RIGHT, across=links))

    assert left == tuple(given_order)


def test_neighbours_that_cross_are_swapped() -> None:
    links = (("a", "y"), ("b", "x"), ("c", "w"))

    left, right = ordered(Columns(groups=(Group(ids=("a", "b", "c")),), right=RIGHT, across=links))

    assert _crossings(left, right, links) == 0


def test_a_barycentre_that_crosses_more_is_mended() -> None:
    pinned = tuple(f"p{i}" for i in range(6))
    right = tuple(f"r{i}" for i in range(6))
    links = tuple(zip(pinned, right, strict=True))  # keeps the right column in this order
    links += (("u", "r0"), ("u", "r1"), ("u", "r5"), ("v", "r1"), ("v", "r2"))  # means 2 and 1.5
    groups = (Group(ids=pinned, fixed=True), Group(ids=("v", "u")))

    left, _ = ordered(Columns(groups=groups, right=right, across=links))

    assert left[-2:] == ("u", "v")


def test_linked_neighbours_of_one_column_stand_close() -> None:
    columns = Columns(groups=(Group(ids=("a",)),), right=("w", "x", "y"), across=(), beside=(("w", "y"),))

    _, right = ordered(columns)

    assert abs(right.index("w") - right.index("y")) == 1


@given(st.integers(7, 30), st.data())
@settings(max_examples=20)
def test_a_long_right_column_is_swept_and_keeps_every_node(count: int, data: st.DataObject) -> None:
    right = tuple(f"o{i}" for i in range(count))
    links = data.draw(st.lists(st.tuples(st.sampled_from(LEFT), st.sampled_from(right)), unique=True))
    columns = Columns(groups=(Group(ids=LEFT),), right=right, across=tuple(links))

    left, swept = ordered(columns)

    assert sorted(swept) == sorted(right)
    assert ordered(columns) == (left, swept)
    assert _crossings(left, swept, tuple(links)) <= _crossings(LEFT, right, tuple(links))


def test_nothing_to_order() -> None:
    assert ordered(Columns(groups=(), right=(), across=())) == ((), ())
