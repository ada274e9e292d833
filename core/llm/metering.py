"""A provider that says of every call what it was, how long it took and what it cost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import replace

from core.clock import Clock
from core.errors import (
    ModelDeclined,
    ModelError,
    ModelRejected,
    ModelUnavailable,
    ReplyTruncated,
    ReplyUnusable,
)
from core.llm.provider import ModelCall, Progress, Provider, Reply
from core.llm.usage import Usage, new_id
from core.llm.wrapping import Wrapper, opened
from core.telemetry import Emit, Scalar

UNPRICED = "unpriced"

Prices = Callable[[Usage], float | None]

_OUTCOMES: dict[type[ModelError], str] = {
    ModelUnavailable: "unavailable",
    ModelRejected: "rejected",
    ModelDeclined: "declined",
    ReplyTruncated: "truncated",
    ReplyUnusable: "unusable",
}


class Metering(Wrapper):
    """Fills in the cost of every billed reply, failed ones too, and emits one model_call fact a call.

    A call is one request: whatever it tells of what is billed has one id. `prices` gives dollars, or None for
    a model without a price, which is told as "unpriced". A cost that the provider states itself stays. The
    fact's outcome is ok, unavailable, rejected, declined, truncated, unusable or stopped; tokens and cost are
    there only when something was billed. Of a call that is stopped, that is what the provider has reported by
    then, which its progress carries, too.
    """

    def __init__(self, inner: Provider, *, prices: Prices, clock: Clock, emit: Emit) -> None:
        super().__init__(inner)
        self._prices = prices
        self._clock = clock
        self._emit = emit

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Yield what the provider inside yields, its reply with the cost filled in."""
        started = self._clock.monotonic()
        request = new_id()
        model = ""
        reported: Usage | None = None
        replied = False
        try:
            async with opened(self._inner, call) as steps:
                async for step in steps:
                    model = step.model
                    if isinstance(step, Reply):
                        priced = replace(step, usage=await self._price(step.usage, request))
                        self._tell(
                            call, started, "ok", model=model, usage=priced.usage, request_id=step.request_id
                        )
                        replied = True
                        yield priced
                    else:
                        reported = await self._renewed(reported, step.usage, request)
                        yield replace(step, usage=reported)
        except ModelError as error:
            if error.usage is not None:
                error.usage = await self._price(error.usage, request)
            outcome = _OUTCOMES.get(type(error), "failed")
            self._tell(call, started, outcome, model=model, usage=error.usage, request_id=error.request_id)
            raise
        except (asyncio.CancelledError, GeneratorExit):
            if not replied:
                self._tell(call, started, "stopped", model=model, usage=reported)
            raise

    async def _renewed(self, priced: Usage | None, reported: Usage | None, request: str) -> Usage | None:
        """What is reported, with its cost; priced anew only where it has changed."""
        if reported is None or (priced and replace(priced, cost=reported.cost) == reported):
            return priced
        return await self._price(reported, request)

    async def _price(self, usage: Usage, request: str) -> Usage:
        """The request's usage with its cost, reckoned in a thread: the price list takes its time to load."""
        cost = await asyncio.to_thread(self._prices, usage) if usage.cost is None else usage.cost
        return replace(usage, id=request, cost=cost)

    def _tell(
        self,
        call: ModelCall,
        started: float,
        outcome: str,
        *,
        model: str,
        usage: Usage | None = None,
        request_id: str | None = None,
    ) -> None:
        self._emit(
            "model_call",
            provider=self.name,
            model=usage.model if usage else model,
            task=call.task.value,
            outcome=outcome,
            seconds=self._clock.monotonic() - started,
            request_id=request_id,
            **_billed(usage),
        )


def _billed(usage: Usage | None) -> dict[str, Scalar]:
    if usage is None:
        return {}
    return {
        "input": usage.input,
        "cache_read": usage.cache_read,
        "cache_write_5m": usage.cache_write_5m,
        "cache_write_1h": usage.cache_write_1h,
        "output": usage.output,
        "reasoning": usage.reasoning,
        "cost": UNPRICED if usage.cost is None else usage.cost,
    }
