"""A question that a start puts to Slack, again and again for as long as Slack is away."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from itertools import chain, repeat
from typing import TypeVar

from core.clock import Clock
from core.errors import DeliveryError, DeliveryLimited, PlaceClosed

PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)  # seconds until Slack is asked again; the last one repeats

T = TypeVar("T")


async def persist(
    ask: Callable[[], Awaitable[T]], *, clock: Clock, failed: Callable[[DeliveryError], None]
) -> T:
    """What `ask` returns, asked again when it raises a DeliveryError, never sooner than Slack says.

    `failed` is told of each that may pass. Raises PlaceClosed, which does not.
    """
    for pause in chain(PAUSES, repeat(PAUSES[-1])):
        try:
            return await ask()
        except PlaceClosed:
            raise
        except DeliveryError as failure:
            failed(failure)
            asked_for = failure.retry_after if isinstance(failure, DeliveryLimited) else 0.0
            await clock.sleep(max(pause, asked_for))
    raise AssertionError  # the pauses have no end
