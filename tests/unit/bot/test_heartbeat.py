"""The heartbeat, and how full the queue is: what is told again and again."""

from __future__ import annotations

from bot import load
from bot.heartbeat import BEAT, Heartbeat
from core.jobs.model import Load
from tests.fakes.clock import JumpingClock
from tests.unit.bot.repeating import Enough, run_until


class Late(JumpingClock):
    """Wakes up later than it was asked to, by as many seconds as are listed."""

    def __init__(self, lateness: list[float]) -> None:
        super().__init__()
        self.lateness = lateness

    async def sleep(self, seconds: float) -> None:
        await super().sleep(seconds + (self.lateness.pop(0) if self.lateness else 0.0))


async def test_every_beat_tells_how_late_it_was() -> None:
    facts = Enough(3)
    await run_until(facts, Heartbeat(clock=Late([0.0, 0.25, -0.5]), emit=facts).run())
    assert facts.seen[:3] == [("loop_lag", {"seconds": late}) for late in (0.0, 0.25, 0.0)]


async def test_a_beat_that_is_very_late_is_told_apart() -> None:
    facts = Enough(2)
    await run_until(facts, Heartbeat(clock=Late([7.5]), emit=facts).run())
    assert facts.seen[:2] == [("loop_lag", {"seconds": 7.5}), ("loop_stalled", {"seconds": 7.5})]


async def test_the_age_grows_until_the_next_beat() -> None:
    facts, clock = Enough(1), JumpingClock()
    clock.advance(100)
    heart = Heartbeat(clock=clock, emit=facts)
    clock.advance(12)
    assert heart.age == 12
    await run_until(facts, heart.run())
    assert heart.age <= BEAT


async def test_how_full_the_queue_is_is_told_also_after_a_look_that_failed() -> None:
    facts, clock = Enough(3), JumpingClock()
    looks: list[Load | Exception] = [
        Load(running=2, waiting=5),
        ConnectionError("where the database is"),
        Load(running=0, waiting=0),
    ]

    async def look() -> Load:
        found = looks.pop(0)
        if isinstance(found, Exception):
            raise found
        return found

    await run_until(facts, load.watch(look, clock=clock, emit=facts))
    assert facts.seen[:3] == [
        ("queue_load", {"running": 2, "waiting": 5}),
        ("queue_look_failed", {"look": "load", "cause": "ConnectionError"}),
        ("queue_load", {"running": 0, "waiting": 0}),
    ]
    assert clock.slept[:2] == [load.INTERVAL, load.INTERVAL]
