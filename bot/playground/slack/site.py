"""One running Slack: its world, what goes wrong in it, what it sends, and what was asked of it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Self

from bot.playground.slack.delivery.courier import Courier
from bot.playground.slack.delivery.http import PATIENCE, HttpTransport
from bot.playground.slack.delivery.signing import Signer
from bot.playground.slack.delivery.sockets import SocketTransport
from bot.playground.slack.journal import Journal
from bot.playground.slack.limits import RateLimits
from bot.playground.slack.news import News
from bot.playground.slack.payloads.events import events_of
from bot.playground.slack.trouble import Trouble
from bot.playground.slack.uploads import finish
from bot.playground.slack.world import Change, World

PROCESSING = 1.0  # seconds until a completed upload has a type


class Site:
    """Everything that the web pages, the methods and the people of a local Slack share.

    Open it with `async with`: it owns the work that goes on beside. `processing` is in seconds on the world's
    clock, `patience` in real seconds, since it is real code that must answer within them.
    """

    def __init__(self, world: World, *, processing: float = PROCESSING, patience: float = PATIENCE) -> None:
        self.world = world
        self.processing = processing
        self.trouble = Trouble()
        self.journal = Journal()
        self.limits = RateLimits(world.clock)
        self.news = News()
        self.http = HttpTransport(Signer(world.app.signing_secret), patience=patience)
        self.sockets = SocketTransport(world.app.id, patience=patience)
        self.courier = Courier(
            transport=self.sockets if world.app.socket_mode else self.http,
            clock=world.clock,
            trouble=self.trouble,
            news=self.news,
            spawn=self.spawn,
        )
        self._work: set[asyncio.Task[None]] = set()
        self._tasks: asyncio.TaskGroup

    async def __aenter__(self) -> Self:
        """Begin to hear of changes, and to send events about them; go on with uploads of a saved world."""
        self._tasks = await asyncio.TaskGroup().__aenter__()
        self._leave = self.world.subscribe(self._hear)
        waiting = [file.id for file in self.world.files if file.completed and not file.processed]
        if waiting:
            self.spawn(finish(self.world, waiting, after=self.processing, channels=(), message=None))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give up what is under way. An error of the body goes on as it is, not inside a group."""
        self._leave()
        for task in tuple(self._work):
            task.cancel()
        if isinstance(error, asyncio.CancelledError):
            await self._tasks.__aexit__(kind, error, trace)
        else:
            await self._tasks.__aexit__(None, None, None)

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something beside; what it raises ends the site."""
        task = self._tasks.create_task(work)
        self._work.add(task)
        task.add_done_callback(self._work.discard)

    def _hear(self, change: Change) -> None:
        for event in events_of(self.world, change):
            self.courier.post(event)
        self.news.tell()
