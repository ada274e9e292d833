"""`crossroads serve` as an operator runs it."""

from __future__ import annotations

import signal
import socket
from pathlib import Path

import aiohttp
import pytest

from bot.guard import PATH
from handlers.blocks.buttons import Action
from tests.fakes.clock import HELD, Gated
from tests.scenario.commands import crossroads
from tests.scenario.slack.kit import BRIEF, scene
from tests.scenario.slack.process import serving, status


async def test_the_program_drafts_tells_its_health_and_ends_in_order(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with scene(tmp_path) as world, serving(world, unused_tcp_port):
        asked = await world.ann.mentions_bot(world.channel, BRIEF)
        done = await world.until_done(world.channel)
        assert done.thread_ts == asked.ts
        assert await status(unused_tcp_port, "/livez") == 200
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{unused_tcp_port}/metrics") as response:
                assert "crossroads_jobs_ended" in await response.text()
            async with session.post(f"http://127.0.0.1:{unused_tcp_port}{PATH}", json={}) as response:
                assert response.status == 401


async def test_short_of_memory_people_are_told_and_can_still_stop(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    given = {"CROSSROADS_MEMORY_LIMIT": "1MiB", "CROSSROADS_MAX_WAIT": "600"}
    async with scene(tmp_path) as world, serving(world, unused_tcp_port, **given):
        await world.ann.mentions_bot(world.channel, BRIEF)
        waiting = await world.until_shown("Waiting: the server is short of memory", world.channel)
        assert await status(unused_tcp_port, "/readyz") == 200
        assert (await world.ann.clicks(waiting, Action.STOP)).ok
        await world.until_shown("was stopped", world.channel)


async def test_a_draft_under_way_is_finished_before_the_program_ends(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    clock = Gated()
    async with scene(tmp_path, clock=clock) as world:
        async with serving(world, unused_tcp_port) as process:
            world.slack.trouble.delay(HELD, "files.getUploadURLExternal", times=1)
            await world.ann.mentions_bot(world.channel, BRIEF)
            await world.until_shown("Drawing", world.channel)
            process.send_signal(signal.SIGTERM)
            clock.gate.set()
            await process.wait()
        assert world.done(world.channel)


@pytest.mark.parametrize("token", ["", "xoxb-1"])
async def test_without_a_way_into_slack_the_program_says_what_is_missing(tmp_path: Path, token: str) -> None:
    ran = await crossroads("serve", home=tmp_path, settings={"SLACK_BOT_TOKEN": token})
    assert ran.code == 2
    assert "SLACK_" in ran.err


async def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    given = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "1", "SLACK_API_URL": "http://127.0.0.1:9/"}
    with socket.create_server(("0.0.0.0", 0)) as taken:  # noqa: S104  where the program listens, too
        port = str(taken.getsockname()[1])
        ran = await crossroads("serve", home=tmp_path, settings={**given, "PORT": port})
    assert ran.code == 2
    assert f"The setting PORT is missing or wrong: nothing can be served at {port}" in ran.err
    assert "Traceback" not in ran.err
