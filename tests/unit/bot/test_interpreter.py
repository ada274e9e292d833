"""A process that serves does not look again at what its modules made."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from bot.interpreter import SWITCH, tuned


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """The collector as other tests left it; a full one has run, so that none comes in between."""
    gc.collect()
    yield
    gc.unfreeze()


def test_what_outlived_a_full_collection_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with tuned():
        gc.collect()
        spared = gc.get_freeze_count()
        assert spared > 0
        gc.collect()
        assert gc.get_freeze_count() <= spared  # nothing was loaded: what is under way may yet become garbage
        monkeypatch.setitem(sys.modules, "loaded_late", ModuleType("loaded_late"))
        kept: list[list[int]] = [[] for _ in range(1000)]
        gc.collect()
        assert gc.get_freeze_count() > spared
        assert kept
    assert gc.get_freeze_count() == 0


def test_a_young_collection_spares_nothing() -> None:
    with tuned():
        gc.collect(0)
        gc.collect(1)
        assert gc.get_freeze_count() == 0


def test_garbage_made_later_is_still_collected() -> None:
    with tuned():
        gc.collect()
        cycle: list[object] = []
        cycle.append(cycle)
        del cycle
        assert gc.collect() >= 1


def test_threads_change_places_often_for_as_long_as_it_serves() -> None:
    before = sys.getswitchinterval()
    with tuned():
        assert sys.getswitchinterval() == pytest.approx(SWITCH)
    assert sys.getswitchinterval() == before
