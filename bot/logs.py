"""Where facts go: one structured log line each, on standard error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Literal

import structlog

from bot.redaction import RESERVED, redact
from core.telemetry import Emit, Scalar

ERRORS = frozenset({"job_failed", "listener_failed", "memory_full"})
WARNINGS = frozenset(  # beside whatever else is named ..._failed
    {
        "budget_frozen",
        "database_unreachable",
        "end_forced",
        "loop_stalled",
        "memory_eased",
        "memory_high",
        "memory_unknown",
        "message_unrecorded",
        "model_breaker",
        "model_failover",
        "model_reply_unusable",
        "model_retry",
        "model_retry_denied",
        "picture_missing",
        "replica_dead",
        "request_unhandled",
    }
)
ROUTINE = frozenset({"memory", "queue_load"})  # metrics have them
UNLOGGED = frozenset({"loop_lag"})  # the same, every second
JOB = "job"  # the line that tells a whole job
UNHAPPY = frozenset({"expired", "failed"})  # how a job may end


def configure(level: str, style: Literal["text", "json"]) -> Emit:
    """An Emit that logs facts from `level` up, readable or as JSON lines.

    What libraries log from WARNING up becomes a line, too, without their words.
    """
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            redact,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
    _listen_to_libraries()
    return log


def log(event: str, /, **facts: Scalar) -> None:
    """An Emit: one line."""
    if event not in UNLOGGED:
        _write(_level(event, facts), event, facts)


def fan_out(*emits: Emit) -> Emit:
    """An Emit that tells all of them. One that fails keeps no fact from the others, nor stops the work."""

    def emit(event: str, /, **facts: Scalar) -> None:
        for each in emits:
            with suppress(Exception):
                each(event, **facts)

    return emit


def _level(event: str, facts: Mapping[str, Scalar]) -> int:
    """How grave a fact is. One of a job that went well is a detail: the job has a line of its own."""
    if event in ERRORS:
        return logging.ERROR
    if event in WARNINGS or event.endswith("_failed"):
        return logging.WARNING
    if event == JOB:
        return logging.WARNING if facts.get("outcome") in UNHAPPY else logging.INFO
    return logging.DEBUG if event in ROUTINE or "job" in facts else logging.INFO


def _write(level: int, event: str, facts: Mapping[str, Scalar]) -> None:
    kept = {key: value for key, value in facts.items() if key not in RESERVED}
    structlog.get_logger().log(level, event, **kept)


class _Libraries(logging.Handler):
    """Tells of every record who wrote it and where; its words may quote what nobody should log."""

    def emit(self, record: logging.LogRecord) -> None:
        kind = record.exc_info[0] if record.exc_info else None
        facts = {
            "logger": record.name,
            "at": f"{record.filename}:{record.lineno}",
            "cause": None if kind is None else kind.__name__,
        }
        with suppress(Exception):  # as for every handler: what is told must not stop whoever tells it
            _write(logging.ERROR if record.levelno >= logging.ERROR else logging.WARNING, "library", facts)


def _listen_to_libraries() -> None:
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _Libraries)]:
        root.removeHandler(handler)
    root.addHandler(_Libraries(logging.WARNING))
