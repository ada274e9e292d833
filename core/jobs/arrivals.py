"""First come, first served: the numbers that the engine orders its queues by."""

from __future__ import annotations

import asyncio

from core.jobs import rows
from core.jobs.engine import LANE_QUEUE, RUN_QUEUE, THREAD_QUEUE

PREMIUM = 1
STANDARD = 2**30  # behind every premium job; the engine takes priorities up to 2**31 - 1


def priority(arrival: int, *, premium: bool = False) -> int:
    """The engine's priority, where the lowest goes first."""
    return (PREMIUM if premium else STANDARD) + arrival


class Arrivals:
    """Counts the jobs that come.

    The engine orders rows of one priority by the time of their making, which on SQLite it takes to the
    second. The one process that a SQLite file has can count instead, on from the highest number in the
    queues. Replicas on Postgres cannot count together, and need not: times are in milliseconds there.
    """

    def __init__(self, *, alone: bool) -> None:
        self._alone = alone
        self._latest: int | None = None
        self._looking = asyncio.Lock()

    async def next(self) -> int:
        """The number of the job that comes now; 0 for all where replicas share the queues."""
        if not self._alone:
            return 0
        async with self._looking:
            if self._latest is None:
                there = await rows.unfinished(THREAD_QUEUE, LANE_QUEUE, RUN_QUEUE)
                self._latest = max((row.priority % STANDARD for row in there), default=0)
            self._latest += 1
            return self._latest
