"""What a model call used: tokens by kind, and dollars."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field


def new_id() -> str:
    """An id for one request, unlike every other."""
    return secrets.token_hex(16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """One billed request. Token kinds do not overlap; `output` includes `reasoning`.

    `id` names the request: all that is ever told of one, by progress, reply or error, has the same. `cost` is
    in US dollars; None means the price list does not know the model ("unpriced"), never 0.
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
    id: str = field(default_factory=new_id, compare=False)
