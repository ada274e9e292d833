"""One queue for many tests: what they ask of it, and what they wait for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from core.jobs import rows
from core.jobs.model import Job, Limits
from core.jobs.naming import Ids
from core.jobs.queue import Queue
from tests.fakes.clock import Ahead
from tests.fakes.facts import Facts
from tests.fakes.work import Work, eventually

LIMITS = Limits(poll=0.05, running=5, per_workspace=3)
SWEEP = 0.2  # seconds
WAITS = (0.01, 0.01, 0.01)  # seconds


@dataclass(kw_only=True)
class Office:
    queue: Queue
    work: Work
    clock: Ahead
    facts: Facts
    gates: list[asyncio.Event] = field(default_factory=list)

    def gate(self, *jobs: Job) -> asyncio.Event:
        """Keep these jobs running until the gate is set."""
        event = asyncio.Event()
        self.gates.append(event)
        for one in jobs:
            self.work.plans[one.id] = lambda _: event.wait()
        return event

    async def submit(self, *jobs: Job) -> None:
        for one in jobs:
            assert (await self.queue.submit(one)).new

    async def idle(self) -> None:
        """Wait until nothing runs or waits."""

        async def check() -> bool:
            load = await self.queue.load()
            return not load.running and not load.waiting

        await eventually(check)

    async def ended(self, one: Job) -> None:
        """Wait until a job is over for the queue too."""
        await self.reaches(Ids(one.id).turn, *rows.ENDED)

    async def in_lane(self, one: Job) -> None:
        """Wait until a job waits for a slot of its workspace."""
        await self.reaches(Ids(one.id).lane, rows.WAITING)

    async def in_line(self, one: Job) -> None:
        """Wait until a job waits for a slot of all."""
        await self.reaches(Ids(one.id).run, rows.WAITING)

    async def reaches(self, workflow: str, *status: str) -> None:
        """Wait until a workflow of a job has one of these statuses."""

        async def check() -> bool:
            return bool(await rows.find([workflow], status=status))

        await eventually(check)
