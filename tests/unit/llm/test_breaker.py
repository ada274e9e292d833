from __future__ import annotations

import asyncio
from collections.abc import Iterable

import pytest

from core.errors import ModelDeclined, ModelError, ModelRejected, ModelUnavailable, ReplyTruncated
from core.llm.breaker import FAILURES, OPEN_FOR, WINDOW, Breaker
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.fakes.scripted import Play, Scripted, unavailable
from tests.unit.llm.asking import ask, ask_and_leave


class Bench:
    """A Breaker over a script that begins with enough failures to open it."""

    def __init__(self, plays: Iterable[Play | str | ModelError], *, failures: int = FAILURES) -> None:
        self.clock = JumpingClock()
        self.facts = Facts()
        self.inner = Scripted([*[unavailable()] * failures, *plays])
        self.provider = Breaker(self.inner, clock=self.clock, emit=self.facts)

    async def fail(self, times: int = FAILURES) -> None:
        for _ in range(times):
            with pytest.raises(ModelUnavailable, match="overloaded"):
                await ask(self.provider)

    async def is_resting(self) -> bool:
        before = len(self.inner.calls)
        try:
            await ask(self.provider)
        except ModelUnavailable as error:
            return error.cause == "resting after repeated failures" and len(self.inner.calls) == before
        return False

    @property
    def states(self) -> list[object]:
        return [facts["state"] for _, facts in self.facts.seen]


async def test_five_failures_in_a_row_open_it() -> None:
    bench = Bench([])
    await bench.fail()
    assert await bench.is_resting()
    assert bench.facts.seen == [
        ("model_breaker", {"provider": "scripted", "state": "open", "seconds": OPEN_FOR})
    ]


async def test_a_resting_provider_says_for_how_long() -> None:
    bench = Bench([])
    await bench.fail()
    bench.clock.advance(10.0)
    with pytest.raises(ModelUnavailable) as caught:
        await ask(bench.provider)
    assert caught.value.retry_after == OPEN_FOR - 10.0


async def test_a_reply_between_failures_starts_the_count_over() -> None:
    bench = Bench(["{}", *[unavailable()] * 4, "{}"], failures=4)
    await bench.fail(4)
    await ask(bench.provider)
    await bench.fail(4)
    assert not await bench.is_resting()


@pytest.mark.parametrize("error", [ModelDeclined, ModelRejected, ReplyTruncated])
async def test_an_answer_that_is_no_reply_does_not_count(error: type[ModelError]) -> None:
    bench = Bench([error("scripted", "no"), *[unavailable()] * 4, "{}"], failures=4)
    await bench.fail(4)
    with pytest.raises(error):
        await ask(bench.provider)
    await bench.fail(4)
    assert not await bench.is_resting()


async def test_failures_far_apart_do_not_open_it() -> None:
    bench = Bench(["{}"])
    for _ in range(FAILURES):
        await bench.fail(1)
        bench.clock.advance(WINDOW / 2)
    assert not await bench.is_resting()


async def test_a_trial_that_works_closes_it() -> None:
    bench = Bench(["{}", "{}"])
    await bench.fail()
    bench.clock.advance(OPEN_FOR)
    await ask(bench.provider)
    assert not await bench.is_resting()
    assert bench.states == ["open", "trying", "closed"]


async def test_a_trial_that_is_refused_closes_it() -> None:
    bench = Bench([ModelDeclined("scripted", "no"), "{}"])
    await bench.fail()
    bench.clock.advance(OPEN_FOR)
    with pytest.raises(ModelDeclined):
        await ask(bench.provider)
    assert not await bench.is_resting()


async def test_a_trial_that_fails_opens_it_again() -> None:
    bench = Bench([unavailable()])
    await bench.fail()
    bench.clock.advance(OPEN_FOR)
    await bench.fail(1)
    bench.clock.advance(OPEN_FOR - 1)
    assert await bench.is_resting()
    assert bench.states == ["open", "trying", "open"]


async def test_only_one_trial_is_under_way_at_a_time() -> None:
    answer = asyncio.Event()
    bench = Bench([Play(until=answer)])
    await bench.fail()
    bench.clock.advance(OPEN_FOR)
    async with asyncio.TaskGroup() as group:
        trial = group.create_task(ask(bench.provider))
        await bench.inner.holding.wait()
        for _ in range(20):
            with pytest.raises(ModelUnavailable, match="resting") as caught:
                await ask(bench.provider)
            assert caught.value.retry_after is None
        answer.set()
    assert trial.result().text == "{}"
    assert bench.inner.peak == 1


async def test_a_trial_that_is_cancelled_lets_the_next_one_try() -> None:
    bench = Bench([Play(until=asyncio.Event()), "{}"])
    await bench.fail()
    bench.clock.advance(OPEN_FOR)
    async with asyncio.TaskGroup() as group:
        trial = group.create_task(ask(bench.provider))
        await bench.inner.holding.wait()
        trial.cancel()
    assert (await ask(bench.provider)).text == "{}"


async def test_a_trial_that_is_left_early_lets_the_next_one_try() -> None:
    bench = Bench(["{}", "{}"])
    await bench.fail()
    bench.clock.advance(OPEN_FOR)
    await ask_and_leave(bench.provider)
    assert (await ask(bench.provider)).text == "{}"


@pytest.mark.parametrize("end", ["{}", unavailable()])
async def test_a_call_from_before_the_rest_does_not_change_it(end: str | ModelError) -> None:
    late = asyncio.Event()
    bench = Bench([], failures=0)
    bench.inner = Scripted([Play(end=end, until=late), *[unavailable()] * FAILURES])
    bench.provider = Breaker(bench.inner, clock=bench.clock, emit=bench.facts)
    async with asyncio.TaskGroup() as group:
        early = group.create_task(_settle(bench.provider))
        await bench.inner.holding.wait()
        await bench.fail()
        bench.clock.advance(1.0)
        late.set()
        await early
    bench.clock.advance(OPEN_FOR - 2.0)
    assert await bench.is_resting()
    assert bench.states == ["open"]


async def _settle(provider: Breaker) -> None:
    try:
        await ask(provider)
    except ModelUnavailable:
        return
