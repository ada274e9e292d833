"""What can go wrong at a model provider: on demand, one request after another, or by rate."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from random import Random


class Break(Enum):
    """Where a request that is not simply answered ends."""

    REFUSED = auto()  # an HTTP status instead of a stream
    ERROR = auto()  # an error event in the stream
    DROPPED = auto()  # the connection breaks in the middle
    STALLED = auto()  # the connection stays open, nothing comes
    ENDLESS = auto()  # nothing comes but signs of life
    ENDED = auto()  # the stream ends cleanly, too early
    GARBLED = auto()  # something that is no event comes in the middle
    TRUNCATED = auto()  # the length limit was hit
    DECLINED = auto()  # the model refuses


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One way to fail. A break in the stream happens after `after` pieces of text.

    `code` is the provider's type or code of the error; None takes the one that belongs to the status.
    """

    kind: Break
    status: int = 200
    code: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    after: int = 3


def status(number: int, *, code: str | None = None, **headers: str) -> Fault:
    """An HTTP error; `retry_after="3"` becomes the header retry-after."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Fault(kind=Break.REFUSED, status=number, code=code, headers=named)


def stream_error(code: str, *, after: int = 3) -> Fault:
    return Fault(kind=Break.ERROR, code=code, after=after)


RATE_LIMITED = status(429, retry_after="2")
OUT_OF_QUOTA = status(429, code="insufficient_quota")
DROPPED = Fault(kind=Break.DROPPED)
STALLED = Fault(kind=Break.STALLED)
ENDLESS = Fault(kind=Break.ENDLESS, after=30)
ENDED = Fault(kind=Break.ENDED)
TRUNCATED = Fault(kind=Break.TRUNCATED)
DECLINED = Fault(kind=Break.DECLINED)


class Script:
    """What the next requests get: first the queue (a fault, a reply's text, None for a reply of the fake's
    own), then faults by rate, drawn from a seeded generator."""

    def __init__(self, *, seed: int = 0) -> None:
        self._queue: deque[Fault | str | None] = deque()
        self._random = Random(seed)
        self.rates: Mapping[Fault, float] = {}

    def add(self, *steps: Fault | str | None) -> None:
        self._queue.extend(steps)

    def next(self) -> Fault | str | None:
        if self._queue:
            return self._queue.popleft()
        draw = self._random.random()
        for fault, rate in self.rates.items():
            if draw < rate:
                return fault
            draw -= rate
        return None
