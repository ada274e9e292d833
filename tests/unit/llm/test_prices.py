"""The prices in docs: dollars per million tokens, as both providers published them in November 2026."""

from __future__ import annotations

import socket
import threading
from typing import Any

import pytest

from core.llm.prices import cost, saving
from core.llm.usage import Usage

MILLION = 1_000_000

#                            provider     input  output  read  write 5m  write 1h
PRICES = {
    "claude-haiku-5-5": ("anthropic", 0.10, 0.50, 0.01, 0.125, 0.20),
    "claude-sonnet-5-5": ("anthropic", 2.00, 10.0, 0.10, 2.500, 4.00),
    "claude-opus-5-5": ("anthropic", 4.00, 20.0, 0.20, 5.000, 8.00),
    "gpt-6-luna": ("openai", 0.10, 0.50, 0.01, 0.125, 0.125),
    "gpt-6-sol": ("openai", 2.00, 10.0, 0.20, 2.500, 2.500),
}
KINDS = ("input", "output", "cache_read", "cache_write_5m", "cache_write_1h")


def usage(model: str, provider: str, **tokens: Any) -> Usage:  # noqa: ANN401  tokens by their kind
    return Usage(provider=provider, model=model, task="draft", **tokens)


@pytest.mark.parametrize("model", PRICES)
def test_each_kind_of_token_has_its_published_price(model: str) -> None:
    provider, *prices = PRICES[model]
    for kind, price in zip(KINDS, prices, strict=True):
        paid = cost(usage(model, provider, **{kind: 10_000}))
        assert paid == pytest.approx(price * 10_000 / MILLION), kind


def test_kinds_of_tokens_add_up() -> None:
    mixed = usage(
        "claude-sonnet-5-5",
        "anthropic",
        input=900,
        cache_read=4_000,
        cache_write_5m=2_000,
        cache_write_1h=3_000,
        output=1_200,
        reasoning=300,
    )
    expected = (900 * 2 + 4_000 * 0.1 + 2_000 * 2.5 + 3_000 * 4 + 1_200 * 10) / MILLION
    assert cost(mixed) == pytest.approx(expected)


def test_a_long_prompt_is_billed_at_the_long_price() -> None:
    long = usage("claude-haiku-5-5", "anthropic", input=60_000, cache_read=60_000, output=1_000)
    assert cost(long) == pytest.approx((60_000 * 0.5 + 60_000 * 0.05 + 1_000 * 2.5) / MILLION)
    luna = usage("gpt-6-luna", "openai", input=300_000, output=1_000)
    assert cost(luna) == pytest.approx((300_000 * 0.2 + 1_000 * 0.75) / MILLION)


def test_a_dated_model_has_the_price_of_its_family() -> None:
    dated = usage("claude-sonnet-5-5-20260901", "anthropic", input=10_000)
    assert cost(dated) == pytest.approx(0.02)


@pytest.mark.parametrize(
    ("model", "provider"),
    [
        ("llama-of-my-own", "openai"),
        ("claude-sonnet-5-5", "a-provider-nobody-knows"),
        ("", "anthropic"),
        ("template", "template"),
    ],
)
def test_an_unknown_model_has_no_price(model: str, provider: str) -> None:
    assert cost(usage(model, provider, input=10_000)) is None


def test_counts_that_cannot_be_have_no_price() -> None:
    assert cost(usage("gpt-6-luna", "openai", input=-5)) is None


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a price needs no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    before = threading.active_count()
    assert cost(usage("gpt-6-luna", "openai", input=10_000)) is not None
    assert threading.active_count() == before


@pytest.mark.parametrize("model", PRICES)
def test_caching_saves_what_reading_is_cheaper_less_what_writing_is_dearer(model: str) -> None:
    provider, plain, _, read, short, long = PRICES[model]
    used = usage(
        model,
        provider,
        input=9_000,
        output=900,
        cache_read=400_000,
        cache_write_5m=30_000,
        cache_write_1h=7_000,
    )
    expected = 400_000 * (plain - read) - 30_000 * (short - plain) - 7_000 * (long - plain)
    assert saving(used) == pytest.approx(expected / MILLION)


def test_a_cache_that_nobody_has_read_yet_has_cost_more_than_it_saved() -> None:
    written = saving(usage("claude-sonnet-5-5", "anthropic", cache_write_1h=10_000))
    assert written == pytest.approx(-10_000 * 2 / MILLION)


def test_calls_without_a_cache_save_nothing() -> None:
    assert saving(usage("claude-sonnet-5-5", "anthropic", input=10_000, output=50)) == 0


def test_what_caching_saved_of_a_model_without_a_price_is_not_known() -> None:
    assert saving(usage("a-model-of-our-own", "openai", cache_read=10_000)) is None
