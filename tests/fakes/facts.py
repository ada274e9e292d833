"""An Emit that remembers what it was told."""

from __future__ import annotations

from core.telemetry import Scalar


class Facts:
    def __init__(self) -> None:
        self.seen: list[tuple[str, dict[str, Scalar]]] = []

    def __call__(self, event: str, /, **facts: Scalar) -> None:
        self.seen.append((event, facts))

    def count(self, event: str, **facts: Scalar) -> int:
        return sum(e == event and facts.items() <= f.items() for e, f in self.seen)
