"""Clocks for tests: they jump instead of waiting, are set ahead, or wait until a test lets go."""

from __future__ import annotations

import asyncio

from core.clock import SystemClock

HELD = 86_400.0  # seconds; who sleeps so long is held by a Gated clock


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


class Ahead(SystemClock):
    """Sleeps in real time and tells a time that can be moved, or only set to something else."""

    def __init__(self) -> None:
        self.ahead = 0.0  # seconds
        self.set_by = 0.0  # seconds that the time of day alone is ahead

    def now(self) -> float:
        return super().now() + self.ahead + self.set_by

    def monotonic(self) -> float:
        return super().monotonic() + self.ahead


class Gated(SystemClock):
    """Sleeps in real time, but a sleep of HELD or more lasts until `gate` is set."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.held = 0  # sleeps that came to the gate

    async def sleep(self, seconds: float) -> None:
        if seconds >= HELD:
            self.held += 1
            await self.gate.wait()
        else:
            await super().sleep(seconds)
