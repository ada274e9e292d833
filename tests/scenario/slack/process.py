"""`crossroads serve` as an operator runs it: a process that is told to end, and has to in time."""

from __future__ import annotations

import asyncio
import signal
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp

from bot.guard import PATH
from tests.scenario.commands import COMMAND as PROGRAM
from tests.scenario.commands import environment
from tests.scenario.slack.kit import BRIEF, Scene

READY = 120.0  # seconds for the process to start; the machine may be busy
END = 120.0  # seconds until it must have ended; an idle machine needs a few


def settings_of(world: Scene, port: int) -> dict[str, str]:
    """What serves one workspace over HTTP."""
    return {
        "SLACK_BOT_TOKEN": world.token.value,
        "SLACK_SIGNING_SECRET": world.slack.app.signing_secret,
        "SLACK_API_URL": world.slack.api_url,
        "CROSSROADS_HOME": str(world.home / "state"),
        "PORT": str(port),
        "LOG_FORMAT": "json",
    }


@asynccontextmanager
async def started(home: Path, port: int, settings: dict[str, str]) -> AsyncIterator[Process]:
    """The program, ready. At the end of the block it is told to end, unless it has ended already.

    It ends well and in time, or by kill -9; what it logged is in `home`/log, and holds no brief and no token.
    """
    log = home / f"log-{port}"
    with log.open("ab") as lines:
        process = await asyncio.create_subprocess_exec(
            PROGRAM, "serve", cwd=home, env=environment(home, **settings), stdout=lines, stderr=lines
        )
    try:
        await _until_ready(process, port)
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(END):
                await process.wait()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    logged = log.read_text()
    assert process.returncode in {0, -signal.SIGKILL}, logged
    assert BRIEF not in logged
    assert not [value for name, value in settings.items() if "TOKEN" in name and value and value in logged]


@asynccontextmanager
async def serving(world: Scene, port: int, **settings: str) -> AsyncIterator[Process]:
    """The program, with Slack delivering to it."""
    async with started(world.home, port, settings_of(world, port) | settings) as process:
        world.slack.deliver_to(address(port))
        try:
            yield process
        finally:
            world.slack.deliver_to("")


def address(port: int) -> str:
    return f"http://127.0.0.1:{port}{PATH}"


async def _until_ready(process: Process, port: int) -> None:
    async with asyncio.timeout(READY):
        while await status(port, "/readyz") != 200:
            if process.returncode is not None:
                raise RuntimeError(f"it ended with {process.returncode} before it was ready")
            await asyncio.sleep(0.1)


async def status(port: int, path: str) -> int:
    """What the program answers at a path; 0 where it does not."""
    try:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{port}{path}") as response,
        ):
            return response.status
    except aiohttp.ClientError:
        return 0
