"""What is looked at again and again beside the rest of the program."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from core.clock import Clock
from core.telemetry import Emit


async def repeat(
    name: str, look: Callable[[], Awaitable[None]], every: float, *, clock: Clock, emit: Emit
) -> None:
    """Look every so many seconds, until cancelled. Emits look_failed, and goes on."""
    while True:
        try:
            await look()
        except Exception as failure:  # noqa: BLE001  a database that is away comes back
            emit("look_failed", look=name, cause=type(failure).__name__)
        await clock.sleep(every)


@asynccontextmanager
async def beside(*work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run work beside the rest; it is cancelled at the end."""
    tasks = [asyncio.ensure_future(each) for each in work]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
