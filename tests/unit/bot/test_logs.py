"""Which facts become lines, how grave they are, and how they look."""

from __future__ import annotations

import logging

import pytest

from bot import logs
from core.telemetry import Scalar
from tests.fakes.facts import Facts
from tests.unit.bot.logged import log

MARKER = "the-brief-nobody-may-log"


def test_a_fact_becomes_a_line_with_its_time_and_level_first() -> None:
    with log() as written:
        written.emit("file_read", kind="pdf", passages=40)
    (line,) = written.lines
    assert list(line) == ["timestamp", "level", "event", "kind", "passages"]
    assert (line["level"], line["event"], line["kind"], line["passages"]) == ("info", "file_read", "pdf", 40)


def test_people_get_the_same_line_readable() -> None:
    with log(style="text") as written:
        written.emit("file_read", kind="pdf")
    (line,) = written.text.splitlines()
    assert "file_read" in line
    assert "kind=pdf" in line


@pytest.mark.parametrize(
    ("event", "facts", "level"),
    [
        ("file_read", {}, "info"),
        ("model_retry", {}, "warning"),
        ("model_retry", {"job": "J1"}, "warning"),
        ("memory_high", {}, "warning"),
        ("something_failed", {}, "warning"),
        ("memory_full", {}, "error"),
        ("job_failed", {"job": "J1"}, "error"),
        ("memory", {}, "debug"),
        ("edit", {"job": "J1"}, "debug"),
        ("job", {"job": "J1", "outcome": "done"}, "info"),
        ("job", {"job": "J1", "outcome": "cancelled"}, "info"),
        ("job", {"job": "J1", "outcome": "failed"}, "warning"),
        ("job", {"job": "J1", "outcome": "expired"}, "warning"),
    ],
)
def test_what_somebody_should_look_at_is_graver(event: str, facts: dict[str, Scalar], level: str) -> None:
    with log("DEBUG") as written:
        written.emit(event, **facts)
    assert [line["level"] for line in written.lines] == [level]


def test_what_is_below_the_level_is_not_written() -> None:
    with log("WARNING") as written:
        written.emit("file_read")
        written.emit("cache_failed")
    assert [line["event"] for line in written.lines] == ["cache_failed"]


def test_the_beat_of_the_loop_is_for_metrics_only() -> None:
    with log("DEBUG") as written:
        written.emit("loop_lag", seconds=0.1)
    assert written.lines == []


def test_libraries_say_where_and_how_grave_but_not_in_their_words() -> None:
    with log() as written:
        logging.getLogger("slack_bolt.AsyncApp").warning("Unhandled request %s", MARKER)
        logging.getLogger("aiohttp.server").error(MARKER, exc_info=ConnectionError(MARKER))
        logging.getLogger("asyncio").info(MARKER)
    first, second = written.lines
    assert (first["level"], first["logger"], first["cause"]) == ("warning", "slack_bolt.AsyncApp", None)
    assert (second["level"], second["logger"], second["cause"]) == (
        "error",
        "aiohttp.server",
        "ConnectionError",
    )
    assert first["at"].startswith("test_logs.py:")
    assert MARKER not in written.text


def test_configured_twice_a_library_is_heard_once() -> None:
    with log() as written:
        logs.configure("INFO", "json")
        logging.getLogger("somebody").error("gone")
    assert len(written.lines) == 1


def test_a_library_is_not_troubled_when_nobody_can_be_told() -> None:
    with log() as written:
        written.close()
        logging.getLogger("somebody").error("gone")
        with pytest.raises(ValueError, match="closed"):
            written.emit("something")


def test_every_emit_is_told_even_when_one_of_them_fails() -> None:
    first, last = Facts(), Facts()

    def broken(_: str, /, **__: Scalar) -> None:
        raise BrokenPipeError

    logs.fan_out(first, broken, last)("cache", space="documents", hit=True)
    assert first.seen == last.seen == [("cache", {"space": "documents", "hit": True})]
