"""`crossroads serve` as an operator runs it."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot.guard import PATH
from bot.manifest import document
from bot.playground.slack.app import App
from tests.scenario.commands import COMMAND as PROGRAM
from tests.scenario.commands import crossroads, environment
from tests.scenario.slack.kit import BRIEF, Scene, scene

READY = 30.0  # seconds for the process to start
END = 25.0  # seconds that an orchestrator leaves a process after SIGTERM


@asynccontextmanager
async def serving(world: Scene, port: int, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The program, ready; it is told to end afterwards, and has to in time."""
    given = {
        "SLACK_BOT_TOKEN": world.token.value,
        "SLACK_SIGNING_SECRET": world.slack.app.signing_secret,
        "SLACK_API_URL": world.slack.api_url,
        "CROSSROADS_HOME": str(world.home / "state"),
        "PORT": str(port),
        "LOG_FORMAT": "json",
    }
    process = await asyncio.create_subprocess_exec(
        PROGRAM,
        "serve",
        cwd=world.home,
        env=environment(world.home, **(given | settings)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        await _ready(port)
        world.slack.deliver_to(f"http://127.0.0.1:{port}{PATH}")
        yield process
    finally:
        world.slack.deliver_to("")
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(END):
            _, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    assert BRIEF not in errors.decode()
    assert world.token.value not in errors.decode()


async def _ready(port: int) -> None:
    async with asyncio.timeout(READY), aiohttp.ClientSession() as session:
        while await _status(session, port, "/readyz") != 200:  # noqa: ASYNC110  another process
            await asyncio.sleep(0.1)


async def _status(session: aiohttp.ClientSession, port: int, path: str) -> int:
    try:
        async with session.get(f"http://127.0.0.1:{port}{path}") as response:
            return response.status
    except aiohttp.ClientError:
        return 0


async def test_the_program_drafts_tells_its_health_and_ends_in_order(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with scene(tmp_path) as world, serving(world, unused_tcp_port):
        asked = await world.ann.mentions_bot(world.channel, BRIEF)
        done = await world.until_done(world.channel)
        assert done.thread_ts == asked.ts
        async with aiohttp.ClientSession() as session:
            assert await _status(session, unused_tcp_port, "/livez") == 200
            async with session.get(f"http://127.0.0.1:{unused_tcp_port}/metrics") as response:
                assert "crossroads_jobs_ended" in await response.text()
            async with session.post(f"http://127.0.0.1:{unused_tcp_port}{PATH}", json={}) as response:
                assert response.status == 401


async def test_a_draft_under_way_is_finished_before_the_program_ends(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with scene(tmp_path) as world:
        async with serving(world, unused_tcp_port) as process:
            world.slack.trouble.delay(2.0, "files.getUploadURLExternal", times=1)
            await world.ann.mentions_bot(world.channel, BRIEF)
            await world.until_shown("Drawing", world.channel)
            process.send_signal(signal.SIGTERM)
            await process.wait()
        assert world.done(world.channel)


async def test_with_an_app_level_token_requests_come_over_a_socket(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    app = replace(App.from_manifest(document(None, socket_mode=True)), socket_mode=True)
    async with (
        scene(tmp_path, app=app) as world,
        serving(world, unused_tcp_port, SLACK_APP_TOKEN=app.app_token),
    ):
        await world.slack.until(lambda: world.slack.sockets.connections > 0, timeout=20)
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_done(world.channel)


@pytest.mark.parametrize("token", ["", "xoxb-1"])
async def test_without_a_way_into_slack_the_program_says_what_is_missing(tmp_path: Path, token: str) -> None:
    ran = await crossroads("serve", home=tmp_path, settings={"SLACK_BOT_TOKEN": token})
    assert ran.code == 2
    assert "SLACK_" in ran.err
