"""The base of every provider that holds another provider.

From the inside out they stand in this order: adapter, Metering (the seconds and dollars of one request),
Limiting (a wait for a slot is no request), Retrying, Breaker (a resting provider is not waited for), Checked,
then Failover over one such stack per provider, then Replay (a degraded reply is not kept).
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from core.errors import ModelUnavailable
from core.llm.provider import ModelCall, Progress, Provider, Reply

Steps = AsyncGenerator[Progress | Reply]


class Wrapper:
    """Has the name of the provider it holds."""

    def __init__(self, inner: Provider) -> None:
        self._inner = inner

    @property
    def name(self) -> str:
        """The name of the provider inside."""
        return self._inner.name


@asynccontextmanager
async def opened(provider: Provider, call: ModelCall) -> AsyncGenerator[Steps]:
    """One call's progress, then its reply; the provider's stream is closed on every way out.

    Ends with the reply. A stream that ends without one raises ModelUnavailable.
    """
    stream = provider.complete(call)
    steps = _to_reply(stream, provider.name)
    try:
        yield steps
    finally:
        await steps.aclose()
        await stream.aclose()


async def _to_reply(stream: Steps, name: str) -> Steps:
    async for step in stream:
        yield step
        if isinstance(step, Reply):
            return
    raise ModelUnavailable(name, "the stream ended without a reply")
