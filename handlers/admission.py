"""Whether jobs are begun at all: not while the server is short of memory, and nobody waits forever."""

from __future__ import annotations

from collections.abc import Callable

from core.clock import Clock
from core.errors import DraftForgotten
from core.jobs.model import Job
from handlers.orders import Orders

LOOK = 1.0  # seconds between two looks at whether jobs are begun


class ShortOfMemory(Exception):
    """The job was not begun in the time that it may wait. Its name is the reason that the job ends with."""


class Admission:
    """Holds jobs back while `accepting` says no, at most `max_wait` seconds."""

    def __init__(
        self, accepting: Callable[[], bool], *, orders: Orders, max_wait: float, clock: Clock
    ) -> None:
        self._accepting = accepting
        self._orders = orders
        self._max_wait = max_wait
        self._clock = clock

    async def wait(self, job: Job) -> None:
        """Wait until the job may begin. Raises ShortOfMemory."""
        if self._accepting():
            return
        until = self._clock.monotonic() + self._max_wait - await self._waited(job)
        while not self._accepting():
            if self._clock.monotonic() >= until:
                raise ShortOfMemory
            await self._clock.sleep(LOOK)

    async def _waited(self, job: Job) -> float:
        """Seconds since it was ordered, by the time of day; none where others of its thread came first."""
        try:
            ordered = await self._orders.find(job.workspace, job.id)
        except DraftForgotten:
            return 0.0
        if ordered.draft.key.id != job.id:
            return 0.0
        return max(0.0, self._clock.now() - ordered.since)
