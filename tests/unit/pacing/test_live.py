"""The loop of one live message, without Slack."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import Random

from core.pacing.gate import Gate
from core.pacing.limits import Budget, Limit, Priority
from core.pacing.writers import Writers
from tests.fakes.facts import Facts
from tests.fakes.virtual_time import VirtualClock, run

BUDGET = Budget(key=("T1", "edit"), limit=Limit(calls=45, seconds=60, burst=5, reserve=0.2, ceiling=50))


@dataclass(frozen=True)
class Line:
    fingerprint: str
    priority: Priority = Priority.TICK


END = Line("end", Priority.TERMINAL)


class Screen:
    """Keeps the port Outlet, takes half a second to show a line, and writes down when it did."""

    budgets = (BUDGET,)

    def __init__(self) -> None:
        self.lines: list[tuple[str, float]] = []
        self.ended: list[Line] = []

    async def send(self, payload: Line) -> bool:
        self.lines.append((payload.fingerprint, round(VirtualClock().monotonic(), 3)))
        await asyncio.sleep(0.5)
        return True

    async def settled(self, payload: Line) -> None:
        self.ended.append(payload)


@asynccontextmanager
async def writers_of(facts: Facts | None = None) -> AsyncIterator[Writers]:
    clock, emit = VirtualClock(), facts or Facts()
    async with (
        Gate(clock=clock, random=Random(0), emit=emit) as gate,
        Writers(gate=gate, clock=clock, random=Random(0), emit=emit) as writers,
    ):
        yield writers


def test_ticks_wait_for_their_share_and_stages_only_for_their_message() -> None:
    async def scenario() -> None:
        async with writers_of() as writers:
            lives = [writers.start("T1", screen if first else Screen()) for first in (True, False, False)]
            lives[0].put(Line("tick"))
            await asyncio.sleep(1)
            lives[0].put(Line("tick, after three writers divided by 0.75 a second"))
            await asyncio.sleep(5)
            lives[0].put(Line("another tick"))
            await asyncio.sleep(0.1)
            lives[0].put(Line("stage", Priority.STAGE))
            await asyncio.sleep(5)
            for live in lives:
                live.leave()

    screen = Screen()
    run(scenario())
    assert [at for _, at in screen.lines] == [0.0, 4.0, 6.1]


def test_whoever_has_ended_takes_no_share_of_the_ticks() -> None:
    async def scenario() -> None:
        async with writers_of() as writers:
            for ended in [writers.start("T1", Screen()) for _ in range(9)]:
                ended.leave()
            live = writers.start("T1", screen)
            live.put(Line("a"))
            await asyncio.sleep(1)
            live.put(Line("b"))
            await asyncio.sleep(5)
            live.leave()

    screen = Screen()
    run(scenario())
    assert screen.lines == [("a", 0.0), ("b", 1.333)]


def test_an_end_does_not_wait_for_the_share_of_ticks() -> None:
    async def scenario() -> None:
        async with writers_of() as writers:
            others = [writers.start("T1", Screen()) for _ in range(20)]
            live = writers.start("T1", screen)
            live.put(Line("tick"))
            await asyncio.sleep(1)
            live.put(Line("tick that never shows"))
            assert await live.finish(END)
            for held in (live, *others):
                held.leave()

    screen = Screen()
    run(scenario())
    assert screen.lines == [("tick", 0.0), ("end", 1.0)]
    assert screen.ended == [END]


def test_a_tick_is_worth_drawing_up_when_its_share_comes_soon() -> None:
    async def scenario() -> list[bool]:
        async with writers_of() as writers:
            others = [writers.start("T1", Screen()) for _ in range(2)]
            live = writers.start("T1", Screen())
            told = [live.takes_tick(0.0)]
            live.put(Line("a"))
            await asyncio.sleep(1)  # of the four seconds that three writers leave between two ticks
            told += [live.takes_tick(2.9), live.takes_tick(3.0)]
            for held in (live, *others):
                held.leave()
        return told

    assert run(scenario()) == [True, False, True]


def test_what_becomes_what_is_shown_while_it_waits_is_not_sent() -> None:
    async def scenario() -> None:
        async with writers_of(facts) as writers:
            live = writers.start("T1", screen)
            live.put(Line("a"))
            await asyncio.sleep(0.6)
            live.put(Line("b"))
            await asyncio.sleep(0.1)
            live.put(Line("a"))
            await asyncio.sleep(5)
            live.leave()

    screen, facts = Screen(), Facts()
    run(scenario())
    assert screen.lines == [("a", 0.0)]
    assert facts.count("edit", cause="newer") == 1
    assert facts.count("edit", cause="unchanged") == 1


def test_a_line_that_comes_in_the_moment_of_passing_for_nothing_waits_for_its_own_turn() -> None:
    async def scenario() -> None:
        async with writers_of() as writers:
            live = writers.start("T1", screen)
            live.put(Line("a"))
            await asyncio.sleep(0.6)
            live.put(Line("b"))
            await asyncio.sleep(0.1)
            live.put(Line("a"))  # passes, since it need not be sent
            live.put(Line("c"))  # before the loop has had its turn
            await asyncio.sleep(5)
            live.leave()

    screen = Screen()
    run(scenario())
    assert screen.lines == [("a", 0.0), ("c", 1.333)]


def test_whoever_holds_on_keeps_the_loop_going_for_the_next() -> None:
    async def scenario() -> None:
        async with writers_of() as writers:
            live = writers.start("T1", screen)
            live.hold()
            live.leave()
            live.put(Line("a"))
            await asyncio.sleep(1)
            over = [live.over]
            live.leave()
            await asyncio.sleep(0)
            over.append(live.over)
            assert over == [False, True]
            assert not await live.finish(END)

    screen = Screen()
    run(scenario())
    assert screen.lines == [("a", 0.0)]


def test_leaving_while_progress_waits_for_its_turn_ends_the_loop_at_once() -> None:
    async def scenario() -> None:
        async with writers_of() as writers:
            live = writers.start("T1", screen)
            live.put(Line("a"))
            await asyncio.sleep(0.6)
            live.put(Line("b"))
            await asyncio.sleep(0.1)
            live.leave()
            await asyncio.sleep(0.01)
            assert live.over

    screen = Screen()
    run(scenario())
    assert screen.lines == [("a", 0.0)]


def test_closing_the_writers_ends_loops_and_whoever_waits_for_an_end_is_told() -> None:
    async def scenario() -> bool:
        async with asyncio.TaskGroup() as group:
            async with writers_of() as writers:
                live = writers.start("T1", screen)
                finishing = group.create_task(live.finish(END))
                await asyncio.sleep(0.1)
            return await finishing

    screen = Screen()
    assert not run(scenario())
    assert screen.ended == []
