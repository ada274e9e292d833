"""The machine's clock, set as far ahead as a test wants."""

from __future__ import annotations

from core.clock import SystemClock


class Ahead(SystemClock):
    """Sleeps in real time and tells a time that can be moved."""

    def __init__(self) -> None:
        self.ahead = 0.0  # seconds

    def now(self) -> float:
        return super().now() + self.ahead

    def monotonic(self) -> float:
        return super().monotonic() + self.ahead
