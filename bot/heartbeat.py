"""The heartbeat of the event loop: how late it is, and when it beat last."""

from __future__ import annotations

from core.clock import Clock
from core.telemetry import Emit

BEAT = 1.0  # seconds between two beats
STALL = 1.0  # seconds late: people notice


class Heartbeat:
    """Beats while the loop turns. Emits loop_lag at every beat, and loop_stalled when one came very late."""

    def __init__(self, *, clock: Clock, emit: Emit) -> None:
        self._clock = clock
        self._emit = emit
        self._last = clock.monotonic()

    @property
    def age(self) -> float:
        """Seconds since the last beat, or since the start."""
        return self._clock.monotonic() - self._last

    async def run(self) -> None:
        """Beat, until cancelled."""
        while True:
            due = self._clock.monotonic() + BEAT
            await self._clock.sleep(BEAT)
            self._last = self._clock.monotonic()
            late = max(0.0, self._last - due)
            self._emit("loop_lag", seconds=late)
            if late > STALL:
                self._emit("loop_stalled", seconds=late)
