"""The wrappers together, in the order in which they are meant to hold each other."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import repeat
from random import Random

import pytest

from core.errors import ModelDeclined, ModelError, ReplyUnusable
from core.llm.breaker import Breaker
from core.llm.budget import RetryBudget
from core.llm.checked import Checked
from core.llm.failover import Failover
from core.llm.limiting import Limiting
from core.llm.metering import Metering
from core.llm.prices import cost
from core.llm.provider import ModelCall, Provider, Reply
from core.llm.retrying import Retrying
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.fakes.scripted import Play, Scripted, unavailable
from tests.unit.llm.asking import ask

DRAFTS = 1_000


def is_json(reply: Reply, call: ModelCall) -> None:  # noqa: ARG001  the check's signature
    if reply.text != "{}":
        raise ReplyUnusable(reply.provider, "not JSON")


def stacked(adapter: Provider, *, clock: JumpingClock, facts: Facts) -> Provider:
    metered = Metering(adapter, prices=cost, clock=clock, emit=facts)
    limited = Limiting(metered, concurrent=8)
    retried = Retrying(limited, clock=clock, random=Random(3), emit=facts, budget=RetryBudget(clock=clock))
    return Checked(Breaker(retried, clock=clock, emit=facts), check=is_json, emit=facts)


def a_tenth_fails(random: Random) -> Iterator[Play | ModelError]:
    """In every ten calls one fails, at a place nobody can foresee."""
    while True:
        ten: list[Play | ModelError] = [unavailable("first"), *repeat(Play(seconds=4.0), 9)]
        random.shuffle(ten)
        yield from ten


class Bench:
    def __init__(self, plays: Iterator[Play | str | ModelError]) -> None:
        self.clock = JumpingClock()
        self.facts = Facts()
        self.first = Scripted(plays, name="first", clock=self.clock)
        self.second = Scripted(repeat("{}"), name="second")
        both = [stacked(each, clock=self.clock, facts=self.facts) for each in (self.first, self.second)]
        self.provider = Failover(both, emit=self.facts)


@pytest.mark.parametrize("clock_runs", [True, False])
@pytest.mark.parametrize("seed", range(3))
async def test_one_call_in_ten_failing_is_hardly_noticed(
    *, seed: int, clock_runs: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = Bench(a_tenth_fails(Random(seed)))
    if not clock_runs:  # all in one window: the budget has no time to recover
        monkeypatch.setattr(bench.clock, "advance", lambda _: None)
    replies: list[Reply] = []

    async def work() -> None:
        for _ in range(DRAFTS // 5):
            replies.append(await ask(bench.provider))  # noqa: PERF401  it awaits others in between

    async with asyncio.TaskGroup() as group:
        for _ in range(5):
            group.create_task(work())
    assert len(replies) == DRAFTS
    assert sum(reply.provider == "first" for reply in replies) >= 0.995 * DRAFTS
    assert len(bench.first.calls) + len(bench.second.calls) <= 1.12 * DRAFTS


async def test_an_outage_of_the_first_choice_costs_few_calls() -> None:
    bench = Bench(repeat(unavailable("first")))
    for _ in range(100):
        reply = await ask(bench.provider)
        assert reply.skipped[0][0] == "first"
    assert len(bench.first.calls) <= 20
    assert bench.facts.count("model_breaker", provider="first", state="open") >= 1


async def test_every_attempt_is_metered() -> None:
    bench = Bench(iter([unavailable("first"), "nonsense", "{}"]))
    reply = await ask(bench.provider)
    assert (reply.provider, reply.skipped) == ("first", ())
    assert bench.facts.count("model_call", outcome="unavailable") == 1
    assert bench.facts.count("model_call", outcome="ok", output=500) == 2


async def test_nonsense_twice_goes_to_the_next_provider() -> None:
    bench = Bench(iter(["nonsense", "more of it"]))
    reply = await ask(bench.provider)
    assert (reply.provider, reply.skipped) == ("second", (("first", "not JSON"),))


async def test_a_refusal_reaches_the_caller_after_one_call() -> None:
    bench = Bench(iter([ModelDeclined("first", "refusal")]))
    with pytest.raises(ModelDeclined):
        await ask(bench.provider)
    assert (len(bench.first.calls), len(bench.second.calls)) == (1, 0)


async def test_a_resting_provider_is_failed_over_without_waiting() -> None:
    bench = Bench(repeat(unavailable("first")))
    for _ in range(5):
        await ask(bench.provider)
    before = bench.clock.monotonic()
    reply = await ask(bench.provider)
    assert reply.skipped == (("first", "resting after repeated failures"),)
    assert bench.clock.monotonic() == before


async def test_a_stop_reaches_the_adapter_through_all_of_them() -> None:
    bench = Bench(iter([Play(until=asyncio.Event())]))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(ask(bench.provider))
        await bench.first.holding.wait()
        task.cancel()
    assert task.cancelled()
    assert (bench.first.running, len(bench.second.calls)) == (0, 0)
    assert bench.facts.count("model_call", outcome="stopped") == 1
