"""Many workspaces with the bot in them, for scenarios of what one does to another."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.oauth.installation_store import Bot as InstalledBot
from slack_sdk.web.async_client import AsyncWebClient

from bot.guard import PATH
from bot.installations.access import Access
from bot.installations.opening import WayIn
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Channel, Message, Workspace
from bot.server import served, web_app
from bot.settings import Settings
from bot.slack import Bot, open_bot
from core.clock import Clock, SystemClock
from core.telemetry import Emit
from tests.scenario.slack.kit import DONE, Scene, settings_of


@dataclass(frozen=True, kw_only=True)
class Site:
    """A workspace with one person, and channels that have the bot in them."""

    slack: LocalSlack
    team: Workspace
    person: Person
    channels: tuple[Channel, ...]
    token: str

    def ours(self) -> list[Message]:
        """What the bot wrote here, oldest first."""
        bot = self.slack.installation(self.team).bot_user
        return [
            message
            for place in self.channels
            for message in self.slack.messages(place)
            if message.user == bot
        ]


def add_site(slack: LocalSlack, name: str, *, channels: int = 1) -> Site:
    team = slack.add_workspace(name)
    person = slack.add_person(team, "Ann")
    token = slack.install(team)
    places = tuple(slack.add_channel(team, f"general-{number}", person) for number in range(channels))
    return Site(slack=slack, team=team, person=person, channels=places, token=token.value)


@dataclass(frozen=True)
class Installed:
    """Keeps the port Bots."""

    bots: Callable[[str], Awaitable[InstalledBot]]

    async def find(self, workspace: str) -> InstalledBot:
        return await self.bots(workspace)

    async def remove(self, workspace: str) -> None:
        raise KeyError(workspace)


@asynccontextmanager
async def serving(
    scene: Scene,
    *sites: Site,
    clock: Clock | None = None,
    **changes: Any,  # noqa: ANN401  settings
) -> AsyncIterator[Bot]:
    """The bot in all these workspaces, with Slack delivering to it."""
    tokens = {site.team.id: site.token for site in sites}
    clock = clock or SystemClock()

    async def find(workspace: str) -> InstalledBot:
        bot = scene.slack.world.installations[workspace]
        return InstalledBot(
            team_id=workspace,
            bot_token=tokens[workspace],
            bot_id=bot.bot,
            bot_user_id=bot.bot_user,
            installed_at=0.0,
        )

    @asynccontextmanager
    async def way_in(
        settings: Settings,
        *,
        session: aiohttp.ClientSession,
        clock: Clock,  # noqa: ARG001  the port's
        emit: Emit,  # noqa: ARG001  the same
    ) -> AsyncIterator[WayIn]:
        client = AsyncWebClient(base_url=settings.slack_api_url, session=session, retry_handlers=[])
        yield WayIn(access=Access(Installed(find), client), client=client, pages=())

    async with AsyncExitStack() as stack:
        settings = settings_of(scene, **changes)
        bot = await stack.enter_async_context(
            open_bot(settings, clock=clock, emit=scene.facts, way_in_of=way_in)
        )
        application = web_app(
            bot.app,
            signing_secret=scene.slack.app.signing_secret,
            clock=clock,
            emit=scene.facts,
        )
        port = await stack.enter_async_context(served(application, host="127.0.0.1", port=0))
        scene.slack.deliver_to(f"http://127.0.0.1:{port}{PATH}")
        # A server that closes while somebody connects leaves that connection to the collector: CPython 3.11
        # accepts it, and then finds no server that it could belong to.
        stack.push_async_callback(scene.slack.settled, timeout=DONE)
        stack.callback(scene.slack.deliver_to, "")
        yield bot
