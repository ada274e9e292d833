"""The bot as the playground's own process: `crossroads serve` on this machine alone, on a leash.

The leash is its standard input: when whoever started it is gone, however that came about, it ends in order.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable

from bot import settings
from bot.playground.process import HOST
from bot.serving import serve
from core.errors import SettingsError
from handlers.errors import explain


async def _main() -> None:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    end: Callable[[], None] = stop.set
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, end)
    loop.add_reader(
        sys.stdin.fileno(), end
    )  # nothing is ever written there: it is readable once it is closed
    await serve(settings.load(None), stop=stop, host=HOST)


def run() -> int:
    """Serve until told to end, or left alone; return the exit code."""
    try:
        asyncio.run(_main())
    except SettingsError as error:
        print(explain(error), file=sys.stderr)  # noqa: T201  the log of the playground
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(run())
