"""How late this machine was: what a bound in real seconds has to leave out, to be about the bot."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

LOOK = 0.02  # seconds

Late = Callable[[float, float], float]


@asynccontextmanager
async def lateness() -> AsyncIterator[Late]:
    """Yields how many of the seconds between two moments (Unix seconds) the loop came too late by."""
    seen: list[tuple[float, float]] = []

    async def watch() -> None:
        while True:
            before = time.time()
            await asyncio.sleep(LOOK)
            now = time.time()
            seen.append((now, now - before - LOOK))

    watching = asyncio.ensure_future(watch())
    try:
        yield lambda begin, end: sum(late for at, late in seen if begin <= at <= end + LOOK)
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
