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
        until = await self._since(job) + self._max_wait
        while not self._accepting():
            if self._clock.now() >= until:
                raise ShortOfMemory
            await self._clock.sleep(LOOK)

    async def _since(self, job: Job) -> float:
        """When it began to wait: as it was ordered, or now if it may have waited for others of its thread."""
        try:
            ordered = await self._orders.find(job.workspace, job.id)
        except DraftForgotten:
            return self._clock.now()
        return ordered.since if ordered.draft.key.id == job.id else self._clock.now()
