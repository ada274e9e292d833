"""A clock that stands still until it is moved; sleepers wake when their time has come."""

from __future__ import annotations

import asyncio


class HandClock:
    def __init__(self, start: float = 1_800_000_000.0) -> None:
        self._now = start
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def now(self) -> float:
        return self._now

    def monotonic(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        wake: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self._now + seconds, wake))
        await wake

    @property
    def sleeping(self) -> int:
        return sum(not wake.done() for _, wake in self._sleepers)

    def advance(self, seconds: float) -> None:
        self._now += seconds
        due = [wake for when, wake in self._sleepers if when <= self._now]
        self._sleepers = [(when, wake) for when, wake in self._sleepers if when > self._now]
        for wake in due:
            if not wake.done():
                wake.set_result(None)
