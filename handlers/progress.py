"""Shows on a live message how far a job is: what happens, how long stages take, that time passes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from core.clock import Clock
from core.pipeline.events import Event
from core.telemetry import Emit
from handlers.presenter import present
from handlers.standing import Standing, after, later
from handlers.writer import Message

WAITING = "queued"  # the stage that the queue tells of
TICK = 2.0  # seconds; a message that stands still for longer looks stuck


class Progress:
    """The standing of one job, `since` a moment in Unix seconds. Emits stage as each ends."""

    def __init__(
        self, message: Message, standing: Standing, *, clock: Clock, since: float, emit: Emit
    ) -> None:
        self.standing = standing
        self._message = message
        self._clock = clock
        self._since = since
        self._emit = emit
        self._began = clock.monotonic()

    @property
    def elapsed(self) -> float:
        """Seconds since the job was ordered."""
        return self._clock.now() - self._since

    def take(self, event: Event) -> None:
        """Show what happened."""
        self._show(after(self.standing, event, self.elapsed))

    def close(self) -> None:
        """The last stage is over, too."""
        now = self._clock.monotonic()
        stage, seconds = self.standing.stage.lower(), now - self._began
        self._began = now
        if stage != WAITING:
            self._emit("stage", job=self.standing.job, stage=stage, seconds=seconds)

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
        if standing.stage != self.standing.stage:
            self.close()
        self.standing = standing
        self._message.show(present(standing, self.elapsed))
