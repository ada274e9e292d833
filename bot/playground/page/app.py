"""The page of a local Slack, put together and added to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from bot.playground.page import permalinks
from bot.playground.page.asking import Asking
from bot.playground.page.assets import Assets
from bot.playground.page.doing import Doing
from bot.playground.page.examples import Examples
from bot.playground.page.feed import Feed
from bot.playground.page.guard import guard
from bot.playground.page.hearing import Hearing
from bot.playground.page.interacting import Interacting
from bot.playground.page.marks import Marks
from bot.playground.page.panel import Panel, bot_json
from bot.playground.page.reading import Reading
from bot.playground.page.stream import Stream
from bot.playground.page.switches import Switches
from bot.playground.page.uploads import Uploads
from bot.playground.page.wire import Wire
from bot.playground.process import BotProcess
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.records import Json


class Page:
    """Everything the page is served; the local Slack must not be served yet when it is added."""

    def __init__(
        self, slack: LocalSlack, *, feed: Feed, marks: Marks, manifest: Mapping[str, Any], about: Json
    ) -> None:
        self._slack = slack
        self._feed = feed
        asking, uploads, assets = Asking(slack), Uploads(), Assets()
        self._routes = [
            web.get("/", assets.index),
            web.get("/page/static/{path:.+}", assets.asset),
            web.get("/page/api/stream", Stream(feed, asking).serve),
            *Reading(slack, asking, marks, manifest=manifest, about=about).routes(),
            *Doing(slack, asking, marks=marks, uploads=uploads, feed=feed).routes(),
            *Interacting(slack, asking, uploads).routes(),
            *Examples(slack, asking, marks).routes(),
            *permalinks.routes(),
        ]
        slack.world.subscribe(Hearing(slack, feed, marks).hear)

    def add(self, bot: BotProcess, switches: Switches) -> Panel:
        """Add it to the local Slack, with a panel for the bot and the switches."""
        panel = Panel(self._slack, bot, wire=Wire(self._slack), switches=switches, feed=self._feed)
        self._slack.web.middlewares.append(guard)
        self._slack.web.add_routes([*self._routes, *panel.routes()])
        return panel


def tell_bot(feed: Feed, bot: BotProcess) -> None:
    """Tell everyone where the bot's process stands."""
    shown = bot_json(bot)
    feed.add("bot", lambda _: shown)


def tell_trouble(feed: Feed, switches: Switches) -> None:
    """Tell everyone which switches are on."""
    shown = switches.shown
    feed.add("trouble", lambda _: shown)
