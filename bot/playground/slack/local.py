"""A local Slack, served on 127.0.0.1: open it, build a world, point the bot at it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AsyncExitStack
from dataclasses import replace
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.playground.slack.app import App
from bot.playground.slack.delivery.courier import Courier
from bot.playground.slack.delivery.http import PATIENCE
from bot.playground.slack.delivery.sockets import SocketTransport
from bot.playground.slack.installing import install, revoke, uninstall
from bot.playground.slack.journal import Journal
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Channel, ChannelKind, Installation, Message, Token, User, Workspace
from bot.playground.slack.site import PROCESSING, Site
from bot.playground.slack.trouble import Trouble
from bot.playground.slack.web.routes import web_app
from bot.playground.slack.world import World
from core.clock import Clock, SystemClock

UNTIL = 120.0  # seconds that something awaited has to happen; the machine may be busy


class LocalSlack:
    """One Slack with one app in it; `async with` serves it.

    `world` is one that was saved, else an empty one. `processing` (seconds on `clock`) passes until an upload
    has a type; `patience` (real seconds) until the bot is taken as not answering. `web` may get more pages
    before it is served.
    """

    def __init__(
        self,
        app: App,
        *,
        clock: Clock | None = None,
        world: World | None = None,
        processing: float = PROCESSING,
        patience: float = PATIENCE,
        port: int = 0,
    ) -> None:
        self.world = world or World(clock=clock or SystemClock(), app=app)
        self.site = Site(self.world, processing=processing, patience=patience)
        self.web = web_app(self.site)
        self._port = port
        self._people: dict[str, Person] = {}
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Serve, and begin to send events."""
        runner = web.AppRunner(self.web, access_log=None, shutdown_timeout=1.0)
        await self._stack.__aenter__()
        await runner.setup()
        self._stack.push_async_callback(runner.cleanup)
        listener = web.TCPSite(runner, "127.0.0.1", self._port)
        await listener.start()
        self._port = runner.addresses[0][1]
        self.world.url = f"http://127.0.0.1:{self._port}"
        self._stack.push_async_callback(self.sockets.close)
        await self._stack.enter_async_context(self.site)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give up what is under way, close the sockets, stop serving."""
        await self._stack.__aexit__(kind, error, trace)

    @property
    def app(self) -> App:
        """The app."""
        return self.world.app

    @property
    def url(self) -> str:
        """Where it is served."""
        return self.world.url

    @property
    def api_url(self) -> str:
        """The base of the Web API, for a client."""
        return f"{self.url}/api/"

    @property
    def trouble(self) -> Trouble:
        """What shall go wrong."""
        return self.site.trouble

    @property
    def calls(self) -> Journal:
        """What the bot asked for."""
        return self.site.journal

    @property
    def courier(self) -> Courier:
        """What was delivered to the bot."""
        return self.site.courier

    @property
    def sockets(self) -> SocketTransport:
        """The bot's open sockets."""
        return self.site.sockets

    def deliver_to(self, request_url: str) -> None:
        """Send events, commands and interactions to this address from now on."""
        self.site.http.url = request_url

    async def until(self, so: Callable[[], bool], *, timeout: float = UNTIL) -> None:  # noqa: ASYNC109  as in wait_for
        """Wait until `so()` is true; looked at after every change, call and delivery. Raises TimeoutError."""
        await self.site.news.until(so, timeout=timeout)

    async def settled(self, *, timeout: float = UNTIL) -> None:  # noqa: ASYNC109  the same
        """Wait until every delivery under way is answered; a retry that waits for its time does not count."""
        await self.until(lambda: self.courier.flying == 0, timeout=timeout)

    def add_workspace(self, name: str) -> Workspace:
        """A new workspace."""
        domain = "".join(c for c in name.lower() if c.isalnum())
        return self.world.workspaces.put(Workspace(id=self.world.new_id("T"), name=name, domain=domain))

    def add_person(self, workspace: Workspace, name: str, *, admin: bool = False, email: str = "") -> Person:
        """A new person in a workspace."""
        user = User(
            id=self.world.new_id("U"),
            team=workspace.id,
            name=name.lower().replace(" ", "."),
            real_name=name,
            is_admin=admin,
            email=email,
        )
        return self.person(self.world.users.put(user).id)

    def person(self, user_id: str) -> Person:
        """The person with this id. Raises KeyError when there is none."""
        user = self.world.users.get(user_id)
        if user is None or user.is_bot:
            raise KeyError(user_id)
        return self._people.setdefault(user_id, Person(self.site, user))

    def add_channel(
        self,
        workspace: Workspace,
        name: str,
        *members: Person,
        kind: ChannelKind = "public",
        with_bot: bool = True,
        shared_with: Iterable[Workspace] = (),
    ) -> Channel:
        """A new channel, with the bot in it where that is installed; `shared_with` makes it Slack Connect."""
        installation = self.world.installed(workspace.id)
        bots = [installation.bot_user] if with_bot and installation else []
        people = [person.id for person in members]
        return self.world.channels.put(
            Channel(
                id=self.world.new_id("D" if kind == "im" else "C"),
                teams=(workspace.id, *(other.id for other in shared_with)),
                kind=kind,
                name=name,
                creator=people[0] if people else "",
                created=self.world.clock.now(),
                members=frozenset(people + bots),
            )
        )

    def archive(self, channel: Channel) -> Channel:
        """Archive a channel. Raises KeyError when it is unknown."""
        return self.world.channels.put(replace(self.world.channels[channel.id], archived=True))

    def install(self, workspace: Workspace, *, scopes: Iterable[str] | None = None) -> Token:
        """Install the app without a browser: its bot token. `scopes` are the app's own unless given."""
        people = [u for u in self.world.users if u.team == workspace.id and not u.is_bot]
        return install(
            self.world,
            team=workspace.id,
            installer=people[0].id if people else "",
            scopes=self.app.scopes if scopes is None else scopes,
        )

    def installation(self, workspace: Workspace) -> Installation:
        """The app in a workspace. Raises KeyError where it is not."""
        found = self.world.installed(workspace.id)
        if found is None:
            raise KeyError(workspace.id)
        return found

    def revoke(self, token: Token) -> None:
        """Revoke a token, as an administrator would."""
        revoke(self.world, token)

    def uninstall(self, workspace: Workspace) -> None:
        """Remove the app from a workspace."""
        uninstall(self.world, workspace.id)

    def other_bot_says(self, channel: Channel, text: str, *, username: str = "otherbot") -> Message:
        """Another app's message, as old integrations post them."""
        message = Message(
            channel=channel.id,
            ts=self.world.new_ts(),
            team=channel.teams[0],
            user="",
            bot="B0OTHERBOT",
            username=username,
            subtype="bot_message",
            text=text,
        )
        return self.world.messages.put(message)

    def messages(self, channel: Channel | str) -> list[Message]:
        """Everything that all can see in a channel, replies too, oldest first."""
        return self.world.history(channel if isinstance(channel, str) else channel.id)
