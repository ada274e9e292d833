"""Slack's rate limits: so many calls of one method in one workspace in any minute."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from core.clock import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """At most `calls` in any stretch of `seconds`. Slack lets some bursts pass; here none does."""

    calls: int
    seconds: float = 60.0


# https://docs.slack.dev/apis/web-api/rate-limits
TIER_2 = Rate(calls=20)
TIER_3 = Rate(calls=50)
TIER_4 = Rate(calls=100)
CONNECTIONS = Rate(calls=10)  # tier 1 with its burst: an app may hold ten sockets
HUNDREDS = Rate(calls=300)  # "several hundred per minute", and "hundreds" for auth.test
PER_CHANNEL = Rate(calls=2, seconds=2.0)  # chat.postMessage: one a second, a burst of two
RESTRICTED_HISTORY = Rate(calls=1)  # apps outside the Marketplace, since 2025-05-29

Key = tuple[str, ...]


class RateLimits:
    """Counts the calls that were let through."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._passed: dict[Key, deque[float]] = {}

    def wait(self, *limits: tuple[Key, Rate]) -> int:
        """Let a call through every limit and return 0, or through none and return the seconds to wait."""
        now = self._clock.monotonic()
        wait = max((self._wait(key, rate, now) for key, rate in limits), default=0.0)
        if wait > 0:
            return max(1, math.ceil(wait))
        for key, _ in limits:
            self._passed.setdefault(key, deque()).append(now)
        return 0

    def _wait(self, key: Key, rate: Rate, now: float) -> float:
        passed = self._passed.get(key, deque())
        while passed and passed[0] <= now - rate.seconds:
            passed.popleft()
        return passed[len(passed) - rate.calls] + rate.seconds - now if len(passed) >= rate.calls else 0.0

    def forget(self, keys: Iterable[Key] | None = None) -> None:
        """Start counting anew, for some keys or for all."""
        for key in tuple(self._passed if keys is None else keys):
            self._passed.pop(key, None)
