"""kill -9 at any point of a job: after the restart it ends in one message, and nothing is paid twice."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from bot.guard import PATH
from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import Message
from tests.chaos.points import POINTS
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.bot_process import free_port, serving
from tests.scenario.slack.kit import BRIEF, Scene, scene, told

COSTS = Upload(name="costs.csv", content=b"option,cost\nagency,180000\nhire,240000\n")
DEADLY = 120.0  # seconds until the point must have been reached
DONE = 120.0  # seconds until the draft must be there
QUIET = 1.0  # seconds without a call to Slack, after which nothing more is expected
STREAM = 0.5  # seconds that the model takes, about
DELAYS = {"while-reading": 0.3, "while-the-model-streams": STREAM, "while-drawing": 0.3}  # seconds, at most

pytestmark = pytest.mark.slow


@dataclass(frozen=True, kw_only=True)
class Stage:
    world: Scene
    model: AnthropicServer
    port: int

    @property
    def settings(self) -> dict[str, str]:
        return {
            "SLACK_SIGNING_SECRET": self.world.slack.app.signing_secret,
            "SLACK_BOT_TOKEN": self.world.token.value,
            "SLACK_API_URL": self.world.slack.api_url,
            "ANTHROPIC_API_KEY": self.model.key,
            "ANTHROPIC_BASE_URL": self.model.url,
        }

    @property
    def paid(self) -> int:
        """How often the model was asked."""
        return sum(request.path == "/v1/messages" for request in self.model.requests)

    @property
    def fetched(self) -> int:
        """How often the file was downloaded."""
        return self.world.slack.calls.downloads

    @property
    def posts(self) -> int:
        return sum(call.ok for call in self.world.slack.calls.of("chat.postMessage"))

    def drafts(self) -> list[Message]:
        """The messages that show a draft with its picture: what a job ends with."""
        return [
            message for message in self.world.telling("revision 1", self.world.channel) if _has_image(message)
        ]

    async def until_quiet(self) -> None:
        calls = -1
        while calls != len(self.world.slack.calls):
            calls = len(self.world.slack.calls)
            await asyncio.sleep(QUIET)

    async def redeliver(self) -> None:
        """Send every event about the brief once more, as Slack may for a day."""
        sent = {delivery.payload["event_id"]: delivery for delivery in self.world.slack.courier.events()}
        for delivery in sent.values():
            assert (await self.world.slack.courier.repeat(delivery)).ok


@asynccontextmanager
async def staged(home: Path) -> AsyncIterator[Stage]:
    port = free_port()
    async with (
        scene(home) as world,
        AnthropicServer(latency=0.1, delay=STREAM / 100) as model,
    ):
        world.slack.deliver_to(f"http://127.0.0.1:{port}{PATH}")
        yield Stage(world=world, model=model, port=port)


@pytest.mark.parametrize("point", POINTS)
async def test_a_job_is_finished_once_whenever_its_process_is_killed(
    point: str, attempt: int, tmp_path: Path
) -> None:
    delay = Random(f"{point} {attempt}").uniform(0, DELAYS.get(point, 0))
    deadly = ["-m", "tests.chaos.serve", point, str(tmp_path / "died"), str(delay)]
    async with staged(tmp_path) as stage:
        async with serving(stage.settings, home=tmp_path, port=stage.port, command=deadly) as server:
            asked = await stage.world.ann.mentions_bot(stage.world.channel, BRIEF, files=[COSTS])
            async with asyncio.timeout(DEADLY):
                assert await server.wait() == -signal.SIGKILL
        paid, fetched = stage.paid, stage.fetched
        async with serving(stage.settings, home=tmp_path, port=stage.port):
            await stage.world.slack.until(lambda: bool(stage.drafts()), timeout=DONE)
            await stage.until_quiet()
            await stage.redeliver()
            await stage.until_quiet()
        (message,) = stage.world.ours(stage.world.channel)
        assert stage.drafts() == [message]
        assert message.thread_ts == asked.ts
        assert "costs.csv" in told(message)
        assert stage.posts == 1
        assert stage.paid == paid + _again(point, "while-the-model-streams")
        if point != "while-reading":  # death may come when the file has just been read
            assert stage.fetched == fetched + _again(point, "while-reading")
        assert stage.fetched <= 2


def _has_image(message: Message) -> bool:
    return any(block["type"] == "image" for block in message.blocks)


def _again(point: str, last: str) -> int:
    """How often something has to be done after the restart: once after a death up to `last`, else never."""
    return int(list(POINTS).index(point) <= list(POINTS).index(last))
