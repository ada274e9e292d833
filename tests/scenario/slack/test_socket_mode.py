"""Requests that come over a socket, which Slack closes and replaces as it likes."""

from __future__ import annotations

import asyncio
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from bot.manifest import document
from bot.playground.slack.app import App
from core.clock import SystemClock
from handlers.surfaces import COMMAND
from tests.fakes.anthropic_server import AnthropicServer
from tests.scenario.slack.kit import BRIEF, DONE, eventually, scene
from tests.scenario.slack.process import serving

pytestmark = pytest.mark.slow


class Hasty(SystemClock):
    """Waits no longer than two seconds, so that Slack tries again sooner than it would."""

    async def sleep(self, seconds: float) -> None:
        await super().sleep(min(seconds, 2.0))


def socket_app() -> App:
    return replace(App.from_manifest(document(None, socket_mode=True)), socket_mode=True)


async def test_nothing_is_lost_when_slack_replaces_or_closes_the_socket(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    app = socket_app()
    async with (
        scene(tmp_path, app=app, clock=Hasty()) as world,
        serving(world, unused_tcp_port, SLACK_APP_TOKEN=app.app_token),
    ):
        sockets = world.slack.sockets
        channels = [world.slack.add_channel(world.team, f"c{n}", world.ann) for n in range(3)]
        await world.slack.until(lambda: sockets.connections > 0)
        await sockets.disconnect("warning")
        await world.ann.mentions_bot(channels[0], BRIEF)
        await world.until_done(channels[0])
        await sockets.disconnect("refresh_requested")
        await world.ann.mentions_bot(channels[1], BRIEF)  # no socket is open now: Slack tries again
        await world.until_done(channels[1])
        await world.slack.until(lambda: sockets.connections > 0)
        outcome = await world.ann.runs(COMMAND, BRIEF, channels[2])
        assert outcome.ok
        await world.until_done(channels[2])
        assert [len(world.ours(channel)) for channel in channels] == [1, 1, 2]
        assert {delivery.transport for delivery in world.slack.courier} == {"socket"}


async def test_told_to_end_it_leaves_the_socket_first_and_then_finishes(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    app = socket_app()
    async with scene(tmp_path, app=app) as world, AnthropicServer() as model:
        model.gate.clear()
        given = {
            "SLACK_APP_TOKEN": app.app_token,
            "ANTHROPIC_API_KEY": model.key,
            "ANTHROPIC_BASE_URL": model.url,
        }
        async with serving(world, unused_tcp_port, **given) as process:
            await world.slack.until(lambda: world.slack.sockets.connections > 0)
            await world.ann.mentions_bot(world.channel, BRIEF)
            await eventually(lambda: model.busiest == 1)
            process.send_signal(signal.SIGTERM)
            await eventually(lambda: world.slack.sockets.connections == 0)
            assert not world.telling("Drafted in", world.channel)
            model.gate.set()
            await world.until_shown("Drafted in", world.channel)
            async with asyncio.timeout(DONE):
                assert await process.wait() == 0
        assert len(world.ours(world.channel)) == 1
