"""Shows on a live message how far a job is: what happens, and that time passes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from core.clock import Clock
from core.pipeline.events import Event
from handlers.presenter import present
from handlers.standing import Standing, after, later
from handlers.writer import Message

TICK = 2.0  # seconds; a message that stands still for longer looks stuck


class Progress:
    """The standing of one job, `since` a moment in Unix seconds."""

    def __init__(self, message: Message, standing: Standing, *, clock: Clock, since: float) -> None:
        self.standing = standing
        self._message = message
        self._clock = clock
        self._since = since

    @property
    def elapsed(self) -> float:
        """Seconds since the job was ordered."""
        return self._clock.now() - self._since

    def take(self, event: Event) -> None:
        """Show what happened."""
        self._show(after(self.standing, event, self.elapsed))

    @asynccontextmanager
    async def ticking(self) -> AsyncIterator[None]:
        """Show the time that passes, for as long as this is open."""
        # Ended below on every way out. A TaskGroup would wrap the errors of the work in a group.
        ticks = asyncio.ensure_future(self._tick())
        try:
            yield
        finally:
            ticks.cancel()
            await asyncio.gather(ticks, return_exceptions=True)

    async def _tick(self) -> None:
        while True:
            await self._clock.sleep(TICK)
            self._show(later(self.standing))

    def _show(self, standing: Standing) -> None:
        self.standing = standing
        self._message.show(present(standing, self.elapsed))
