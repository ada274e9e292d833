"""`crossroads manifest`: the app as Slack is told of it, to paste."""

from __future__ import annotations

import sys

from bot.cli import EXIT_INPUT
from bot.manifest import AddressUnusable, filled


def run(url: str | None, *, socket_mode: bool, rotate_tokens: bool) -> int:
    """Print the manifest; return the exit code."""
    try:
        text = filled(url, socket_mode=socket_mode, rotate_tokens=rotate_tokens)
    except AddressUnusable as unusable:
        print(unusable, file=sys.stderr)  # noqa: T201  this is a command line
        return EXIT_INPUT
    print(text, end="")  # noqa: T201  the manifest that was asked for
    return 0
