"""A local Slack with the bot in it, both over real HTTP, for scenarios."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.guard import PATH
from bot.manifest import document
from bot.playground.slack import triggers
from bot.playground.slack.app import App
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.person import Person
from bot.playground.slack.pings import message_pings
from bot.playground.slack.records import Channel, Message, Token, Workspace
from bot.server import served, web_app
from bot.settings import Settings
from bot.slack import Bot, open_bot
from core.clock import Clock, SystemClock
from handlers import pictures, slack_refusals
from handlers.work import showing
from tests.fakes.facts import Facts

BRIEF = "Should we hire three engineers or use contractors for six months? Budget is $300k."
SECRET = "local-signing-secret"  # noqa: S105  that of the local Slack
DONE = 120.0  # seconds that a scenario waits for what it expects; the machine may be busy
CLOSING = 0.1  # seconds, for connections that the other end has just left
PATIENCE = 60.0  # seconds that this Slack waits for an answer, and for a modal; the true one waits three


@dataclass(frozen=True, kw_only=True)
class Scene:
    slack: LocalSlack
    team: Workspace
    ann: Person
    bob: Person
    channel: Channel
    token: Token
    home: Path
    facts: Facts

    @property
    def bot_user(self) -> str:
        return self.slack.installation(self.team).bot_user

    def ours(self, channel: Channel | str) -> list[Message]:
        """What the bot wrote in a channel, oldest first."""
        return [message for message in self.slack.messages(channel) if message.user == self.bot_user]

    async def until_shown(self, text: str, channel: Channel | str, *, timeout: float = DONE) -> Message:  # noqa: ASYNC109  as in wait_for
        """Wait until one of the bot's messages tells this; return it."""
        await self.slack.until(lambda: bool(self.telling(text, channel)), timeout=timeout)
        return self.telling(text, channel)[-1]

    async def until_done(self, channel: Channel | str) -> Message:
        """Wait for a draft that was made without a model; return its message with the picture."""
        await self.slack.until(lambda: bool(self.done(channel)), timeout=DONE)
        return self.done(channel)[-1]

    def done(self, channel: Channel | str) -> list[Message]:
        return [
            message for message in self.telling("Drafted without a model", channel) if _has_image(message)
        ]

    def telling(self, text: str, channel: Channel | str) -> list[Message]:
        return [message for message in self.ours(channel) if text in told(message)]


async def eventually(so: Callable[[], bool]) -> None:
    """Wait for what is no news to Slack."""
    async with asyncio.timeout(DONE):
        while not so():  # noqa: ASYNC110  nothing rings a bell
            await asyncio.sleep(0.02)


def _has_image(message: Message) -> bool:
    return any(block["type"] == "image" for block in message.blocks)


def told(message: Message) -> str:
    """Everything a message says, as one text."""
    return "\n".join([message.text, *strings(list(message.blocks))])


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return [text for part in parts for text in strings(part)]


def the_app() -> App:
    return App.from_manifest(document("http://localhost"))


@asynccontextmanager
async def scene(
    home: Path,
    *,
    app: App | None = None,
    clock: Clock | None = None,
    **options: Any,  # noqa: ANN401  of LocalSlack
) -> AsyncIterator[Scene]:
    """A world with the app installed, which nobody answers for yet."""
    given = {"processing": 0.1, "patience": PATIENCE, **options}
    with pytest.MonkeyPatch.context() as patient:
        patient.setattr(triggers, "TRIGGER_LIFETIME", PATIENCE)
        patient.setattr(pictures, "PATIENCE", PATIENCE)
        patient.setattr(slack_refusals, "ANSWERED_WITHIN", PATIENCE)
        patient.setattr(
            showing, "HOLD", PATIENCE
        )  # a draft is shown with its picture, however slow the machine
        async with LocalSlack(app or the_app(), clock=clock or SystemClock(), **given) as slack:
            yield _peopled(slack, home)
            await slack.settled(timeout=DONE)
            assert not pinged(slack)
    await asyncio.sleep(CLOSING)


def _peopled(slack: LocalSlack, home: Path) -> Scene:
    team = slack.add_workspace("Acme")
    ann, bob = slack.add_person(team, "Ann"), slack.add_person(team, "Bob")
    token = slack.install(team)
    channel = slack.add_channel(team, "general", ann, bob)
    return Scene(
        slack=slack, team=team, ann=ann, bob=bob, channel=channel, token=token, home=home, facts=Facts()
    )


def pinged(slack: LocalSlack) -> list[str]:
    """Whom our messages would ping; the brief of a command names who asks, and nobody else."""
    ours = [m for m in [*slack.world.messages, *slack.world.ephemerals] if m.bot]
    return [ping for message in ours for ping in message_pings(message) if not _names_who_asks(message, ping)]


def _names_who_asks(message: Message, ping: str) -> bool:
    first = message.blocks[0] if message.blocks else {}
    return (
        first.get("type") == "context"
        and told_by(first) == f"<{ping}> asks"
        and message.text.startswith("To decide")
    )


def told_by(block: dict[str, Any]) -> str:
    return "".join(str(element.get("text")) for element in block["elements"])


def settings_of(scene: Scene, **changes: Any) -> Settings:  # noqa: ANN401  any setting
    given: dict[str, Any] = {
        "slack_signing_secret": SecretStr(scene.slack.app.signing_secret),
        "slack_bot_token": SecretStr(scene.token.value),
        "slack_api_url": scene.slack.api_url,
        "crossroads_home": scene.home,
    }
    return Settings(_env_file=None, **(given | changes))


@asynccontextmanager
async def running(scene: Scene, *, clock: Clock | None = None, **changes: Any) -> AsyncIterator[Bot]:  # noqa: ANN401  settings
    """The bot, served, with Slack delivering to it."""
    settings, time = settings_of(scene, **changes), clock or SystemClock()
    async with AsyncExitStack() as stack:
        bot = await stack.enter_async_context(open_bot(settings, clock=time, emit=scene.facts))
        secret = scene.slack.app.signing_secret
        application = web_app(bot.app, signing_secret=secret, clock=time, emit=scene.facts)
        port = await stack.enter_async_context(served(application, host="127.0.0.1", port=0))
        scene.slack.deliver_to(f"http://127.0.0.1:{port}{PATH}")
        stack.push_async_callback(scene.slack.settled)
        stack.callback(scene.slack.deliver_to, "")
        yield bot
