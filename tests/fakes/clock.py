"""A Clock that jumps instead of waiting."""

from __future__ import annotations

import asyncio


class JumpingClock:
    """Sleeping moves the time on at once and lets others run; `slept` keeps every sleep, in seconds."""

    def __init__(self, *, now: float = 1_800_000_000.0) -> None:
        self._start = now
        self._passed = 0.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self._start + self._passed

    def monotonic(self) -> float:
        return self._passed

    def advance(self, seconds: float) -> None:
        self._passed += seconds

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.advance(max(seconds, 0.0))
        await asyncio.sleep(0)
