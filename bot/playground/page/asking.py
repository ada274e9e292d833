"""What a request of the page asks: who, where, with which fields."""

from __future__ import annotations

from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.playground.page.sight import sees_channel, sees_message
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Channel, Message, View

B = TypeVar("B", bound="Body")


class Body(BaseModel):
    """The JSON of a request; a field that is not known is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Wrong(Exception):
    """A request that cannot be met; the text is for people, the status for the page."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


class Asking:
    """Reads requests against the world as it is. Everything here raises Wrong."""

    def __init__(self, slack: LocalSlack) -> None:
        self._slack = slack

    def person(self, request: web.Request) -> Person:
        """Who asks."""
        try:
            return self._slack.person(request.query.get("as", ""))
        except KeyError:
            raise Wrong(404, "There is nobody of that name here.") from None

    def channel(self, person: Person, name: str) -> Channel:
        """A conversation that they may read."""
        channel = self._slack.world.channels.get(name)
        if channel is None or not sees_channel(person.user, channel):
            raise Wrong(404, "There is no such conversation.")
        return channel

    def message(self, person: Person, channel: str, ts: str) -> Message:
        """A message that they may read, one for them alone too."""
        world, key = self._slack.world, f"{channel}:{ts}"
        message = world.messages.get(key) or world.ephemerals.get(key)
        if message is None or not sees_message(world, person.user, message):
            raise Wrong(404, "This message is gone.")
        return message

    def view(self, person: Person, name: str) -> View:
        """A modal or a home tab of theirs."""
        view = self._slack.world.views.get(name)
        if view is None or view.user != person.id:
            raise Wrong(404, "This form is gone.")
        return view


async def read(request: web.Request, kind: type[B]) -> B:
    """The body. Raises Wrong. Only JSON is taken: other sites cannot send that without asking first."""
    if request.content_type != "application/json":
        raise Wrong(415, "Send JSON.")
    try:
        return kind.model_validate_json(await request.read() or b"{}")
    except ValidationError as invalid:
        first = invalid.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "body"
        raise Wrong(400, f"{place}: {first['msg']}.") from None
