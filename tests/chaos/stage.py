"""The world of these tests: a local Slack, a model, and a server that dies and comes back."""

from __future__ import annotations

import asyncio
import signal
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.guard import PATH
from bot.playground.running import free_port
from bot.playground.slack.records import Message
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.bot_process import serving
from tests.scenario.slack.kit import Scene, scene

DEADLY = 120.0  # seconds until the point must have been reached
DONE = 120.0  # seconds until the draft must be there
QUIET = 1.0  # seconds without a call to Slack, after which nothing more is expected
STREAM = 0.5  # seconds that the model takes, about


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

    def dying(self, point: str, delay: float = 0.0) -> AbstractAsyncContextManager[Process]:
        """The server, which dies at a point."""
        deadly = ["-m", "tests.chaos.serve", point, str(self.world.home / "died"), str(delay)]
        return serving(self.settings, home=self.world.home, port=self.port, command=deadly)

    def alive(self) -> AbstractAsyncContextManager[Process]:
        """The server after that, which only the end of the block kills."""
        return serving(self.settings, home=self.world.home, port=self.port)

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


async def died(server: Process) -> None:
    """Wait for the death of a server that has one coming."""
    async with asyncio.timeout(DEADLY):
        assert await server.wait() == -signal.SIGKILL


@asynccontextmanager
async def staged(home: Path) -> AsyncIterator[Stage]:
    port = free_port()
    async with (
        scene(home) as world,
        AnthropicServer(latency=0.1, delay=STREAM / 100) as model,
    ):
        world.slack.deliver_to(f"http://127.0.0.1:{port}{PATH}")
        yield Stage(world=world, model=model, port=port)


def _has_image(message: Message) -> bool:
    return any(block["type"] == "image" for block in message.blocks)
