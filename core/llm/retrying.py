"""A provider that asks again when the one inside was unavailable."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from functools import partial
from random import Random
from typing import cast

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
)

from core.clock import Clock
from core.errors import ModelUnavailable
from core.llm.budget import RetryBudget
from core.llm.discarded import Discarded
from core.llm.provider import ModelCall, Progress, Provider, Reply
from core.llm.usage import Usage
from core.llm.wrapping import Steps, Wrapper, opened
from core.telemetry import Emit

ATTEMPTS = 3
DEADLINE = 120.0  # seconds, over all attempts and the waits between them
FIRST_WAIT = 1.0  # seconds; it doubles with every attempt
LONGEST_WAIT = 10.0  # seconds, where the server names none
JITTER = 1.0  # seconds, at most, on top of our own wait
RETRY_AFTER_JITTER = 0.1  # of the server's own wait, at most, on top of it


class Retrying(Wrapper):
    """Makes up to `attempts` attempts within `deadline` seconds; only ModelUnavailable is tried again.

    A server's Retry-After is the least wait; without one the wait is exponential. A wait that would pass
    the deadline, or a retry that `budget` denies, ends the call with the error at hand. When an attempt
    starts over, progress falls back to 0 nodes. Emits model_retry, model_retry_denied.
    """

    def __init__(
        self,
        inner: Provider,
        *,
        clock: Clock,
        random: Random,
        emit: Emit,
        budget: RetryBudget,
        attempts: int = ATTEMPTS,
        deadline: float = DEADLINE,
    ) -> None:
        super().__init__(inner)
        self._clock = clock
        self._random = random
        self._emit = emit
        self._budget = budget
        self._attempts = stop_after_attempt(attempts)
        self._backoff = wait_exponential(multiplier=FIRST_WAIT, exp_base=2, max=LONGEST_WAIT)
        self._deadline = deadline

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Yield progress, then the reply of the attempt that worked. Raises the last attempt's error."""
        ends = self._clock.monotonic() + self._deadline
        model = self.name  # until a step names it
        self._budget.request()
        discarded = Discarded()
        with discarded.told_with_errors():
            async for attempt in self._policy(ends, discarded):
                with attempt:
                    if attempt.retry_state.attempt_number > 1:
                        yield discarded.told_with(Progress(provider=self.name, model=model, nodes=0))
                    billed: Usage | None = None
                    async with opened(self._inner, call) as steps:
                        while step := await self._next(steps, ends, billed):
                            model, billed = step.model, step.usage
                            yield discarded.told_with(step)

    async def _next(self, steps: Steps, ends: float, billed: Usage | None) -> Progress | Reply | None:
        """The next step, or None after the reply; `billed` is what the steps before it have told of its cost.

        The deadline is set anew around each step: a timeout that stays open across a yield would cancel
        whatever the consumer is doing. The clock is asked as well, since a given clock need not be real.
        """
        try:
            async with asyncio.timeout(ends - self._clock.monotonic()):
                step = await anext(steps, None)
        except TimeoutError:
            raise self._late(billed) from None
        if step is not None and self._clock.monotonic() >= ends:
            raise self._late(step.usage)
        return step

    def _late(self, billed: Usage | None) -> ModelUnavailable:
        return ModelUnavailable(self.name, f"no reply within {self._deadline:g} s", usage=billed)

    def _policy(self, ends: float, discarded: Discarded) -> AsyncRetrying:
        return AsyncRetrying(
            sleep=self._clock.sleep,
            retry=retry_if_exception_type(ModelUnavailable),
            wait=self._wait,
            stop=partial(self._stop, ends),
            before_sleep=partial(self._discard, discarded),
            reraise=True,
        )

    def _wait(self, state: RetryCallState) -> float:
        floor = _error(state).retry_after
        if floor is not None:
            return floor * (1 + RETRY_AFTER_JITTER * self._random.random())
        return self._backoff(state) + JITTER * self._random.random()

    def _stop(self, ends: float, state: RetryCallState) -> bool:
        """True when this error is the last. Asks the budget last: what it gives is spent.

        tenacity's own stop_before_delay counts on the machine's clock; this is the same rule on ours.
        """
        if self._attempts(state) or self._clock.monotonic() + state.upcoming_sleep >= ends:
            return True
        if self._budget.take():
            return False
        self._emit(
            "model_retry_denied",
            provider=self.name,
            attempt=state.attempt_number,
            cause=_error(state).cause,
        )
        return True

    def _discard(self, discarded: Discarded, state: RetryCallState) -> None:
        error = _error(state)
        discarded.add(error)
        self._emit(
            "model_retry",
            provider=self.name,
            attempt=state.attempt_number,
            wait=state.upcoming_sleep,
            cause=error.cause,
            status=error.status,
            request_id=error.request_id,
        )


def _error(state: RetryCallState) -> ModelUnavailable:
    """What ended the attempt; the policy retries nothing else."""
    assert state.outcome is not None  # noqa: S101  tenacity sets it before it asks
    return cast("ModelUnavailable", state.outcome.exception())
