"""Pollers that sleep until they are rung for."""

from __future__ import annotations

import threading

import pytest

from core.jobs import bells as ringing
from core.jobs.bells import THREAD, Bells

LONG = 3_600.0  # seconds that nobody sleeps here
PATIENCE = 60.0  # seconds


class Poller:
    """Sleeps on `stop` as one of the engine's does, and writes down how often it woke."""

    def __init__(self, queue: str, stop: threading.Event) -> None:
        self.woke = threading.Semaphore(0)
        self._stop = stop
        self._thread = threading.Thread(target=self._poll, name=THREAD + queue, daemon=True)
        self._thread.start()

    def _poll(self) -> None:
        while not self._stop.wait(timeout=LONG):
            self.woke.release()

    def ends(self) -> bool:
        self._thread.join(PATIENCE)
        return not self._thread.is_alive()


@pytest.fixture(autouse=True)
def _gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ringing, "GAP", 0.001)


@pytest.fixture
def hung() -> tuple[Bells, threading.Event]:
    bells, stop = Bells(["a", "b"]), threading.Event()
    bells.hang(stop)
    return bells, stop


def test_a_queue_is_looked_at_when_it_is_rung_for_and_no_other(hung: tuple[Bells, threading.Event]) -> None:
    bells, stop = hung
    first, second = Poller("a", stop), Poller("b", stop)
    for _ in range(3):
        bells.ring("a")
        assert first.woke.acquire(timeout=PATIENCE)
    assert not second.woke.acquire(blocking=False)
    bells.ring()
    assert first.woke.acquire(timeout=PATIENCE)
    assert second.woke.acquire(timeout=PATIENCE)
    stop.set()
    bells.ring()
    assert first.ends()
    assert second.ends()


def test_a_bell_that_rang_before_anybody_slept_is_heard(hung: tuple[Bells, threading.Event]) -> None:
    bells, stop = hung
    bells.ring("a")
    poller = Poller("a", stop)
    assert poller.woke.acquire(timeout=PATIENCE)
    stop.set()
    bells.ring()
    assert poller.ends()


@pytest.mark.parametrize("timeout", [None, PATIENCE])
def test_whoever_polls_no_queue_waits_for_the_end(
    hung: tuple[Bells, threading.Event], timeout: float | None
) -> None:
    bells, stop = hung
    bells.ring()
    threading.Timer(0.01, stop.set).start()
    assert stop.wait(timeout)
