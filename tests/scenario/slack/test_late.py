"""An edit that Slack takes very long over does not have the last word."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr

from bot import slack
from core.pacing import live
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.clock import HELD, Gated
from tests.scenario.slack.kit import BRIEF, eventually, running, scene, told

GIVEN_UP = aiohttp.ClientTimeout(total=3.0)  # seconds
LATE = 9.0  # seconds after the end in which an edit that was given up still lands

pytestmark = pytest.mark.slow


async def test_an_edit_that_was_given_up_and_comes_late_does_not_hide_the_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slack, "CALL_TIMEOUT", GIVEN_UP)
    monkeypatch.setattr(live, "LATE", LATE)
    clock = Gated()
    async with (
        AnthropicServer() as model,
        scene(tmp_path, clock=clock) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url),
    ):
        model.gate.clear()
        world.slack.trouble.delay(HELD, "chat.update", times=1)
        await world.ann.mentions_bot(world.channel, BRIEF)
        await eventually(lambda: clock.held == 1)
        model.gate.set()
        done = await world.until_shown("Drafted in", world.channel)
        clock.gate.set()

        def edits() -> list[str]:
            return [str(call.arguments["text"]) for call in world.slack.calls.of("chat.update")]

        await world.slack.until(lambda: edits().count(done.text) >= 2 and done.text != edits()[-2])
        (message,) = world.ours(world.channel)
        assert edits()[-1] == message.text
        assert "Drafted in" in told(message)
