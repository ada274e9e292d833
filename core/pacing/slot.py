"""The one place that a live message has for what it shall say next: the latest wins."""

from __future__ import annotations

from typing import Generic

from core.pacing.limits import Priority
from core.pacing.outlet import P


class Slot(Generic[P]):
    """Holds at most one payload, and of the one that is shown only its fingerprint.

    `closing` is True once nothing but a terminal payload is taken: after the first of them, or on `close`.
    `priority` is that of the most urgent payload since one was last taken out: a tick that took the place
    of a stage change says what it would have said.
    """

    __slots__ = ("_fingerprint", "_held", "_shown", "closing", "priority")

    def __init__(self) -> None:
        self.closing = False
        self.priority = Priority.TICK
        self._held: P | None = None
        self._fingerprint = ""  # of what is held: it is asked for often, and costs something
        self._shown = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to show."""
        return self._held is None

    @property
    def is_news(self) -> bool:
        """Tell whether the message does not look like that already."""
        return self._held is not None and self._fingerprint != self._shown

    def put(self, payload: P) -> bool:
        """Hold this one, in the place of any other. False: it came after the end, and is not held."""
        if payload.priority is Priority.TERMINAL:
            self.close()
        elif self.closing:
            return False
        self.priority = payload.priority if self._held is None else min(self.priority, payload.priority)
        self._hold(payload)
        return True

    def close(self) -> None:
        """Take only a terminal payload from here on, and forget progress that was not shown."""
        self.closing = True
        self.forget_progress()

    def forget_progress(self) -> None:
        """Hold nothing but a terminal payload."""
        if self._held is not None and self._held.priority is not Priority.TERMINAL:
            self._held = None

    def take(self) -> P:
        """Take out what is held; there must be something."""
        held, self._held = self._held, None
        assert held is not None  # noqa: S101  whoever takes has asked is_empty
        return held

    def put_back(self, payload: P) -> None:
        """Hold one that was taken but not shown, unless a newer one is there or progress is over."""
        if self._held is not None:
            self.priority = min(self.priority, payload.priority)
        elif payload.priority is Priority.TERMINAL or not self.closing:
            self._hold(payload)

    def shows(self, payload: P | None) -> None:
        """Take note of what is shown now; None where nobody knows."""
        self._shown = "" if payload is None else payload.fingerprint

    def _hold(self, payload: P) -> None:
        self._held, self._fingerprint = payload, payload.fingerprint
