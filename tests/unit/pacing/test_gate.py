"""Who may call, and when."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import Random

import pytest

from core.pacing import gate as gates
from core.pacing.gate import Call, Gate
from core.pacing.limits import Budget, Limit, Priority
from tests.fakes.facts import Facts
from tests.fakes.virtual_time import VirtualClock, run

EVERY_SECOND = Limit(calls=1, seconds=1)
A = Budget(key=("T1", "a"), limit=EVERY_SECOND)
B = Budget(key=("T1", "b"), limit=EVERY_SECOND)

Log = list[tuple[str, float]]


@dataclass
class Changing:
    budgets: tuple[Budget, ...]
    priority: Priority = Priority.TICK
    earliest: float = 1000.0


@asynccontextmanager
async def gate_of(*, replicas: int = 1, facts: Facts | None = None) -> AsyncIterator[Gate]:
    async with Gate(clock=VirtualClock(), random=Random(0), emit=facts or Facts(), replicas=replicas) as gate:
        yield gate


async def call(gate: Gate, log: Log, name: str, *budgets: Budget, priority: Priority = Priority.TICK) -> None:
    async with gate.turn(Call(budgets=budgets, priority=priority)):
        log.append((name, round(VirtualClock().monotonic(), 6)))


def test_within_a_priority_who_came_first_goes_first() -> None:
    async def scenario() -> None:
        async with gate_of() as gate, asyncio.TaskGroup() as group:
            for name in "abc":
                group.create_task(call(gate, log, name, A))

    log: Log = []
    run(scenario())
    assert log == [("a", 0.0), ("b", 1.0), ("c", 2.0)]


def test_the_more_urgent_goes_first() -> None:
    async def scenario() -> None:
        async with gate_of() as gate, asyncio.TaskGroup() as group:
            group.create_task(call(gate, log, "first", A))
            await asyncio.sleep(0.1)
            for priority in reversed(Priority):
                group.create_task(call(gate, log, priority.name, A, priority=priority))

    log: Log = []
    run(scenario())
    assert [name for name, _ in log] == ["first", "TERMINAL", "ERROR", "STAGE", "TICK"]


def test_one_budget_does_not_wait_for_another() -> None:
    async def scenario() -> None:
        async with gate_of() as gate, asyncio.TaskGroup() as group:
            group.create_task(call(gate, log, "first of a", A))
            group.create_task(call(gate, log, "second of a", A, priority=Priority.TERMINAL))
            group.create_task(call(gate, log, "b", B))
            group.create_task(call(gate, log, "both", A, B))

    log: Log = []
    run(scenario())
    assert log == [("first of a", 0.0), ("b", 0.0), ("second of a", 1.0), ("both", 2.0)]


def test_a_claim_that_counts_against_nothing_passes() -> None:
    async def scenario() -> None:
        async with gate_of() as gate, gate.turn(Call(budgets=())) as counted:
            assert counted == ()

    run(scenario())


def test_a_claim_waits_for_the_moment_it_names_itself() -> None:
    async def scenario() -> None:
        async with gate_of() as gate:
            async with gate.turn(Call(budgets=(A,), earliest=7.5)) as counted:
                assert counted == (A,)
            assert VirtualClock().monotonic() == 7.5

    run(scenario())


def test_a_claim_that_changes_is_seen_at_the_next_nudge() -> None:
    async def scenario() -> None:
        async with gate_of() as gate, asyncio.TaskGroup() as group:
            claim = Changing(budgets=(A,))
            group.create_task(pass_through(gate, claim))
            await asyncio.sleep(3)
            claim.earliest = 2.0
            gate.nudge()

    log: Log = []

    async def pass_through(gate: Gate, claim: Changing) -> None:
        async with gate.turn(claim):
            log.append(("changed", VirtualClock().monotonic()))

    run(scenario())
    assert log == [("changed", 3.0)]


def test_a_frozen_budget_is_frozen_for_all_who_ask_and_for_no_other() -> None:
    async def scenario() -> None:
        async with gate_of(facts=facts) as gate, asyncio.TaskGroup() as group:
            gate.freeze(A, 30.0)
            group.create_task(call(gate, log, "a", A, priority=Priority.TERMINAL))
            group.create_task(call(gate, log, "b", B))

    log: Log = []
    facts = Facts()
    run(scenario())
    assert log[0] == ("b", 0.0)
    assert log[1][0] == "a"
    assert 30.0 < log[1][1] <= 31.0  # with jitter
    assert facts.count("budget_frozen", budget="T1 a") == 1


def test_whoever_leaves_the_line_takes_nothing_along() -> None:
    async def scenario() -> None:
        async with gate_of() as gate, asyncio.TaskGroup() as group:
            group.create_task(call(gate, log, "first", A))
            leaving = group.create_task(call(gate, log, "leaving", A))
            group.create_task(call(gate, log, "last", A))
            await asyncio.sleep(0.5)
            leaving.cancel()

    log: Log = []
    run(scenario())
    assert log == [("first", 0.0), ("last", 1.0)]


ONE_AT_A_TIME = Budget(key=("T1", "c"), limit=Limit(calls=100, seconds=1, burst=100, ceiling=1))


@pytest.mark.parametrize("cancelled_first", [True, False])
def test_whoever_is_cancelled_while_being_let_through_gives_the_place_back(*, cancelled_first: bool) -> None:
    async def scenario() -> None:
        async with gate_of() as gate, asyncio.TaskGroup() as group:
            claim = Changing(budgets=(ONE_AT_A_TIME,))
            leaving = group.create_task(pass_through(gate, claim))
            await asyncio.sleep(1)
            claim.earliest = 0.0
            if cancelled_first:
                leaving.cancel()
            gate.nudge()
            leaving.cancel()
            await asyncio.sleep(0)
            group.create_task(call(gate, log, "next", ONE_AT_A_TIME))

    async def pass_through(gate: Gate, claim: Changing) -> None:
        async with gate.turn(claim):
            log.append(("cancelled", 0.0))

    log: Log = []
    run(scenario())
    assert log == [("next", 1.0 if cancelled_first else 2.0)]


def test_whoever_waits_for_an_answer_goes_a_window_after_it() -> None:
    async def scenario() -> None:
        async with gate_of() as gate, asyncio.TaskGroup() as group:
            group.create_task(slow_call(gate))
            await asyncio.sleep(0)
            group.create_task(call(gate, log, "next", ONE_AT_A_TIME))

    async def slow_call(gate: Gate) -> None:
        async with gate.turn(Call(budgets=(ONE_AT_A_TIME,))):
            await asyncio.sleep(5)

    log: Log = []
    run(scenario())
    assert log == [("next", 6.0)]


def test_the_budget_is_divided_by_the_replicas_also_when_their_number_changes() -> None:
    async def scenario() -> None:
        async with gate_of(replicas=2) as gate, asyncio.TaskGroup() as group:
            for name in "abcd":
                group.create_task(call(gate, log, name, A))
            await asyncio.sleep(3)
            gate.share(1)

    log: Log = []
    run(scenario())
    assert log == [("a", 0.0), ("b", 2.0), ("c", 4.0), ("d", 5.0)]


def test_buckets_that_are_of_no_use_any_more_are_swept(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        async with gate_of() as gate:
            for number in range(100):
                channel = Budget(key=("T1", "a", str(number)), limit=EVERY_SECOND)
                async with gate.turn(Call(budgets=(channel,))):
                    await asyncio.sleep(0.25)
            assert len(gate._buckets) <= 10

    monkeypatch.setattr(gates, "SWEEP_AT", 10)
    run(scenario())
