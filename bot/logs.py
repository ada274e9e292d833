"""Where facts go: one structured log line each, on standard error."""

from __future__ import annotations

import logging
import sys
from typing import Literal

import structlog

from core.telemetry import Emit, Scalar

WARNINGS = frozenset(
    {
        "cache_failed",
        "model_breaker",
        "model_failover",
        "model_reply_unusable",
        "model_retry",
        "model_retry_denied",
    }
)


def configure(level: str, style: Literal["text", "json"]) -> Emit:
    """An Emit that logs facts from `level` up, readable or as JSON lines."""
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    log = structlog.get_logger()

    def emit(event: str, /, **facts: Scalar) -> None:
        log.log(logging.WARNING if event in WARNINGS else logging.INFO, event, **facts)

    return emit
