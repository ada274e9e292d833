"""SIGTERM with drafts under way: what can be finished is, the next process does the rest, nothing is lost."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from bot.playground.slack.records import Message
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.llm.faults import STALLED
from tests.scenario.slack.kit import BRIEF, DONE, Scene, eventually, scene, told
from tests.scenario.slack.process import END, serving, status

pytestmark = pytest.mark.slow


async def test_what_runs_is_finished_or_left_to_the_next_process_and_what_comes_meanwhile_is_kept(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with scene(tmp_path) as world, AnthropicServer() as model:
        model.gate.clear()
        by_model = {"ANTHROPIC_API_KEY": model.key, "ANTHROPIC_BASE_URL": model.url}
        channels = [world.slack.add_channel(world.team, f"c{n}", world.ann) for n in range(4)]
        async with serving(world, unused_tcp_port, **by_model) as process:
            model.script.add(STALLED)  # the first draft does not come to its end here
            await world.ann.mentions_bot(channels[0], BRIEF)
            await eventually(lambda: len(model.requests) == 1)
            for number in (1, 2):
                await world.ann.mentions_bot(channels[number], f"Team {number}: {BRIEF}")
            await eventually(lambda: model.busiest == 3)
            process.send_signal(signal.SIGTERM)
            await _until_not_ready(unused_tcp_port)
            await world.ann.mentions_bot(channels[3], f"Team 3: {BRIEF}")
            model.gate.set()
            await world.slack.until(lambda: all(_drafted(world, c.id) for c in channels[1:3]), timeout=DONE)
            async with asyncio.timeout(END):
                assert await process.wait() == 0
            assert not _drafted(world, channels[0].id)
            assert not _drafted(world, channels[3].id)
        async with serving(world, unused_tcp_port, **by_model):
            await world.slack.until(lambda: all(_drafted(world, c.id) for c in channels), timeout=DONE)
        assert [len(world.ours(channel)) for channel in channels] == [1, 1, 1, 1]
        assert all(delivery.ok for delivery in world.slack.courier)


async def _until_not_ready(port: int) -> None:
    async with asyncio.timeout(DONE):
        while await status(port, "/readyz") == 200:  # noqa: ASYNC110  another process
            await asyncio.sleep(0.05)


def _drafted(world: Scene, channel: str) -> list[Message]:
    return [message for message in world.ours(channel) if "Drafted in" in told(message)]
