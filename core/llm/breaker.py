"""A provider that rests after repeated failures."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator

from core.clock import Clock
from core.errors import ModelError, ModelUnavailable
from core.llm.provider import ModelCall, Progress, Provider, Reply
from core.llm.wrapping import Wrapper, opened
from core.telemetry import Emit

FAILURES = 5  # in a row
WINDOW = 300.0  # seconds; failures further apart say nothing about now
OPEN_FOR = 30.0  # seconds of rest before one call may try


class Breaker(Wrapper):
    """Closed, every call passes; open, none; after `open_for` seconds exactly one passes, to try.

    It opens when `failures` calls in a row were unavailable within `window` seconds, and closes when the
    trial is answered: a refusal, a rejection or a useless reply is an answer too, since the provider is
    there. A trial that is cancelled lets the next call try. While it rests, calls fail at once with
    ModelUnavailable, `retry_after` saying for how long (None while a trial is under way).

    It belongs around Retrying, not inside it: a resting provider is to be failed over, not waited for.
    Emits model_breaker with the state: open, trying, closed.
    """

    def __init__(
        self,
        inner: Provider,
        *,
        clock: Clock,
        emit: Emit,
        failures: int = FAILURES,
        window: float = WINDOW,
        open_for: float = OPEN_FOR,
    ) -> None:
        super().__init__(inner)
        self._clock = clock
        self._emit = emit
        self._window = window
        self._open_for = open_for
        self._failed_at: deque[float] = deque(maxlen=failures)
        self._opened_at: float | None = None
        self._trying = False

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Yield what the provider inside yields. Raises ModelUnavailable while it rests."""
        trial = self._admit()
        try:
            async with opened(self._inner, call) as steps:
                async for step in steps:
                    if isinstance(step, Reply):
                        self._answered(trial=trial)
                    yield step
        except ModelUnavailable:
            self._failed(trial=trial)
            raise
        except ModelError:
            self._answered(trial=trial)
            raise
        finally:
            if trial:
                self._trying = False

    def _admit(self) -> bool:
        """Let a call in; True when it is the trial."""
        if self._opened_at is None:
            return False
        left = self._opened_at + self._open_for - self._clock.monotonic()
        if left > 0 or self._trying:
            raise ModelUnavailable(
                self.name, "resting after repeated failures", retry_after=left if left > 0 else None
            )
        self._trying = True
        self._emit("model_breaker", provider=self.name, state="trying")
        return True

    def _answered(self, *, trial: bool) -> None:
        if trial:
            self._opened_at = None
            self._emit("model_breaker", provider=self.name, state="closed")
        if self._opened_at is None:  # a call from before the rest says nothing about now
            self._failed_at.clear()

    def _failed(self, *, trial: bool) -> None:
        now = self._clock.monotonic()
        self._failed_at.append(now)
        repeated = len(self._failed_at) == self._failed_at.maxlen and now - self._failed_at[0] <= self._window
        if trial or (repeated and self._opened_at is None):
            self._opened_at = now
            self._emit("model_breaker", provider=self.name, state="open", seconds=self._open_for)
