"""`crossroads playground`: the local Slack with the bot in it, until the process is told to end."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable

from bot import settings
from bot.cli import EXIT_INPUT
from bot.playground.running import BotDown, PortTaken, playground
from bot.playground.state import State, open_state
from bot.settings import Settings
from core.errors import SettingsError
from handlers.errors import explain

EXIT_BOT = 4  # the bot did not start
TAKEN = "Port {port} is in use, perhaps by a playground that is running already. Choose another with --port."


def run(port: int, *, fresh: bool) -> int:
    """Run it; return the exit code."""
    try:
        configured = settings.load()
        state = open_state(configured.home, fresh=fresh)
        asyncio.run(_until_told(configured, state, port))
    except SettingsError as error:
        print(explain(error), file=sys.stderr)  # noqa: T201  this is a command line
        return EXIT_INPUT
    except PortTaken as taken:
        print(TAKEN.format(port=taken.port), file=sys.stderr)  # noqa: T201  the same
        return EXIT_INPUT
    except BotDown as down:
        print(f"The bot did not start. {down}", file=sys.stderr)  # noqa: T201  the same
        return EXIT_BOT
    return 0


async def _until_told(configured: Settings, state: State, port: int) -> None:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    end: Callable[[], None] = stop.set
    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, end)
    _say("Starting the playground: a local Slack with the bot in it.")
    async with playground(configured, state, port=port) as ready:
        _say(f"Open {ready.url} in a browser. Ctrl-C stops it; its state is in {state.folder}.")
        await stop.wait()
        _say("Stopping: drafts under way go on at the next start.")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  this is a command line
