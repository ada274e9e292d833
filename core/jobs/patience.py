"""Trying again what failed for a reason that may pass: a database that is away, a disk that is full."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from core.clock import Clock

T = TypeVar("T")

WAITS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)  # seconds before each further attempt; a minute in all


async def patiently(
    call: Callable[[bool], Awaitable[T]],
    *,
    clock: Clock,
    passes: Callable[[Exception], bool],
    failed: Callable[[Exception], None],
) -> T:
    """What a call gives, which is told whether it was made before.

    `passes` tells the errors that may pass by themselves; `failed` is told of each one after which the call
    is made again. Raises the last one, and any that does not pass.
    """
    again = False
    for wait in WAITS:
        try:
            return await call(again)
        except Exception as failure:
            if not passes(failure):
                raise
            failed(failure)
        await clock.sleep(wait)
        again = True
    return await call(again)
