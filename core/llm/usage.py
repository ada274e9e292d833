"""What a model call used: tokens by kind, and dollars."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """One billed reply. Token kinds do not overlap; `output` includes `reasoning`.

    `cost` is in US dollars; None means the price list does not know the model ("unpriced"), never 0.
    """

    provider: str
    model: str
    task: str
    input: int = 0
    cache_read: int = 0
    cache_write_5m: int = 0
    cache_write_1h: int = 0
    output: int = 0
    reasoning: int = 0
    cost: float | None = None
