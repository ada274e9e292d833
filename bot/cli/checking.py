"""`crossroads check`: what is configured, what is missing, whether the keys work, what to do next."""

from __future__ import annotations

import asyncio
import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot import settings, wiring
from bot.cli import EXIT_INPUT, EXIT_PROVIDER
from core.errors import ModelError, SettingsError
from handlers.errors import explain, provider_name

YES, NO, BAD = "✓", "–", "✗"


def run() -> int:
    """Print the findings; return the exit code."""
    try:
        configured = settings.load()
        findings = asyncio.run(_findings(configured))
    except SettingsError as error:
        print(explain(error).what, file=sys.stderr)  # noqa: T201  this is a command line
        return EXIT_INPUT
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for mark, subject, finding in findings:
        table.add_row(mark, subject, Text(finding))
    Console(highlight=False).print(table)
    return EXIT_PROVIDER if any(mark == BAD for mark, _, _ in findings) else 0
