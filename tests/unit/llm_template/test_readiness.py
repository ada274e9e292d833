"""How ready the rules find a brief."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.documents.brief import brief_document
from core.llm.template.readiness import WEIGHTS, Aspect, Readiness, readiness


def test_the_weights_add_up() -> None:
    assert sum(WEIGHTS.values()) == pytest.approx(1.0)
    assert set(WEIGHTS) == set(Aspect)


@pytest.mark.parametrize(
    ("brief", "thin"),
    [
        ("What about the new website and everything around it", True),
        ("Help us think about growth next year please", True),
        ("Should we hire three engineers or use contractors?", False),
        ("次の四半期に採用を増やすべきか、それとも業務委託を使うべきか迷っています。", False),
    ],
)
def test_a_brief_is_thin_where_nothing_is_chosen_between(brief: str, *, thin: bool) -> None:
    assert readiness(brief_document(brief)).is_thin is thin


def test_figures_dates_and_sums_make_a_brief_specific() -> None:
    plain = readiness(brief_document("Should we buy a truck or rent one?"))
    figures = readiness(brief_document("Should we buy 3 trucks for $90,000 by May 2027 or rent 2?"))

    assert figures.factors[Aspect.SPECIFICITY] > plain.factors[Aspect.SPECIFICITY]


def test_files_are_context() -> None:
    brief = brief_document("Should we buy a truck or rent one?")

    assert readiness(brief, documents=1).score > readiness(brief).score


@given(st.text(max_size=600), st.integers(0, 10))
@settings(max_examples=60, deadline=None)
def test_every_factor_is_between_0_and_1(brief: str, documents: int) -> None:
    found = readiness(brief_document(brief), documents=documents)

    assert set(found.factors) == set(Aspect)
    assert all(0 <= factor <= 1 for factor in found.factors.values())
    assert 0 <= found.score <= 1 + 1e-9


def test_what_was_answered_counts_as_known() -> None:
    nothing = Readiness(factors=dict.fromkeys(Aspect, 0.0))

    assert nothing.with_known([Aspect.CONTEXT]).score == pytest.approx(WEIGHTS[Aspect.CONTEXT])
    assert nothing.with_known(list(Aspect)).is_ready
