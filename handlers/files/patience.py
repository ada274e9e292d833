"""Another attempt, a little later, where Slack or the way there failed for the moment."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from random import Random
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt

from core.clock import Clock
from handlers.files.refusals import Refused

ATTEMPTS = 3
FIRST_WAIT = 1.0  # seconds; doubled each time
LONGEST_WAIT = 15.0  # seconds; a Retry-After beyond it is not waited for, since people wait for the draft
JITTER = 0.5  # seconds

Result = TypeVar("Result")


class Transient(Exception):
    """Worth another attempt, after `retry_after` seconds where Slack named them."""

    def __init__(self, *, retry_after: float = 0.0) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


async def patiently(attempt: Callable[[], Awaitable[Result]], *, clock: Clock, random: Random) -> Result:
    """The result of the first attempt that gives one. Raises Refused."""
    policy = AsyncRetrying(
        sleep=clock.sleep,
        retry=retry_if_exception_type(Transient),
        wait=partial(_wait, random),
        stop=_stop,
        reraise=True,
    )
    try:
        return await policy(attempt)
    except Transient as error:
        raise Refused("busy") from error


def _wait(random: Random, state: RetryCallState) -> float:
    backoff = FIRST_WAIT * 2 ** (state.attempt_number - 1)
    return float(max(_named(state), backoff) + JITTER * random.random())


def _stop(state: RetryCallState) -> bool:
    return stop_after_attempt(ATTEMPTS)(state) or _named(state) > LONGEST_WAIT


def _named(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    return error.retry_after if isinstance(error, Transient) else 0.0
