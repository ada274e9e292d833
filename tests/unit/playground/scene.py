"""A small world to test in: one workspace, two people, one channel, and an app that asks for everything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.slack.app import App
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Channel, Token, Workspace
from tests.unit.playground.clock import HandClock

PATIENCE = 60.0  # seconds that this Slack waits for an answer, where a test is not about that

SCOPES = frozenset(
    {
        "app_mentions:read",
        "channels:history",
        "channels:join",
        "channels:read",
        "chat:write",
        "chat:write.public",
        "commands",
        "files:read",
        "files:write",
        "groups:history",
        "groups:read",
        "im:history",
        "im:read",
        "im:write",
        "mpim:history",
        "mpim:read",
        "mpim:write",
        "reactions:write",
        "team:read",
        "users:read",
        "users:read.email",
    }
)
EVENTS = frozenset(
    {
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "member_joined_channel",
        "message.channels",
        "message.groups",
        "message.im",
        "message.mpim",
        "tokens_revoked",
    }
)


def full_app(**changes: Any) -> App:  # noqa: ANN401  any field of App
    asked: dict[str, Any] = {
        "scopes": SCOPES,
        "events": EVENTS,
        "commands": frozenset({"/decide"}),
        "shortcuts": {"draft_this": "message", "new_draft": "global"},
        "redirect_urls": ("http://localhost/slack/oauth_redirect",),
    }
    return App(**(asked | changes))


@dataclass(frozen=True, kw_only=True)
class Scene:
    slack: LocalSlack
    clock: HandClock
    team: Workspace
    ann: Person
    bob: Person
    channel: Channel
    token: Token
    client: AsyncWebClient

    @property
    def bot(self) -> str:
        return self.slack.installation(self.team).bot_user


@asynccontextmanager
async def scene(app: App | None = None, **options: Any) -> AsyncIterator[Scene]:  # noqa: ANN401  of LocalSlack
    clock = HandClock()
    async with LocalSlack(app or full_app(), clock=clock, **{"patience": PATIENCE, **options}) as slack:
        team = slack.add_workspace("Acme")
        ann, bob = slack.add_person(team, "Ann", admin=True), slack.add_person(team, "Bob")
        token = slack.install(team)
        channel = slack.add_channel(team, "general", ann, bob)
        client = AsyncWebClient(token=token.value, base_url=slack.api_url, retry_handlers=[])
        yield Scene(
            slack=slack, clock=clock, team=team, ann=ann, bob=bob, channel=channel, token=token, client=client
        )


@asynccontextmanager
async def served(application: web.Application, path: str = "/slack/events") -> AsyncIterator[str]:
    """The address of `path` while the application is served."""
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}{path}"
    finally:
        await runner.cleanup()


def bolt(scene: Scene, **options: Any) -> AsyncApp:  # noqa: ANN401  of AsyncApp
    given: dict[str, Any] = {"signing_secret": scene.slack.app.signing_secret, "client": scene.client}
    return AsyncApp(**(given | options))


@asynccontextmanager
async def connected(scene: Scene, app: AsyncApp) -> AsyncIterator[None]:
    """Serve a Bolt app, and let Slack deliver to it."""
    async with served(app.web_app(path="/slack/events", port=0)) as address:
        scene.slack.deliver_to(address)
        yield
        scene.slack.deliver_to("")


async def eventually(so: Callable[[], bool]) -> None:
    """Wait for what is no news to Slack, such as a sleeper on the clock."""
    async with asyncio.timeout(PATIENCE):
        while not so():  # noqa: ASYNC110  a sleeper rings no bell
            await asyncio.sleep(0.001)


def error_of(refused: SlackApiError) -> str:
    return str(refused.response["error"])
