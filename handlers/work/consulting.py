"""Asks about a graph or a brief: shows what happens, and keeps account of what it cost."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TypeVar

from core.pipeline.events import Clarified, Critiqued, Event, Suggested
from handlers.work.hands import Hands, Working

_Last = TypeVar("_Last", Suggested, Critiqued, Clarified)


async def consulted(
    working: Working, hands: Hands, events: AsyncGenerator[Event], last: type[_Last]
) -> _Last:
    """The event that a pipeline ends with. Raises what the pipeline raises."""
    ordered = working.ordered
    async with working.progress.ticking(), aclosing(events) as steps:
        async for event in steps:
            if isinstance(event, last):
                await hands.bench.store.usage.add(
                    ordered.workspace, event.asked.usage, person=ordered.order.user
                )
                return event
            working.progress.take(event)
    raise AssertionError(f"the pipeline ends with {last.__name__} or an error")
