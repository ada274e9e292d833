from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable
from random import Random

import pytest

from core.errors import (
    ModelDeclined,
    ModelError,
    ModelRejected,
    ModelUnavailable,
    ReplyTruncated,
    ReplyUnusable,
)
from core.llm.budget import RetryBudget
from core.llm.provider import ModelCall, Progress, Reply
from core.llm.retrying import Retrying
from core.llm.usage import Usage
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.fakes.scripted import Play, Scripted, unavailable
from tests.unit.llm.asking import CALL, ask, ask_and_leave, progress


class Bench:
    """A Retrying over a script, with all that it was given."""

    def __init__(
        self, plays: Iterable[Play | str | ModelError], *, deadline: float = 120.0, attempts: int = 3
    ) -> None:
        self.clock = JumpingClock()
        self.facts = Facts()
        self.budget = RetryBudget(clock=self.clock)
        self.inner = Scripted(plays, clock=self.clock)
        self.provider = Retrying(
            self.inner,
            clock=self.clock,
            random=Random(7),
            emit=self.facts,
            budget=self.budget,
            attempts=attempts,
            deadline=deadline,
        )


async def test_a_transient_failure_is_tried_again() -> None:
    bench = Bench([unavailable(), "{}"])
    assert (await ask(bench.provider)).text == "{}"
    assert len(bench.inner.calls) == 2


async def test_the_third_failure_is_the_callers() -> None:
    bench = Bench([unavailable()] * 3)
    with pytest.raises(ModelUnavailable, match="overloaded"):
        await ask(bench.provider)
    assert len(bench.inner.calls) == 3


@pytest.mark.parametrize("error", [ModelDeclined, ModelRejected, ReplyTruncated, ReplyUnusable])
async def test_nothing_else_is_tried_again(error: type[ModelError]) -> None:
    bench = Bench([error("scripted", "no")])
    with pytest.raises(error):
        await ask(bench.provider)
    assert bench.facts.seen == []


async def test_waits_grow_from_one_second_and_stay_under_eleven() -> None:
    bench = Bench([unavailable()] * 7, attempts=7)
    with pytest.raises(ModelUnavailable):
        await ask(bench.provider)
    for slept, floor in zip(bench.clock.slept, [1, 2, 4, 8, 10, 10], strict=True):
        assert floor <= slept <= floor + 1
    assert len({slept % 1 for slept in bench.clock.slept}) == 6


async def test_retry_after_is_the_least_wait() -> None:
    bench = Bench([unavailable(retry_after=7.0), unavailable(retry_after=0.0), "{}"])
    await ask(bench.provider)
    first, second = bench.clock.slept
    assert 7.0 < first <= 7.7
    assert second == 0.0


async def test_retry_after_past_the_deadline_fails_at_once() -> None:
    bench = Bench([unavailable(retry_after=120.0)])
    with pytest.raises(ModelUnavailable, match="overloaded"):
        await ask(bench.provider)
    assert bench.clock.slept == []
    assert bench.facts.seen == []


async def test_each_retry_is_told_with_attempt_wait_and_cause() -> None:
    bench = Bench([unavailable(), unavailable(), "{}"])
    await ask(bench.provider)
    assert [(event, facts["attempt"], facts["wait"]) for event, facts in bench.facts.seen] == [
        ("model_retry", 1, bench.clock.slept[0]),
        ("model_retry", 2, bench.clock.slept[1]),
    ]
    assert bench.facts.count("model_retry", provider="scripted", cause="overloaded", status=529) == 2


async def test_progress_falls_back_to_zero_when_it_starts_over() -> None:
    bench = Bench([Play(progress=(1, 4), end=unavailable()), Play(progress=(2,))])
    assert [nodes for _, nodes in await progress(bench.provider)] == [1, 4, 0, 2]


async def test_an_empty_budget_denies_the_retry() -> None:
    bench = Bench([unavailable(), "{}"])
    while bench.budget.take():
        pass
    with pytest.raises(ModelUnavailable):
        await ask(bench.provider)
    assert bench.facts.seen == [
        ("model_retry_denied", {"provider": "scripted", "attempt": 1, "cause": "overloaded"})
    ]


async def test_a_reply_that_works_costs_no_budget() -> None:
    bench = Bench(["{}"] * 100)
    for _ in range(100):
        await ask(bench.provider)
    assert sum(bench.budget.take() for _ in range(1_000)) == 30


async def test_a_stream_that_hangs_is_ended_at_the_deadline() -> None:
    bench = Bench([Play(until=asyncio.Event())], deadline=0.01)
    with pytest.raises(ModelUnavailable, match=r"no reply within 0\.01 s"):
        await ask(bench.provider)
    assert bench.inner.running == 0


async def test_a_reply_past_the_deadline_is_none() -> None:
    bench = Bench([Play(seconds=121.0)])
    with pytest.raises(ModelUnavailable, match="no reply within 120 s"):
        await ask(bench.provider)
    assert len(bench.inner.calls) == 1


async def test_the_deadline_covers_all_attempts() -> None:
    bench = Bench([Play(seconds=70.0, end=unavailable()), Play(seconds=70.0)])
    with pytest.raises(ModelUnavailable, match="no reply within 120 s"):
        await ask(bench.provider)


async def test_a_slow_consumer_is_not_cancelled_by_the_deadline() -> None:
    bench = Bench([Play(progress=(1, 2))], deadline=0.01)
    steps = bench.provider.complete(CALL)
    await anext(steps)
    await asyncio.sleep(0.02)
    bench.clock.advance(1.0)
    with pytest.raises(ModelUnavailable):
        await anext(steps)


async def test_cancellation_passes_and_is_not_tried_again() -> None:
    bench = Bench([Play(until=asyncio.Event())])
    async with asyncio.TaskGroup() as group:
        task = group.create_task(ask(bench.provider))
        await bench.inner.holding.wait()
        task.cancel()
    assert task.cancelled()
    assert (len(bench.inner.calls), bench.inner.running) == (1, 0)
    assert bench.facts.seen == []


async def test_a_reader_that_leaves_early_closes_the_call() -> None:
    bench = Bench([Play(progress=(1, 2))])
    await ask_and_leave(bench.provider)
    assert (len(bench.inner.calls), bench.inner.running) == (1, 0)


def billed(output: int) -> ModelUnavailable:
    """A stream that broke after this much was billed."""
    usage = Usage(provider="scripted", model="scripted-1", task="draft", output=output)
    return ModelUnavailable("scripted", "the stream ended early", usage=usage)


async def test_the_reply_tells_what_the_attempts_before_it_cost() -> None:
    reply = await ask(Bench([billed(1), unavailable(), "{}"]).provider)
    assert [usage.output for usage in reply.billed] == [1, 500]


async def test_the_last_error_tells_what_all_attempts_cost() -> None:
    with pytest.raises(ModelUnavailable) as caught:
        await ask(Bench([billed(1), billed(2), billed(3)]).provider)
    assert [usage.output for usage in caught.value.billed] == [1, 2, 3]


async def test_a_reply_behind_the_deadline_is_billed_all_the_same() -> None:
    with pytest.raises(ModelUnavailable, match="no reply within 10 s") as caught:
        await ask(Bench([Play(seconds=11.0)], deadline=10.0).provider)
    assert [usage.output for usage in caught.value.billed] == [500]


class Silent:
    """Tells what is billed so far, and nothing more."""

    name = "silent"

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        usage = Usage(provider=self.name, model="silent-1", task=call.task, input=900)
        yield Progress(provider=self.name, model="silent-1", nodes=0, usage=usage)
        await asyncio.Event().wait()


async def test_a_stream_that_the_deadline_cuts_costs_what_it_has_told() -> None:
    clock = JumpingClock()
    provider = Retrying(
        Silent(), clock=clock, random=Random(7), emit=Facts(), budget=RetryBudget(clock=clock), deadline=0.01
    )
    with pytest.raises(ModelUnavailable, match="no reply within") as caught:
        await ask(provider)
    assert [usage.input for usage in caught.value.billed] == [900]


async def test_who_gives_up_during_a_later_attempt_knows_what_those_before_it_cost() -> None:
    bench = Bench([billed(1), unavailable(), billed(3), "{}"], attempts=4)
    told = [step async for step in bench.provider.complete(CALL) if isinstance(step, Progress)]
    assert [(step.nodes, [usage.output for usage in step.billed]) for step in told] == [
        (1, []),
        (0, [1]),
        (1, [1]),
        (0, [1]),
        (1, [1]),
        (0, [1, 3]),
        (1, [1, 3]),
    ]
