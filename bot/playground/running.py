"""The playground from its start to its end: a local Slack with a page, the bot as a process beside it."""

from __future__ import annotations

import errno
import secrets
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from typing import Any

from pydantic import ValidationError

from bot.guard import PATH
from bot.manifest import document
from bot.playground import town
from bot.playground.installing import install
from bot.playground.keeping import kept
from bot.playground.model.choosing import Models
from bot.playground.page.app import Page, tell_bot, tell_trouble
from bot.playground.page.feed import Feed
from bot.playground.page.marks import Marks
from bot.playground.page.switches import Switches
from bot.playground.process import HOST, BotProcess
from bot.playground.slack.app import App
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.saving import load
from bot.playground.state import State
from bot.settings import Settings, handed_on
from core.clock import SystemClock
from core.errors import SettingsError

GIVEN_TO_NOBODY = range(20_000, 32_000)  # ports: Linux gives those from 32768 on, others higher ones

# Settings that are the playground's own in the playground:
OWN = frozenset(
    {
        "slack_signing_secret",
        "slack_bot_token",
        "slack_client_id",
        "slack_client_secret",
        "slack_app_token",
        "slack_api_url",
        "token_encryption_key",
        "database_url",
        "cache_url",
        "port",
        "crossroads_home",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Playground:
    """A playground that is ready; `url` is its page."""

    url: str
    slack: LocalSlack
    bot: BotProcess


class BotDown(Exception):
    """The bot did not come up; the text says why, as far as it is known."""


class PortTaken(Exception):
    """Something else is served at the port."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self.port = port


@asynccontextmanager
async def playground(settings: Settings, state: State, *, port: int) -> AsyncIterator[Playground]:
    """Open it; it is ready when this yields. Raises PortTaken, BotDown, SettingsError."""
    need_free(port)
    bot_port = free_port()
    manifest = document(f"http://127.0.0.1:{bot_port}")
    slack = _slack(state, manifest, port=port)
    feed, marks, models = Feed(), _marks(state), Models(settings)
    is_new = not state.database.exists()

    def environment() -> dict[str, str]:
        ours = _own(slack, state, bot_port) | models.environment(slack.url)
        return handed_on(settings, without=OWN, **ours)

    state.log.write_bytes(b"")
    async with AsyncExitStack() as stack:
        bot = BotProcess(port=bot_port, log=state.log, environment=environment)
        bot.changed = partial(tell_bot, feed, bot)
        switches = Switches(slack.trouble, models.trouble, keyed=models.keyed)
        switches.changed = partial(_flipped, slack, bot, feed, switches)
        page = Page(
            slack,
            feed=feed,
            marks=marks,
            manifest=manifest,
            about={"version": version("crossroads"), "model": models.about},
        )
        slack.web.add_routes(models.routes())
        panel = page.add(bot, switches)
        await stack.enter_async_context(slack)
        slack.deliver_to(f"{bot.url}{PATH}")
        await stack.enter_async_context(kept(slack.world, state, marks.dump))
        stack.callback(feed.close)
        slack.site.spawn(panel.watch())
        await stack.enter_async_context(bot)
        if not len(slack.world.workspaces):
            await town.build(slack)
        await bot.start()
        await _installed(slack, bot, everywhere=is_new)
        yield Playground(url=slack.url, slack=slack, bot=bot)


def _slack(state: State, manifest: Mapping[str, Any], *, port: int) -> LocalSlack:
    """The local Slack as it was left, or an empty one; its app has secrets of this run."""
    described = App.from_manifest(dict(manifest))
    app = replace(described, client_secret=secrets.token_hex(16), signing_secret=secrets.token_hex(16))
    clock = SystemClock()
    try:
        world = load(state.slack.read_bytes(), clock=clock, app=app) if state.slack.exists() else None
    except ValidationError:
        raise SettingsError("CROSSROADS_HOME", f"{state.slack} cannot be read; --fresh begins anew") from None
    return LocalSlack(app, clock=clock, world=world, port=port)


def _marks(state: State) -> Marks:
    try:
        return Marks(state.marks.read_bytes() if state.marks.exists() else b"")
    except ValueError:
        return Marks()  # all is unread then; nothing is lost


def _own(slack: LocalSlack, state: State, port: int) -> dict[str, str]:
    """What the bot has to know of this Slack."""
    return {
        "SLACK_API_URL": slack.api_url,
        "SLACK_CLIENT_ID": slack.app.client_id,
        "SLACK_CLIENT_SECRET": slack.app.client_secret,
        "SLACK_SIGNING_SECRET": slack.app.signing_secret,
        "TOKEN_ENCRYPTION_KEY": state.key(),
        "CROSSROADS_HOME": str(state.bot),
        "PORT": str(port),
    }


async def _installed(slack: LocalSlack, bot: BotProcess, *, everywhere: bool) -> None:
    """Install the bot where it is not, by its own link; everywhere when it has forgotten all."""
    if bot.standing.phase != "running":
        raise BotDown(bot.standing.note)
    for workspace in slack.world.workspaces:
        if everywhere or slack.world.installed(workspace.id) is None:
            await install(bot.url, workspace.id)
            town.welcome(slack, workspace)


def _flipped(slack: LocalSlack, bot: BotProcess, feed: Feed, switches: Switches, another: bool) -> None:  # noqa: FBT001  the port's
    tell_trouble(feed, switches)
    if another:
        slack.site.spawn(bot.restart())


def need_free(port: int) -> None:
    """Raise PortTaken when something else is served at this port of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno in {errno.EADDRINUSE, errno.EACCES}:
                raise PortTaken(port) from error
            raise


def free_port() -> int:
    """A port that nobody uses, and that the system gives to nobody before a server has it."""
    while True:
        port = secrets.choice(GIVEN_TO_NOBODY)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("0.0.0.0", port))  # noqa: S104  it may be served at any address
            return port
