from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from dataclasses import replace

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
from core.llm.provider import ModelCall, Progress, Reply
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


class Telling:
    """Says twice what is billed so far, and then waits."""

    name = "anthropic"

    def __init__(self) -> None:
        self.waiting = asyncio.Event()

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        assert call is CALL
        for nodes, usage in enumerate((None, USAGE, USAGE)):
            yield Progress(provider=self.name, model=USAGE.model, nodes=nodes, usage=usage)
        self.waiting.set()
        await asyncio.Event().wait()


async def test_a_stopped_call_is_told_with_what_was_billed_by_then() -> None:
    priced: list[Usage] = []
    inner, facts = Telling(), Facts()

    def prices(usage: Usage) -> float:
        priced.append(usage)
        return 0.25

    provider = Metering(inner, prices=prices, clock=JumpingClock(), emit=facts)
    told: list[Progress | Reply] = []

    async def follow() -> None:
        told.extend([step async for step in provider.complete(CALL)])

    async with asyncio.TaskGroup() as group:
        task = group.create_task(follow())
        await inner.waiting.wait()
        task.cancel()
    ((_, fact),) = facts.seen
    assert (fact["outcome"], fact["input"], fact["cost"]) == ("stopped", 1_000, 0.25)
    assert priced == [USAGE]  # once, though it was reported twice


async def test_progress_carries_what_is_billed_with_its_cost() -> None:
    provider = Metering(Telling(), prices=lambda _: 0.25, clock=JumpingClock(), emit=Facts())
    async with aclosing(provider.complete(CALL)) as steps:
        told = [await anext(steps), await anext(steps)]
    assert [step.usage for step in told] == [None, replace(USAGE, cost=0.25)]


async def test_all_that_one_request_tells_of_its_bill_has_one_id_and_another_request_another() -> None:
    declined = ModelDeclined("scripted", "no", usage=USAGE)
    bench = Bench([replied(), declined])
    reply = await ask(bench.provider)
    with pytest.raises(ModelDeclined):
        await ask(bench.provider)
    assert declined.usage is not None
    assert len({USAGE.id, reply.usage.id, declined.usage.id}) == 3
    async with aclosing(
        Metering(Twice(), prices=cost, clock=JumpingClock(), emit=Facts()).complete(CALL)
    ) as told:
        ids = [step.usage.id async for step in told if step.usage]
    assert len(ids) == 3
    assert len(set(ids)) == 1


class Twice:
    """Tells twice what is billed so far, each time anew as adapters do, and then all of it."""

    name = "anthropic"

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        assert call is CALL
        for output in (1, 300):
            usage = Usage(provider=self.name, model=USAGE.model, task="draft", output=output)
            yield Progress(provider=self.name, model=USAGE.model, nodes=0, usage=usage)
        yield replied()
