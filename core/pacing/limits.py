"""What a destination takes: so many calls of one kind in a stretch of time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

Key = tuple[str, ...]


class Priority(IntEnum):
    """Who goes first when not everything can go; smaller is sooner."""

    TERMINAL = 0  # the state that a message ends with
    ERROR = 1
    STAGE = 2
    TICK = 3  # progress within a stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """So many `calls` in so many `seconds`, spread evenly but for the first `burst` of them.

    `reserve` is a share: terminals may run ahead of the even spread by that share of `calls`. `ceiling` is
    what the other side counts: so many calls at most in any `seconds`, the reserved share of it kept for
    terminals. Without a ceiling the spread alone bounds the calls.
    """

    calls: float
    seconds: float
    burst: float = 1
    reserve: float = 0.0
    ceiling: int | None = None

    @property
    def interval(self) -> float:
        """Seconds between two calls of an even spread."""
        return self.seconds / self.calls

    def ahead(self, priority: Priority) -> float:
        """How far (seconds) a call may run ahead of the even spread."""
        reserved = self.reserve * self.calls if priority is Priority.TERMINAL else 0.0
        return (self.burst - 1 + reserved) * self.interval

    def most(self, priority: Priority) -> float:
        """How many calls may be counted in any `seconds` once a call of this priority went."""
        if self.ceiling is None:
            return float("inf")
        if priority is Priority.TERMINAL:
            return self.ceiling
        return max(1, int(self.ceiling * (1 - self.reserve)))

    def shared(self, replicas: int) -> Limit:
        """One replica's part of it."""
        return replace(
            self,
            calls=self.calls / replicas,
            burst=max(1.0, self.burst / replicas),
            ceiling=None if self.ceiling is None else max(1, self.ceiling // replicas),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """A limit, and the key under which calls are counted against it."""

    key: Key
    limit: Limit
