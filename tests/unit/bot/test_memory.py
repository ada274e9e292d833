"""The memory watch: warn, stop taking jobs, take them again."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Iterable

import psutil
from hypothesis import given
from hypothesis import strategies as st

from bot import memory
from bot.memory import EASED, FULL, INTERVAL, MemoryWatch, Usage, measure
from handlers.operation import Memory
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.unit.bot.repeating import Enough, run_until

LIMIT = 1_000
MEBIBYTE = 1 << 20


class Bench:
    """A watch that sees one use after the other, in thousandths of the limit."""

    def __init__(self, uses: Iterable[int | Exception]) -> None:
        self.uses = list(uses)
        self.clock = JumpingClock()
        self.facts = Facts()
        self.watch = MemoryWatch(read=self.read, clock=self.clock, emit=self.facts)

    def read(self) -> Usage:
        use = self.uses.pop(0)
        if isinstance(use, Exception):
            raise use
        return Usage(resident=use, limit=LIMIT)

    async def look(self) -> list[str]:
        """What a look told."""
        before = len(self.facts.seen)
        await self.watch.look()
        return [event for event, _ in self.facts.seen[before:]]


async def test_up_to_four_fifths_of_the_limit_nobody_is_warned() -> None:
    bench = Bench([10, 800])
    assert [await bench.look(), await bench.look()] == [["memory"], ["memory"]]
    assert bench.watch.accepting


async def test_above_that_a_warning_has_the_figures() -> None:
    bench = Bench([801])
    assert await bench.look() == ["memory", "memory_high"]
    assert bench.facts.seen[-1][1] == {"resident": 801, "limit": LIMIT, "share": 0.801, "accepting": True}
    assert bench.watch.accepting


async def test_above_95_percent_no_job_is_taken_until_it_is_under_85() -> None:
    bench = Bench([950, 951, 950, 850, 849, 799])
    told, accepting = [], []
    while bench.uses:
        told.append((await bench.look())[1:])
        accepting.append(bench.watch.accepting)
    assert accepting == [True, False, False, False, True, True]
    assert told == [
        ["memory_high"],
        ["memory_full"],
        ["memory_high"],
        ["memory_high"],
        ["memory_eased", "memory_high"],
        [],
    ]


@given(st.lists(st.integers(0, 2 * LIMIT), min_size=1))
def test_between_the_two_marks_nothing_changes(uses: list[int]) -> None:
    async def watch() -> None:
        bench = Bench(uses)
        for use in uses:
            before = bench.watch.accepting
            await bench.look()
            share = use / LIMIT
            expected = False if share > FULL else True if share < EASED else before
            assert bench.watch.accepting is expected

    asyncio.run(watch())


async def test_what_the_last_look_found_is_there_to_be_told() -> None:
    bench = Bench([960, OSError(), 100])
    assert bench.watch.held() is None
    full = Memory(resident=960, limit=LIMIT, accepting=False)
    for found in (full, full, Memory(resident=100, limit=LIMIT, accepting=True)):
        await bench.look()
        assert bench.watch.held() == found


async def test_a_look_that_fails_changes_nothing_and_is_told() -> None:
    bench = Bench([960, PermissionError("a path"), 100])
    await bench.look()
    assert await bench.look() == ["memory_unknown"]
    assert bench.facts.seen[-1][1] == {"cause": "PermissionError"}
    assert not bench.watch.accepting
    await bench.look()
    assert bench.watch.accepting


async def test_it_looks_at_once_and_then_every_minute_in_a_thread() -> None:
    facts, clock, threads = Enough(3), JumpingClock(), list[threading.Thread]()

    def read() -> Usage:
        threads.append(threading.current_thread())
        return Usage(resident=100, limit=LIMIT)

    await run_until(facts, MemoryWatch(read=read, clock=clock, emit=facts).run())
    assert clock.slept[:2] == [INTERVAL, INTERVAL]
    assert threading.main_thread() not in threads


def test_the_memory_of_children_counts() -> None:
    alone = measure()
    program = "import sys; held = bytearray(64 << 20); print('.', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:  # noqa: S603  our own
        assert child.stdout is not None
        child.stdout.readline()
        together = measure()
        child.communicate()
    assert alone.resident > 0
    assert together.resident - alone.resident > 48 * MEBIBYTE


def test_a_child_that_has_ended_meanwhile_holds_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        gone = psutil.Process(child.pid)
        child.communicate(b"\n")
    assert memory.resident(gone) == 0


def test_the_lowest_limit_counts() -> None:
    machine = psutil.virtual_memory().total
    assert measure(MEBIBYTE).limit == MEBIBYTE
    assert measure(4 * machine).limit <= machine
    assert measure(None).limit == measure(4 * machine).limit
