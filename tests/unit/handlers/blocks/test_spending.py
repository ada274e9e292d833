"""What a workspace's drafts used, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.store.records import UsageTotal
from handlers.blocks.spending import TITLE, dollars, spending
from tests.unit.handlers.blocks.checking import check, words

COUNTS = st.integers(0, 10**9)
MONEY = st.floats(0, 10**6)
TOTALS = st.builds(
    UsageTotal,
    provider=st.text(max_size=20),
    model=st.text(max_size=200),
    task=st.text(max_size=20),
    calls=COUNTS,
    input=COUNTS,
    cache_read=COUNTS,
    cache_write_5m=COUNTS,
    cache_write_1h=COUNTS,
    output=COUNTS,
    reasoning=COUNTS,
    cost=MONEY,
    unpriced=COUNTS,
)

DRAFTED = UsageTotal(
    provider="anthropic",
    model="claude-sonnet-5-5",
    task="draft",
    calls=5,
    input=1_000,
    cache_read=40_000,
    cache_write_5m=6_000,
    cache_write_1h=2_000,
    output=9_000,
    reasoning=400,
    cost=1.25,
    unpriced=0,
)
REFINED = replace(DRAFTED, task="refine", calls=2, cost=0.75)
UNPRICED = replace(DRAFTED, provider="openai", model="a-model-of-our-own", cost=0.0, unpriced=5)
BUILT_IN = UsageTotal(
    provider="template",
    model="template",
    task="draft",
    calls=3,
    input=0,
    cache_read=0,
    cache_write_5m=0,
    cache_write_1h=0,
    output=0,
    reasoning=0,
    cost=0.0,
    unpriced=0,
)


def test_calls_tokens_and_cost_are_added_up_and_then_told_by_model() -> None:
    assert words(spending([DRAFTED, REFINED], [0.5, 0.25])).split("\n") == [
        f"*{TITLE}*",
        "7 calls, 98,000 tokens in, 18,000 out, $2.00",
        "Prompt caching: 80,000 tokens read from the cache, 16,000 written to it, $0.75 saved",
        "Anthropic, claude-sonnet-5-5 (draft 5, refine 2): 7 calls, 98,000 tokens in, 18,000 out, $2.00",
    ]


def test_what_writing_cost_more_than_reading_brought_is_told_as_that() -> None:
    told = words(spending([DRAFTED], [-0.0625]))
    assert "8,000 written to it, $0.06 more paid than saved so far" in told


def test_without_a_price_only_tokens_are_told() -> None:
    told = words(spending([UNPRICED], [None]))
    assert "$" not in told
    assert "5 calls, 49,000 tokens in, 9,000 out, at a price that is not known" in told
    assert "40,000 tokens read from the cache, 8,000 written to it\n" in told


def test_calls_without_a_price_are_told_beside_the_cost_of_the_others() -> None:
    told = words(spending([DRAFTED, UNPRICED], [0.5, None]))
    assert "10 calls, 98,000 tokens in, 18,000 out, $1.25 and 5 calls at a price that is not known" in told
    assert "$0.50 saved, leaving out models without a known price" in told


def test_what_was_done_without_a_model_used_no_tokens() -> None:
    told = words(spending([BUILT_IN], []))
    assert "The built-in drafter (draft 3): 3 calls, no tokens" in told
    assert "$" not in told
    assert "cache" not in told


def test_nothing_is_told_where_nothing_was_used() -> None:
    assert "Nothing was drafted." in words(spending([], []))


@pytest.mark.parametrize(
    ("amount", "told"),
    [(0, "$0.00"), (0.004, "less than $0.01"), (0.01, "$0.01"), (1234.5, "$1,234.50")],
)
def test_money_is_told_in_cents_and_never_rounded_to_nothing(amount: float, told: str) -> None:
    assert dollars(amount) == told


@given(st.lists(TOTALS, max_size=60), st.lists(st.none() | st.floats(-(10**6), 10**6), max_size=60))
def test_slack_takes_every_report(totals: list[UsageTotal], saved: list[float | None]) -> None:
    check(spending(totals, saved))
