"""The bot as a process of its own, with nothing of this machine's environment in it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
START = 120.0  # seconds until it answers; the machine may be busy
LOOK = 0.02  # seconds
SERVE = ("-c", "from bot.cli import main; main()", "serve")


@asynccontextmanager
async def serving(
    settings: Mapping[str, str], *, home: Path, port: int, command: Sequence[str] = SERVE
) -> AsyncIterator[Process]:
    """Run the bot until the end of the block, which kills it; `settings` are its environment."""
    path = os.environ["PATH"]  # noqa: TID251  the child gets a bare environment: no key, no settings
    bare = {"PATH": path, "HOME": str(home), "PYTHONPATH": str(ROOT), "TMPDIR": str(home)}
    given = {"CROSSROADS_HOME": str(home), "PORT": str(port), "LOG_FORMAT": "json"}
    with (home / "log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, *command, cwd=home, env={**bare, **given, **settings}, stdout=log, stderr=log
        )
    try:
        await _until_open(process, port)
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
        await process.wait()


async def _until_open(process: Process, port: int) -> None:
    async with asyncio.timeout(START):
        while process.returncode is None:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except ConnectionError:
                await asyncio.sleep(LOOK)
            else:
                writer.close()
                await writer.wait_closed()
                return
    raise RuntimeError(f"the server ended with {process.returncode} before it answered")
