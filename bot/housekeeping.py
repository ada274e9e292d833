"""Deletes what is not to be kept: what is to be forgotten, what is old, what a workspace leaves behind."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.looking import beside, repeat
from core.cache import Cache
from core.clock import Clock
from core.jobs.queue import Queue
from core.store.store import Store
from core.telemetry import Emit
from handlers.choices import retention_days
from handlers.erasing import FORGOTTEN, Eraser
from handlers.files.sweeping import sweep

FORGET = 1.0  # seconds between two looks at what is to be forgotten
CLEAN = 3_600.0  # seconds between two looks at what is old
DAY = 86_400.0  # seconds
REMEMBER = 8 * DAY  # seconds that a forgotten job is known for: longer than the queue knows it
ENDING = 2.0  # seconds that the jobs of a workspace that leaves have to end: Slack waits for three
CLEARING = 1.0  # seconds that the caches have to answer meanwhile
LOOK = 0.05  # seconds between two looks at those
ECHO = 60.0  # seconds after a workspace left in which a job or a request of it may end late

HasLeft = Callable[[str], Awaitable[bool]]  # by workspace; may raise whatever a way to Slack raises


class Housekeeping:
    """Looks again and again, while `open` lasts. `days` is how long a draft that nobody touches is kept.

    `has_left` tells whether the app is not installed in a workspace any more.
    Each chore is tried by itself: a cache or a database that is away keeps none of the others from its turn.
    """

    def __init__(
        self,
        eraser: Eraser,
        *,
        store: Store,
        queue: Queue,
        cache: Cache,
        has_left: HasLeft,
        days: int,
        clock: Clock,
        emit: Emit,
    ) -> None:
        self._eraser = eraser
        self._store = store
        self._queue = queue
        self._cache = cache
        self._has_left = has_left
        self._days = days
        self._clock = clock
        self._emit = emit
        self._left: dict[str, float] = {}  # workspaces, and when (monotonic) what came late is deleted
        self._stale: dict[str, float] = {}  # workspaces, and when (monotonic) the last of it may be cached

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Keep house meanwhile."""
        looks = (
            ("forget", self._eraser.look, FORGET),
            ("left", self.empty_left, FORGET),
            ("caches", self.clear_caches, FORGET),
            ("expire", self.expire, CLEAN),
            ("remembered", self.drop_remembered, CLEAN),
            ("folders", self.sweep, CLEAN),
        )
        async with beside(
            *(repeat(name, look, every, clock=self._clock, emit=self._emit) for name, look, every in looks)
        ):
            yield

    async def expire(self) -> None:
        """Delete drafts that are old. Emits expired.

        A draft that a job is under way for is in use, however long ago it was touched.
        """
        now = self._clock.now()
        busy = [job.id for job in await self._queue.under_way()]
        for workspace in await self._store.workspaces.ids():
            days = retention_days(await self._store.workspaces.get(workspace), self._days)
            drafts = await self._store.expire(older_than=now - days * DAY, workspace=workspace, spared=busy)
            if drafts:
                self._stale[workspace] = max(self._stale.get(workspace, 0.0), self._clock.monotonic())
                self._emit("expired", workspace=workspace, drafts=drafts)

    async def drop_remembered(self) -> None:
        """Delete the memory of what was forgotten long ago."""
        await self._store.forgettings.drop(ended_before=self._clock.now() - REMEMBER)

    async def sweep(self) -> None:
        """Remove the folders of files that a former process left behind."""
        await asyncio.to_thread(sweep, Path(tempfile.gettempdir()), now=self._clock.now())

    async def leave(self, workspace: str) -> None:
        """Delete everything of a workspace that uninstalled the app. What runs there is stopped first.

        A cache that is away is cleared when it is back: that is no reason for Slack to tell us again.
        """
        jobs = await self._queue.cancel_all(workspace, FORGOTTEN)
        until = self._clock.monotonic() + ENDING
        while not await self._queue.ended(jobs) and self._clock.monotonic() < until:
            await self._clock.sleep(LOOK)
        await self._store.forget_workspace(workspace)
        self._left[workspace] = self._stale[workspace] = self._clock.monotonic() + ECHO
        try:
            async with asyncio.timeout(CLEARING):
                await self.clear_caches()
        except Exception as failure:  # noqa: BLE001  whatever it is, the next look tries again
            self._emit("look_failed", look="caches", cause=type(failure).__name__)

    async def empty_left(self) -> None:
        """Delete what was stored late of workspaces that left, unless the app is installed there again.

        A request that was under way when its workspace left may have brought it back.
        """
        for workspace, due in tuple(self._left.items()):
            now = self._clock.monotonic()
            if now >= due:
                self._left[workspace] = now + ECHO  # where Slack or the database is away now
                if await self._has_left(workspace):
                    await self._store.forget_workspace(workspace)
                if self._left[workspace] == now + ECHO:
                    del self._left[workspace]

    async def clear_caches(self) -> None:
        """Clear the caches of workspaces where something was deleted, until it cannot be cached any more.

        Raises what the cache raises, and leaves off none of them then.
        """
        for workspace in tuple(self._stale):
            began = self._clock.monotonic()
            await self._cache.clear(workspace)
            if self._stale.get(workspace, began) <= began:
                self._stale.pop(workspace, None)
