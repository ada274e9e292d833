"""The calls counted under one key, and when the next one may go."""

from __future__ import annotations

from collections import deque
from math import inf

from core.pacing.limits import Limit, Priority


class Bucket:
    """A token bucket, kept as the one moment at which it would be full again (the GCRA form of it).

    A ceiling is held whenever the other side counts, be it on arrival or on answering: a call occupies its
    place from the moment it is sent until `seconds` after its answer. All moments are monotonic seconds.
    """

    __slots__ = ("_answered", "_frozen", "_full", "_limit", "_under_way", "_whole")

    def __init__(self, limit: Limit, *, replicas: int = 1) -> None:
        self._whole = limit
        self._limit = limit.shared(replicas)
        self._full = -inf
        self._frozen = -inf
        self._under_way = 0
        self._answered: deque[float] = deque()

    def share(self, replicas: int) -> None:
        """From now on, count against one of so many parts of the limit."""
        self._limit = self._whole.shared(replicas)

    def ready_at(self, priority: Priority) -> float:
        """The earliest moment for a call; infinite while only an answer can make room for it."""
        return max(self._frozen, self._full - self._limit.ahead(priority), self._room_at(priority))

    def _room_at(self, priority: Priority) -> float:
        excess = self._under_way + len(self._answered) + 1 - self._limit.most(priority)
        if excess <= 0:
            return -inf
        if excess > len(self._answered):
            return inf
        return self._answered[int(excess) - 1] + self._limit.seconds

    def take(self, now: float) -> None:
        """Count a call that goes now."""
        while self._answered and self._answered[0] + self._limit.seconds <= now:
            self._answered.popleft()
        self._full = max(self._full, now) + self._limit.interval
        self._under_way += 1

    def answered(self, now: float) -> None:
        """Note that one of the calls is over."""
        self._under_way -= 1
        if self._limit.ceiling is not None:
            self._answered.append(now)

    def freeze(self, until: float) -> None:
        """Let nothing go before that moment, and one terminal at it: the other side counts more than we do.

        The reserve is spent with the burst. Whoever is refused again is one caller, not all who wait.
        """
        self._frozen = max(self._frozen, until)
        self._full = max(self._full, until + self._limit.ahead(Priority.TERMINAL))

    def is_idle(self, now: float) -> bool:
        """Tell whether a new bucket would be the same."""
        remembered = bool(self._answered) and self._answered[-1] + self._limit.seconds > now
        return not self._under_way and not remembered and max(self._full, self._frozen) <= now
