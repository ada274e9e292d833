"""A provider that answers a bounded number of calls at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

from core.llm.provider import ModelCall, Progress, Provider, Reply
from core.llm.wrapping import Wrapper, opened


class Limiting(Wrapper):
    """At most `concurrent` calls run; the others wait, first come first served.

    A slot is free again as soon as the reply is there, and on every other way out of the stream.
    """

    def __init__(self, inner: Provider, *, concurrent: int) -> None:
        super().__init__(inner)
        self._slots = asyncio.Semaphore(concurrent)

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Wait for a slot, then yield what the provider inside yields."""
        reply: Reply
        async with self._slots, opened(self._inner, call) as steps:
            async for step in steps:
                if isinstance(step, Reply):
                    reply = step
                else:
                    yield step
        yield reply
