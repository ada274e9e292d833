from __future__ import annotations

import asyncio
from collections.abc import Iterable

import pytest

from core.errors import (
    ModelDeclined,
    ModelError,
    ModelRejected,
    ModelUnavailable,
    ReplyTruncated,
    ReplyUnusable,
)
from core.llm.metering import Metering
from core.llm.prices import cost
from core.llm.provider import Reply
from core.llm.usage import Usage
from core.telemetry import Scalar
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.fakes.scripted import Play, Scripted
from tests.unit.llm.asking import CALL, ask, ask_and_leave

USAGE = Usage(
    provider="anthropic",
    model="claude-sonnet-5-5",
    task="draft",
    input=1_000,
    cache_read=4_000,
    cache_write_5m=10,
    cache_write_1h=20,
    output=600,
    reasoning=100,
)


def replied(usage: Usage = USAGE) -> Reply:
    return Reply(text="a secret", provider=usage.provider, model=usage.model, usage=usage, request_id="req_9")


class Bench:
    def __init__(self, plays: Iterable[Play | str | Reply | ModelError]) -> None:
        self.clock = JumpingClock()
        self.facts = Facts()
        self.inner = Scripted(plays, clock=self.clock)
        self.provider = Metering(self.inner, prices=cost, clock=self.clock, emit=self.facts)

    @property
    def fact(self) -> dict[str, Scalar]:
        ((event, facts),) = self.facts.seen
        assert event == "model_call"
        return facts


async def test_a_reply_comes_with_its_cost() -> None:
    bench = Bench([replied()])
    reply = await ask(bench.provider)
    assert reply.usage.cost == pytest.approx((1_000 * 2 + 4_000 * 0.1 + 10 * 2.5 + 20 * 4 + 600 * 10) / 1e6)


async def test_every_call_is_told_once_without_its_text() -> None:
    bench = Bench([Play(end=replied(), seconds=4.0)])
    reply = await ask(bench.provider)
    assert bench.fact == {
        "provider": "scripted",
        "model": "claude-sonnet-5-5",
        "task": "draft",
        "outcome": "ok",
        "seconds": 4.0,
        "request_id": "req_9",
        "input": 1_000,
        "cache_read": 4_000,
        "cache_write_5m": 10,
        "cache_write_1h": 20,
        "output": 600,
        "reasoning": 100,
        "cost": reply.usage.cost,
    }


async def test_a_model_without_a_price_is_unpriced_and_not_free() -> None:
    bench = Bench(["{}"])
    assert (await ask(bench.provider)).usage.cost is None
    assert bench.fact["cost"] == "unpriced"


async def test_a_cost_that_the_provider_states_stays() -> None:
    free = Usage(provider="template", model="template", task="draft", cost=0.0)
    bench = Bench([replied(free)])
    assert (await ask(bench.provider)).usage.cost == 0.0
    assert bench.fact["cost"] == 0.0


@pytest.mark.parametrize(("error", "outcome"), [(ModelDeclined, "declined"), (ReplyTruncated, "truncated")])
async def test_a_billed_failure_is_told_with_its_cost(error: type[ModelError], outcome: str) -> None:
    bench = Bench([error("scripted", "no", usage=USAGE, request_id="req_9")])
    with pytest.raises(error) as caught:
        await ask(bench.provider)
    assert caught.value.usage is not None
    assert caught.value.usage.cost == bench.fact["cost"]
    assert bench.fact["outcome"] == outcome
    assert bench.fact["request_id"] == "req_9"


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (ModelUnavailable, "unavailable"),
        (ModelRejected, "rejected"),
        (ReplyUnusable, "unusable"),
        (ModelError, "failed"),
    ],
)
async def test_a_failure_that_was_not_billed_has_no_tokens(error: type[ModelError], outcome: str) -> None:
    bench = Bench([error("scripted", "no")])
    with pytest.raises(error):
        await ask(bench.provider)
    assert bench.fact["outcome"] == outcome
    assert bench.fact["model"] == "scripted-1"
    assert not bench.fact.keys() & {"input", "cost"}


async def test_a_call_that_is_stopped_is_told() -> None:
    bench = Bench([Play(until=asyncio.Event())])
    async with asyncio.TaskGroup() as group:
        task = group.create_task(ask(bench.provider))
        await bench.inner.holding.wait()
        task.cancel()
    assert task.cancelled()
    assert bench.fact["outcome"] == "stopped"


async def test_a_call_that_is_left_early_is_told() -> None:
    bench = Bench(["{}"])
    await ask_and_leave(bench.provider)
    assert bench.fact["outcome"] == "stopped"


async def test_a_reader_that_leaves_with_the_reply_does_not_stop_the_call() -> None:
    bench = Bench(["{}"])
    steps = bench.provider.complete(CALL)
    while not isinstance(await anext(steps), Reply):
        pass
    await steps.aclose()
    assert bench.fact["outcome"] == "ok"
