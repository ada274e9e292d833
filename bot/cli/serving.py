"""`crossroads serve`: the bot in Slack, until the process is told to end."""

from __future__ import annotations

import sys

from bot import serving, settings
from bot.cli import EXIT_INPUT
from bot.providers import ProviderName
from core.errors import SettingsError
from handlers.errors import explain


def run(provider: ProviderName) -> int:
    """Serve; return the exit code."""
    try:
        serving.run(settings.load(), provider=provider)
    except SettingsError as error:
        print(explain(error), file=sys.stderr)  # noqa: T201  this is a command line
        return EXIT_INPUT
    return 0
