"""Slack's limits are kept, whatever happens at once, and every draft's end arrives in time."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.playground.slack.journal import ApiCall
from bot.playground.slack.records import Message
from tests.fakes.anthropic_server import AnthropicServer
from tests.scenario.slack.kit import BRIEF, Scene, running, scene, told

DRAFTS = 10
LATE = 2.0  # seconds; nine in ten ends arrive within it, and 95 of 100


async def test_a_storm_of_refusals_delays_the_end_and_nothing_more(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        world.slack.trouble.throttle("chat.update", retry_after=1, times=3)
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_done(world.channel)
        refused = [call.at for call in world.slack.calls.of("chat.update") if call.status == 429]
        assert len(refused) == 3
        assert all(later - earlier >= 1 for earlier, later in pairwise(refused))
        assert len(world.ours(world.channel)) == 1


@pytest.mark.endurance
@pytest.mark.timeout(240)
async def test_ten_drafts_at_once_meet_no_limit_and_no_late_end(tmp_path: Path) -> None:
    async with (
        AnthropicServer(latency=4.0) as model,
        scene(tmp_path) as world,
        running(
            world,
            anthropic_api_key=SecretStr(model.key),
            anthropic_base_url=model.url,
            crossroads_concurrency=10,
            crossroads_workspace_concurrency=10,
        ),
    ):
        channels = [world.slack.add_channel(world.team, f"c{n}", world.ann) for n in range(DRAFTS)]
        await asyncio.gather(
            *(
                world.ann.mentions_bot(channel, f"Team {n}: {BRIEF}")
                for n, channel in enumerate(channels, start=1)
            )
        )
        await world.slack.until(lambda: all(_done(world, c.id) for c in channels), timeout=120)
        await asyncio.sleep(3)
        assert not [call for call in world.slack.calls if call.status == 429]
        waits = sorted(
            float(fact["waited"] or 0)
            for event, fact in world.facts.seen
            if event == "edit" and fact["outcome"] == "sent" and fact["kind"] == "terminal"
        )
        assert len(waits) >= DRAFTS
        assert waits[int(0.95 * (len(waits) - 1))] <= LATE
        for channel in channels:
            edits = [c for c in world.slack.calls.of("chat.update") if c.arguments["channel"] == channel.id]
            ended = [_is_end(call) for call in edits]
            assert ended == sorted(ended), "progress followed an end"


def _done(world: Scene, channel: str) -> list[Message]:
    return [message for message in world.ours(channel) if "Drafted in" in told(message)]


def _is_end(call: ApiCall) -> bool:
    return "Drafted in" in str(call.arguments)
