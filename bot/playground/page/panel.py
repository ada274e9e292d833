"""The side panel: what crosses the wire, the switches for trouble, the bot's process."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Literal

from aiohttp import web

from bot.playground.page.asking import Body, Wrong, read
from bot.playground.page.feed import Feed
from bot.playground.page.switches import Switches
from bot.playground.page.wire import Wire
from bot.playground.process import BotProcess
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.records import Json, User

TICK = 1.0  # seconds after which the rates are counted again though nothing crossed


class Flip(Body):
    """A switch to turn."""

    id: str
    on: bool


class Order(Body):
    """What to do with the bot."""

    do: Literal["kill", "kill_restart", "start", "restart"]


class Panel:
    """Serves those routes, and tells the feed what they would show."""

    def __init__(
        self, slack: LocalSlack, bot: BotProcess, *, wire: Wire, switches: Switches, feed: Feed
    ) -> None:
        self._slack = slack
        self._bot = bot
        self._wire = wire
        self._switches = switches
        self._feed = feed

    def routes(self) -> list[web.RouteDef]:
        """Its routes."""
        return [
            web.get("/page/api/wire", self.wire),
            web.get("/page/api/wire/{number:[0-9]+}", self.crossing),
            web.get("/page/api/trouble", self.trouble),
            web.post("/page/api/trouble", self.flip),
            web.get("/page/api/bot", self.bot),
            web.post("/page/api/bot", self.order),
        ]

    async def watch(self) -> None:
        """Tell the feed of everything that crosses, for as long as this runs."""
        rates: Json = {}
        while True:
            with suppress(TimeoutError):  # the minute goes on
                await self._slack.until(lambda: self._wire.behind, timeout=TICK)
            for crossing in self._wire.take():
                self._feed.add("wire", partial(_told, {"entry": crossing.entry}), panel=True)
            before, rates = rates, self._wire.rates()
            if rates != before:
                self._feed.add("rates", partial(_told, rates), panel=True)

    async def wire(self, request: web.Request) -> web.Response:
        """The newest crossings."""
        after = request.query.get("after", "")
        entries = self._wire.after(int(after) if after.isdecimal() else 0)
        return web.json_response(
            {"entries": [crossing.entry for crossing in entries], "rates": self._wire.rates()}
        )

    async def crossing(self, request: web.Request) -> web.Response:
        """One crossing, whole."""
        crossing = self._wire.find(int(request.match_info["number"]))
        if crossing is None:
            raise Wrong(404, "This is not kept any more.")
        return web.json_response(crossing.whole)

    async def trouble(self, _: web.Request) -> web.Response:
        """The switches."""
        return web.json_response(self._switches.shown)

    async def flip(self, request: web.Request) -> web.Response:
        """Turn a switch."""
        asked = await read(request, Flip)
        try:
            self._switches.set(asked.id, on=asked.on)
        except KeyError:
            raise Wrong(404, "There is no such switch.") from None
        return web.json_response(self._switches.shown)

    async def bot(self, _: web.Request) -> web.Response:
        """Where the bot's process stands."""
        return web.json_response(bot_json(self._bot))

    async def order(self, request: web.Request) -> web.Response:
        """Do something with it; the answer does not wait until it is done."""
        asked = await read(request, Order)
        match asked.do:
            case "kill":
                await self._bot.kill()
            case "kill_restart":
                self._slack.site.spawn(self._bot.kill(again=True))
            case "start":
                self._slack.site.spawn(self._bot.start())
            case "restart":
                self._slack.site.spawn(self._bot.restart())
        return web.json_response(bot_json(self._bot))


def _told(what: Json, _: User) -> Json:
    return what


def bot_json(bot: BotProcess) -> Json:
    """Where a bot's process stands."""
    standing = bot.standing
    return {
        "state": standing.phase,
        "since": standing.since,
        "pid": standing.pid,
        "starts": standing.starts,
        "note": standing.note,
    }
