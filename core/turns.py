"""Whose turn it is to write to a SQLite file: first come, first served, but for those who go ahead.

SQLite lets one writer in at a time, and has the others sleep and try again, in no order, for longer and
longer (https://www.sqlite.org/c3ref/busy_timeout.html). Under load one of them may so wait for seconds.
Threads of this process wait here instead; against other processes SQLite's own lock still stands.
"""

from __future__ import annotations

import heapq
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count

_goes_ahead: ContextVar[bool] = ContextVar("goes_ahead", default=False)


@contextmanager
def ahead() -> Iterator[None]:
    """Let what is written in here go ahead of all other writers: somebody is waiting for it."""
    token = _goes_ahead.set(True)
    try:
        yield
    finally:
        _goes_ahead.reset(token)


def goes_ahead() -> bool:
    """Whether what is written here and now goes ahead of others."""
    return _goes_ahead.get()


class Turns:
    """The turns at one file. Whoever has one gives it back as soon as it has written."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._taken = False
        self._waiting: list[tuple[bool, int, threading.Event]] = []
        self._arrivals = count()

    def take(self, *, patience: float) -> bool:
        """Wait for the turn; True once it has come, to be given back; False when it takes too long.

        `patience` is in seconds.
        """
        with self._lock:
            if not self._taken:
                self._taken = True
                return True
            mine = (not goes_ahead(), next(self._arrivals), threading.Event())
            heapq.heappush(self._waiting, mine)
        if mine[-1].wait(patience):
            return True
        with self._lock:
            if mine not in self._waiting:
                return True  # it came at the last moment
            self._waiting.remove(mine)
            heapq.heapify(self._waiting)
            return False

    def give_back(self) -> None:
        """Let the next one write."""
        with self._lock:
            if self._waiting:
                heapq.heappop(self._waiting)[-1].set()
            else:
                self._taken = False


_lock = threading.Lock()
_of_files: dict[str, Turns] = {}


def at(file: str) -> Turns:
    """The turns at this file, shared by all who write to it in this process."""
    with _lock:
        return _of_files.setdefault(file, Turns())
