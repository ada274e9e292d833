"""What has happened lately, numbered, for streams that go on where they were cut."""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.playground.slack.records import Json, User

KEPT = 4_000  # entries
Tell = Callable[[User], Json | None]  # what one person is told; None for nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened. `panel` is for those who have the side panel open."""

    number: int
    event: str
    tell: Tell
    panel: bool = False


class Feed:
    """The newest entries; `boot` tells one run of the playground from the next."""

    def __init__(self) -> None:
        self.boot = secrets.token_hex(4)
        self.newest = 0
        self.closed = False
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._bell = asyncio.Event()

    def add(self, event: str, tell: Tell, *, panel: bool = False) -> None:
        """One more entry."""
        self.newest += 1
        self._entries.append(Entry(number=self.newest, event=event, tell=tell, panel=panel))
        self._ring()

    def close(self) -> None:
        """End every stream."""
        self.closed = True
        self._ring()

    def _ring(self) -> None:
        self._bell.set()
        self._bell = asyncio.Event()

    def after(self, number: int) -> list[Entry] | None:
        """The entries that came later, the oldest first; None when some are gone already."""
        if not 0 <= self.newest - number <= len(self._entries):
            return None
        return list(self._entries)[len(self._entries) - (self.newest - number) :]

    async def wait(self, number: int, *, seconds: float) -> None:
        """Wait until there is something later, at most so long."""
        if self.newest > number or self.closed:
            return
        try:
            async with asyncio.timeout(seconds):
                await self._bell.wait()
        except TimeoutError:
            return
