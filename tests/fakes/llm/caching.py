"""A provider's prompt cache: prefixes by block, lifetimes, minimum lengths."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

CHARS_PER_TOKEN = 4


def tokens(chars: int) -> int:
    """The fakes' count of tokens: a quarter of the characters, rounded up."""
    return -(-chars // CHARS_PER_TOKEN)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a prompt; `ttl` in seconds where it carries a cache breakpoint."""

    text: str
    ttl: float | None = None


@dataclass(frozen=True, slots=True)
class CacheUse:
    """Tokens of one prompt by what became of them; `written` by lifetime in seconds."""

    uncached: int
    read: int = 0
    written: dict[float, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return self.uncached + self.read + sum(self.written.values())


@dataclass(slots=True)
class _Entry:
    ttl: float
    expires: float


class PromptCache:
    """Follows the documented rules of both providers.

    A breakpoint stores the prefix up to it, and a later request reads the longest stored prefix that ends
    at one of its own breakpoints, or up to `lookback` blocks before one. `scope` is whatever empties the
    cache when it changes (model, effort, output format). A prefix below the minimum is silently not
    stored. A read renews the lifetime of all it passes.
    """

    def __init__(self, clock: Callable[[], float], *, lookback: int) -> None:
        self._clock = clock
        self._lookback = lookback
        self._entries: dict[str, _Entry] = {}

    def use(self, scope: Sequence[str], blocks: Sequence[Block], *, minimum: int) -> CacheUse:
        now = self._clock()
        keys = _prefix_keys(scope, blocks)
        counts = [tokens(chars) for chars in accumulate(len(block.text) for block in blocks)]
        marks = [i for i, block in enumerate(blocks) if block.ttl is not None and counts[i] >= minimum]
        hit = self._longest(keys, marks, now)
        self._renew(keys[: hit + 1], now)
        read = reached = counts[hit] if hit >= 0 else 0
        written: dict[float, int] = {}
        for mark in marks:
            ttl = blocks[mark].ttl
            if mark <= hit or ttl is None:
                continue
            written[ttl] = written.get(ttl, 0) + counts[mark] - reached
            reached = counts[mark]
            self._entries[keys[mark]] = _Entry(ttl, now + ttl)
        return CacheUse(uncached=counts[-1] - reached, read=read, written=written)

    def _longest(self, keys: Sequence[str], marks: Sequence[int], now: float) -> int:
        """The index of the last block of the longest live prefix, -1 if none is stored."""
        reachable = (i for mark in reversed(marks) for i in range(mark, max(-1, mark - self._lookback), -1))
        live = [i for i in reachable if keys[i] in self._entries and self._entries[keys[i]].expires > now]
        return max(live, default=-1)

    def _renew(self, keys: Sequence[str], now: float) -> None:
        for key in keys:
            entry = self._entries.get(key)
            if entry is not None and entry.expires > now:
                entry.expires = now + entry.ttl


def _prefix_keys(scope: Sequence[str], blocks: Sequence[Block]) -> list[str]:
    sha = hashlib.sha256(repr(tuple(scope)).encode())
    keys = []
    for block in blocks:
        sha.update(hashlib.sha256(block.text.encode()).digest())
        keys.append(sha.copy().hexdigest())
    return keys
