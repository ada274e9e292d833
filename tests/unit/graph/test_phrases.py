from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.graph.model import Better, Provenance
from core.graph.phrases import (
    how_strong,
    how_sure,
    letter,
    percent,
    raises,
    rests_on,
    strength_percent,
    wanted,
)
from tests.unit.graph.samples import COSTS, HYPOTHESIS
from tests.unit.graph.strategies import quick


@quick
@given(st.floats(min_value=0, max_value=1))
def test_percents_are_whole(share: float) -> None:
    number, unit, rest = percent(share).partition("%")
    assert (unit, rest) == ("%", "")
    assert abs(int(number) - 100 * share) <= 0.5


@pytest.mark.parametrize(
    ("belief", "words"), [(0.7, "70%"), (None, "not said"), (math.nan, "not said"), (1e308, "out of range")]
)
def test_how_sure(belief: float | None, words: str) -> None:
    assert how_sure(belief) == words


@pytest.mark.parametrize(
    ("weight", "words"),
    [
        (0.6, "raises it strongly"),
        (0.3, "raises it"),
        (0.29, "raises it slightly"),
        (-1.0, "lowers it strongly"),
        (-0.4, "lowers it"),
        (-0.01, "lowers it slightly"),
        (0.0, "changes nothing"),
        (None, "not said"),
        (math.inf, "not said"),
        (-7.0, "out of range"),
    ],
)
def test_how_strong(weight: float | None, words: str) -> None:
    assert how_strong(weight) == words


@pytest.mark.parametrize(
    ("provenance", "words"),
    [
        (COSTS, "costs.csv, row 2"),
        (replace(COSTS, location=None), "costs.csv"),
        (HYPOTHESIS, "hypothesis"),
        (Provenance(source="brief", quote="q", location="sentence 2"), "the brief, sentence 2"),
        (Provenance(source=" ", quote="q"), "not said"),
        (None, "not said"),
    ],
)
def test_what_a_link_rests_on(provenance: Provenance | None, words: str) -> None:
    assert rests_on(provenance) == words


def test_strengths_in_percents_have_a_true_minus() -> None:
    assert [strength_percent(weight) for weight in (0.7, -0.2, 0.0, None, 3.0)] == [
        "70%",
        "−20%",
        "0%",
        "not said",
        "out of range",
    ]


def test_letters_go_on_as_numbers_after_z() -> None:
    assert [letter(place) for place in (0, 5, 25, 26)] == ["A", "F", "Z", "27"]


def test_directions() -> None:
    assert [wanted(b) for b in (Better.HIGHER, Better.LOWER, Better.UNKNOWN, None)] == [
        "want more",
        "want less",
        "direction not said",
        "direction not said",
    ]
    assert (raises(0.1), raises(-0.1)) == ("raises", "lowers")
