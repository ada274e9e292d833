"""Turns are given in the order of asking, but for those who go ahead."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from core import database, turns
from core.turns import Turns

PATIENCE = 120.0  # seconds


def waiting(turns_: Turns, log: list[str], name: str, *, goes_ahead: bool = False) -> threading.Thread:
    """Somebody who waits by now, and writes their name when their turn comes."""
    before = len(turns_._waiting)

    def write() -> None:
        if goes_ahead:
            with turns.ahead():
                taken = turns_.take(patience=PATIENCE)
        else:
            taken = turns_.take(patience=PATIENCE)
        assert taken
        log.append(name)
        turns_.give_back()

    thread = threading.Thread(target=write)
    thread.start()
    while len(turns_._waiting) == before:
        time.sleep(0.001)
    return thread


def test_who_came_first_goes_first_behind_those_who_go_ahead() -> None:
    at_file, log = Turns(), list[str]()
    assert at_file.take(patience=PATIENCE)
    threads = [
        waiting(at_file, log, "first"),
        waiting(at_file, log, "second"),
        waiting(at_file, log, "ahead", goes_ahead=True),
        waiting(at_file, log, "also ahead", goes_ahead=True),
    ]
    at_file.give_back()
    for thread in threads:
        thread.join(PATIENCE)
    assert log == ["ahead", "also ahead", "first", "second"]


def test_a_turn_that_takes_too_long_is_not_waited_for_and_not_given_to_who_left() -> None:
    at_file = Turns()
    assert at_file.take(patience=PATIENCE)
    assert not at_file.take(patience=0.0)
    at_file.give_back()
    assert at_file.take(patience=0.0)


def test_all_who_write_to_a_file_share_its_turns() -> None:
    assert turns.at("/a/file") is turns.at("/a/file")
    assert turns.at("/a/file") is not turns.at("/another")


def test_a_turn_lasts_until_the_connection_goes_back_however_its_work_ended(tmp_path: Path) -> None:
    url = database.parse(f"sqlite:///{tmp_path}/a.db")
    engine = database.open_threaded(url, connections=2)
    at_file = turns.at(str(tmp_path / "a.db"))
    writer = engine.execution_options(**{database.BEGIN: database.WRITE})
    try:
        with writer.begin() as connection:
            connection.execute(sa.text("CREATE TABLE words (word TEXT)"))
            assert not at_file.take(patience=0.0)
        with pytest.raises(ZeroDivisionError), writer.begin():
            raise ZeroDivisionError
        with engine.connect():  # a reader takes none
            assert at_file.take(patience=0.0)
            at_file.give_back()
    finally:
        engine.dispose()
