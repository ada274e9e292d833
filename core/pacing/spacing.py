"""How far apart the edits of one message are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from core.pacing.limits import Priority

EDIT_INTERVAL = 1.2  # seconds between two edits of one message that tell of progress
TICK_RATE = 0.75  # edits per second that the ticks of one workspace share


@dataclass(frozen=True, slots=True)
class Spacing:
    """Ticks are spaced so that all active writers of a workspace together keep to its rate.

    A stage change is worth more than a tick and comes a handful of times per job, so it waits for its
    message's own interval only. The end comes once, and somebody waits for it: it keeps no distance. What a
    workspace may send bounds all three.
    """

    writers: Counter[str] = field(default_factory=Counter)  # active ones, by workspace

    def interval(self, priority: Priority, workspace: str, *, replicas: int = 1) -> float:
        """Seconds from one edit to the next; every replica is taken to have as many writers as this one."""
        if priority is Priority.TERMINAL:
            return 0.0
        if priority is not Priority.TICK:
            return EDIT_INTERVAL
        return max(EDIT_INTERVAL, self.writers[workspace] * replicas / TICK_RATE)
