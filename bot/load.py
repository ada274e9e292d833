"""How full the queue is, told every so often."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from core.clock import Clock
from core.jobs.model import Load
from core.telemetry import Emit

INTERVAL = 15.0  # seconds; metrics are seldom fetched more often


async def watch(load: Callable[[], Awaitable[Load]], *, clock: Clock, emit: Emit) -> None:
    """Emit queue_load again and again until cancelled, or queue_look_failed when `load` raised."""
    while True:
        try:
            found = await load()
        except Exception as failure:  # noqa: BLE001  a database that is away comes back
            emit("queue_look_failed", look="load", cause=type(failure).__name__)
        else:
            emit("queue_load", running=found.running, waiting=found.waiting)
        await clock.sleep(INTERVAL)
