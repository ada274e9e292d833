"""What the page does for a person with the app: commands, clicks, shortcuts, modals, the home tab."""

from __future__ import annotations

from aiohttp import web
from pydantic import Field

from bot.playground.page.asking import Asking, Body, Wrong, read
from bot.playground.page.presenting import view_json
from bot.playground.page.uploads import Uploads
from bot.playground.slack.forms import fields
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.outcome import Outcome
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Json, Message, View


class Command(Body):
    """A slash command."""

    channel: str
    command: str
    text: str = ""


class Click(Body):
    """Something pressed or chosen: in a message, or in a view."""

    channel: str = ""
    ts: str = ""
    view: str = ""
    action_id: str
    block_id: str = ""
    value: object = None


class Shortcut(Body):
    """A shortcut; with a message, one of its menu."""

    callback_id: str
    channel: str = ""
    ts: str = ""


class Submit(Body):
    """A form to send off, its values by action_id."""

    view: str
    values: dict[str, object] = Field(default_factory=dict)


class Close(Body):
    """A modal to close, or all that are stacked there."""

    view: str
    all: bool = False


class Interacting:
    """Serves those POST routes."""

    def __init__(self, slack: LocalSlack, asking: Asking, uploads: Uploads) -> None:
        self._slack = slack
        self._asking = asking
        self._uploads = uploads

    def routes(self) -> list[web.RouteDef]:
        """Its routes."""
        return [
            web.post("/page/api/command", self.command),
            web.post("/page/api/click", self.click),
            web.post("/page/api/shortcut", self.shortcut),
            web.post("/page/api/modal/submit", self.submit),
            web.post("/page/api/modal/close", self.close),
            web.post("/page/api/home/open", self.home),
        ]

    async def command(self, request: web.Request) -> web.Response:
        """Run a slash command."""
        person, asked = self._asking.person(request), await read(request, Command)
        channel = self._asking.channel(person, asked.channel)
        return _outcome(await person.runs(asked.command, asked.text, channel))

    async def click(self, request: web.Request) -> web.Response:
        """Press a button, or choose."""
        person, asked = self._asking.person(request), await read(request, Click)
        what = self._what(person, asked)
        outcome = await person.clicks(what, asked.action_id, asked.value, block_id=asked.block_id)
        return _outcome(outcome)

    def _what(self, person: Person, asked: Click) -> Message | View:
        if asked.view:
            return self._asking.view(person, asked.view)
        return self._asking.message(person, asked.channel, asked.ts)

    async def shortcut(self, request: web.Request) -> web.Response:
        """Use a shortcut."""
        person, asked = self._asking.person(request), await read(request, Shortcut)
        if not asked.ts:
            return _outcome(await person.shortcut(asked.callback_id))
        message = self._asking.message(person, asked.channel, asked.ts)
        return _outcome(await person.message_shortcut(asked.callback_id, message))

    async def submit(self, request: web.Request) -> web.Response:
        """Send a form off; its files are given by the ids of uploads."""
        person, asked = self._asking.person(request), await read(request, Submit)
        view = self._asking.view(person, asked.view)
        inputs = {f.action_id for f in fields(view.definition["blocks"]) if f.kind == "file_input"}
        brought = {name: _names(asked.values[name]) for name in inputs & asked.values.keys()}
        try:
            files: dict[str, object] = {
                name: self._uploads.find(person.id, ids) for name, ids in brought.items()
            }
        except KeyError:
            raise Wrong(404, "A file of this form is gone; add it again.") from None
        outcome = await person.submits(view, asked.values | files)
        if outcome.ok:
            for ids in brought.values():
                self._uploads.drop(person.id, ids)
        return _outcome(outcome)

    async def close(self, request: web.Request) -> web.Response:
        """Close a modal."""
        person, asked = self._asking.person(request), await read(request, Close)
        await person.closes(self._asking.view(person, asked.view), all_of_them=asked.all)
        return web.json_response({})

    async def home(self, request: web.Request) -> web.Response:
        """Open the home tab."""
        person = self._asking.person(request)
        await read(request, Body)
        await person.opens_home()
        return web.json_response({"view": view_json(self._slack.world, person.home)})


def _names(value: object) -> list[str]:
    return [str(name) for name in value] if isinstance(value, list) else []


def _outcome(outcome: Outcome) -> web.Response:
    shown: Json = {"ok": outcome.ok, "notice": outcome.notice, "errors": dict(outcome.errors)}
    return web.json_response(shown)
