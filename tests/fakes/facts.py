"""An Emit that remembers what it was told, and when."""

from __future__ import annotations

import time

from core.telemetry import Scalar


class Facts:
    def __init__(self) -> None:
        self.seen: list[tuple[str, dict[str, Scalar]]] = []
        self._at: list[float] = []

    def __call__(self, event: str, /, **facts: Scalar) -> None:
        self.seen.append((event, facts))
        self._at.append(time.time())

    def count(self, event: str, **facts: Scalar) -> int:
        return len(self.moments(event, **facts))

    def moments(self, event: str, **facts: Scalar) -> list[float]:
        """When it was told this (Unix seconds)."""
        told = zip(self._at, self.seen, strict=True)
        return [at for at, (e, f) in told if e == event and facts.items() <= f.items()]
