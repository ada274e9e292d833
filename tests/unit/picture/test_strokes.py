from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.graph.model import Edge, Node
from core.picture.strokes import is_polar, percent, stroke
from tests.unit.picture.graphs import link, node

MORE, LESS, ANY = (
    node("m", "outcome", better="higher"),
    node("l", "outcome", better="lower"),
    node("a", "outcome"),
)


@pytest.mark.parametrize(
    ("weight", "target", "tone", "sign"),
    [
        (0.5, MORE, "good", "plus"),
        (-0.5, MORE, "bad", "minus"),
        (0.5, LESS, "bad", "plus"),
        (-0.5, LESS, "good", "minus"),
        (0.5, ANY, "neutral", "plus"),
        (0.5, node("r", "risk"), "bad", "plus"),
        (-0.5, node("r", "risk"), "good", "minus"),
        (0.5, node("f", "factor"), "neutral", "plus"),
        (0.0, MORE, "neutral", "none"),
    ],
)
def test_where_directions_are_known_a_link_helps_or_hurts(
    weight: float, target: Node, tone: str, sign: str
) -> None:
    drawn = stroke(link("o", "x", 0.5, weight), target, polar=True)

    assert (drawn.tone, drawn.sign) == (tone, sign)


def test_where_no_direction_is_known_blue_raises_and_orange_lowers() -> None:
    up, down = (stroke(link("o", "a", 0.5, weight), ANY, polar=False) for weight in (0.5, -0.5))

    assert (up.tone, down.tone) == ("good", "bad")
    assert not is_polar((ANY,))
    assert is_polar((ANY, LESS))


@pytest.mark.parametrize(
    ("belief", "dash", "said"),
    [
        (0.7, "solid", 70),
        (0.695, "dashed", 70),
        (0.4, "dashed", 40),
        (0.394, "dotted", 39),
        (None, "dotted", None),
    ],
)
def test_dashes_say_how_sure(belief: float | None, dash: str, said: int | None) -> None:
    drawn = stroke(Edge(src="o", dst="m", belief=belief, weight=0.5), MORE, polar=True)

    assert (drawn.dash, drawn.percent) == (dash, said)


@given(st.floats(allow_nan=True, allow_infinity=True), st.floats(allow_nan=True, allow_infinity=True))
def test_numbers_out_of_range_are_drawn_at_the_nearest_end(belief: float, weight: float) -> None:
    drawn = stroke(Edge(src="o", dst="m", belief=belief, weight=weight), MORE, polar=True)

    assert 2 <= drawn.width <= 11
    assert drawn.percent is None or 0 <= drawn.percent <= 100


def test_halves_are_rounded_up() -> None:
    assert [percent(belief) for belief in (0.125, 0.625, 0.005, 0.995, 1.5, None)] == [
        13,
        63,
        1,
        100,
        100,
        None,
    ]


def test_stronger_links_are_wider() -> None:
    thin, thick = (stroke(link("o", "m", 0.5, weight), MORE, polar=True) for weight in (0.1, -0.9))

    assert thin.width < thick.width
