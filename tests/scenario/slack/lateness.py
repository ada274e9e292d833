"""How slow this machine was: what a bound in real seconds has to leave out, to be about the bot."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

LOOK = 0.02  # seconds

Late = Callable[[float, float], float]


@asynccontextmanager
async def lateness() -> AsyncIterator[Late]:
    """Yields how many of the seconds between two moments (Unix seconds) this process did not just wait.

    It computed, waited for a processor, or its loop came too late: a faster machine is quicker there.
    """
    seen: list[tuple[float, float]] = []

    async def watch() -> None:
        before, worked = time.time(), _worked()
        while True:
            await asyncio.sleep(LOOK)
            now, by_now = time.time(), _worked()
            seen.append((now, min(now - before, max(now - before - LOOK, by_now - worked))))
            before, worked = now, by_now

    watching = asyncio.ensure_future(watch())
    try:
        yield lambda begin, end: sum(late for at, late in seen if begin <= at <= end + LOOK)
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


def _worked() -> float:
    """Seconds that the threads of this process ran, and that they were kept from running."""
    return time.process_time() + sum(map(_kept_waiting, Path("/proc/self/task").glob("*/schedstat")))


def _kept_waiting(statistics: Path) -> float:
    """Seconds that a thread was ready and had no processor; none where the kernel does not count them."""
    try:
        return int(statistics.read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0
