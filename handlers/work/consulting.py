"""Asks about a graph or a brief, and shows what happens."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TypeVar

from core.pipeline.events import Clarified, Critiqued, Event, Suggested
from handlers.work.hands import Working

_Last = TypeVar("_Last", Suggested, Critiqued, Clarified)


async def consulted(working: Working, events: AsyncGenerator[Event], last: type[_Last]) -> _Last:
    """The event that a pipeline ends with. Raises what the pipeline raises."""
    async with working.progress.ticking(), aclosing(events) as steps:
        async for event in steps:
            if isinstance(event, last):
                return event
            working.progress.take(event)
    raise AssertionError(f"the pipeline ends with {last.__name__} or an error")
