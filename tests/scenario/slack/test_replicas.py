"""Two processes over one Postgres: they share the lanes, do each brief once, and outlive one another."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.playground.slack.records import Message
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.bot_process import free_port
from tests.scenario.slack.kit import BRIEF, DONE, Scene, eventually, scene, told
from tests.scenario.slack.process import address, settings_of, started

LANE = 3  # drafts of one workspace at once
BRIEFS = 8

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


async def test_two_replicas_share_the_work_and_one_finishes_what_the_other_leaves(
    tmp_path: Path, postgres_url: str
) -> None:
    async with (
        scene(tmp_path) as world,
        AnthropicServer(latency=4.0) as model,
        AsyncExitStack() as stack,
    ):
        ports = free_port(), free_port()
        given = {"DATABASE_URL": postgres_url, "CROSSROADS_MAX_WAIT": "600"} | {
            "ANTHROPIC_API_KEY": model.key,
            "ANTHROPIC_BASE_URL": model.url,
        }
        first, _ = [
            await stack.enter_async_context(started(tmp_path, port, settings_of(world, port) | given))
            for port in ports
        ]
        channels = [world.slack.add_channel(world.team, f"c{n}", world.ann) for n in range(BRIEFS)]
        for number, channel in enumerate(channels):
            world.slack.deliver_to(address(ports[number % 2]))
            await world.ann.mentions_bot(channel, f"Team {number}: {BRIEF}")
            await world.slack.settled(timeout=DONE)
        for number, delivery in enumerate(world.slack.courier.events()):  # each one again, at the other one
            world.slack.deliver_to(address(ports[number % 2]))
            assert (await world.slack.courier.repeat(delivery)).ok
        world.slack.deliver_to(address(ports[1]))
        await eventually(lambda: model.busiest == LANE)
        await asyncio.sleep(1)  # a fourth would be there by now
        assert model.busiest == LANE
        first.kill()
        await first.wait()
        await world.slack.until(lambda: all(_drafted(world, c.id) for c in channels), timeout=2 * DONE)
        assert [len(world.ours(channel)) for channel in channels] == [1] * BRIEFS


def _drafted(world: Scene, channel: str) -> list[Message]:
    return [message for message in world.ours(channel) if "Drafted in" in told(message)]
