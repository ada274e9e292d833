"""Waking the engine's pollers, so that what comes into a queue here is looked for at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable

THREAD = "queue-worker-"  # begins the name of the thread that polls a queue, whose name follows
GAP = 0.15  # seconds between two looks at a queue, however often it is rung for


class Bells:
    """One bell a queue. The engine's pollers sleep on an event that stands for the end; here, on both.

    Should the engine come to sleep in another way, nobody hears a bell, and every queue is looked at as often
    as it was declared to be.
    """

    def __init__(self, queues: Iterable[str]) -> None:
        self._bells = {queue: threading.Event() for queue in queues}
        self._looked = dict.fromkeys(self._bells, 0.0)  # monotonic seconds

    def ring(self, *queues: str) -> None:
        """Have these queues looked at; all of them, when none is named."""
        for queue in queues or self._bells:
            self._bells[queue].set()

    def hang(self, stop: threading.Event) -> None:
        """Let the pollers that sleep on this event hear their bells, too. After it is set, ring for all."""
        wait = stop.wait

        def heard(timeout: float | None = None) -> bool:
            queue = threading.current_thread().name.removeprefix(THREAD)
            if timeout is None or queue not in self._bells:
                return wait(timeout)
            return self._sleep(queue, timeout, wait)

        stop.wait = heard  # type: ignore[method-assign]  # the engine makes this event, and takes no other

    def _sleep(self, queue: str, timeout: float, wait: Callable[[float], bool]) -> bool:
        """Sleep as the engine asks, or until the bell rings, but for GAP; True at the end of all."""
        began = self._looked[queue]
        if self._bells[queue].wait(timeout) and wait(max(0.0, began + GAP - time.monotonic())):
            return True
        self._bells[queue].clear()
        self._looked[queue] = time.monotonic()
        return wait(0.0)
