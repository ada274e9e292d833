"""Two processes over one Postgres: they share the lanes, do each brief once, and outlive one another."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.playground.running import free_port
from bot.playground.slack.records import Message
from handlers.surfaces import COMMAND
from handlers.writer import HANDED_OVER
from tests.fakes.anthropic_server import AnthropicServer
from tests.scenario.slack.kit import BRIEF, DONE, Scene, eventually, scene, told
from tests.scenario.slack.process import address, settings_of, started

LANE = 3  # drafts of one workspace at once
BRIEFS = 8

pytestmark = pytest.mark.slow


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


async def test_a_command_is_answered_in_one_message_whichever_replica_does_its_job(
    tmp_path: Path, postgres_url: str
) -> None:
    async with scene(tmp_path) as world, AsyncExitStack() as stack:
        ports = free_port(), free_port()
        given = {"DATABASE_URL": postgres_url, "CROSSROADS_MAX_WAIT": "600", "CROSSROADS_CONCURRENCY": "1"}
        for port in ports:
            await stack.enter_async_context(started(tmp_path, port, settings_of(world, port) | given))
        channels = [world.slack.add_channel(world.team, f"c{n}", world.ann) for n in range(BRIEFS)]
        for number, channel in enumerate(channels):
            world.slack.deliver_to(address(ports[number % 2]))
            assert (await world.ann.runs(COMMAND, f"Team {number}: {BRIEF}", channel)).ok
        await world.slack.until(lambda: all(world.done(channel.id) for channel in channels), timeout=2 * DONE)
        await asyncio.sleep(HANDED_OVER)  # a place in line may still have been on its way
        await world.slack.until(lambda: all(world.done(channel.id) for channel in channels), timeout=DONE)
        assert [len(world.ours(channel)) for channel in channels] == [2] * BRIEFS  # the brief, and its draft


def _drafted(world: Scene, channel: str) -> list[Message]:
    return [message for message in world.ours(channel) if "Drafted in" in told(message)]
