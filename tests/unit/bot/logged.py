"""A log to write to and to look at: what is written goes to standard error, as when the program runs."""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import structlog

from bot import logs
from core.telemetry import Emit


class Log:
    def __init__(self, emit: Emit, written: io.StringIO) -> None:
        self.emit = emit
        self._written = written

    def close(self) -> None:
        """What comes now cannot be written."""
        self._written.close()

    @property
    def text(self) -> str:
        return self._written.getvalue()

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line, parse_constant=refuse) for line in self.text.splitlines()]


@contextmanager
def log(level: str = "INFO", style: Literal["text", "json"] = "json") -> Iterator[Log]:
    """The log of a process that has just begun; nothing of it is left afterwards."""
    handlers, stderr, written = list(logging.getLogger().handlers), sys.stderr, io.StringIO()
    sys.stderr = written
    try:
        yield Log(logs.configure(level, style), written)
    finally:
        sys.stderr = stderr
        structlog.reset_defaults()
        logging.getLogger().handlers = handlers


def refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
