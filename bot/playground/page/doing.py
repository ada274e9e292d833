"""What the page does for a person with messages and channels: say, edit, delete, join, read."""

from __future__ import annotations

from aiohttp import web

from bot.playground.page.asking import Asking, Body, Wrong, read
from bot.playground.page.feed import Feed
from bot.playground.page.marks import Marks
from bot.playground.page.presenting import Presenter
from bot.playground.page.typed import escaped
from bot.playground.page.uploads import Uploads, upload_json
from bot.playground.slack.conversations import open_direct
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.person import Person
from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import Channel, Message, User


class Say(Body):
    """A message to post; `uploads` are ids of files that were brought."""

    channel: str
    text: str = ""
    thread_ts: str = ""
    broadcast: bool = False
    uploads: tuple[str, ...] = ()


class Edit(Body):
    """A message to change."""

    channel: str
    ts: str
    text: str


class Which(Body):
    """A message."""

    channel: str
    ts: str


class Where(Body):
    """A conversation."""

    channel: str


class Whom(Body):
    """A person, or with none the app."""

    user: str = ""


class Doing:
    """Serves those POST routes."""

    def __init__(
        self, slack: LocalSlack, asking: Asking, *, marks: Marks, uploads: Uploads, feed: Feed
    ) -> None:
        self._slack = slack
        self._asking = asking
        self._marks = marks
        self._uploads = uploads
        self._feed = feed

    def routes(self) -> list[web.RouteDef]:
        """Its routes."""
        return [
            web.post("/page/api/upload", self.upload),
            web.post("/page/api/say", self.say),
            web.post("/page/api/edit", self.edit),
            web.post("/page/api/delete", self.delete),
            web.post("/page/api/join", self.join),
            web.post("/page/api/invite", self.invite),
            web.post("/page/api/direct/open", self.direct),
            web.post("/page/api/read", self.read),
        ]

    async def upload(self, request: web.Request) -> web.Response:
        """Take a file in."""
        person = self._asking.person(request)
        if request.content_type != "multipart/form-data":
            raise Wrong(415, "Send the file as a form with a part called file.")
        part = (await request.post()).get("file")
        if not isinstance(part, web.FileField):
            raise Wrong(400, "There is no file in this upload.")
        upload = Upload(name=part.filename or "file", content=part.file.read())
        name = self._uploads.hold(person.id, upload)
        return web.json_response({"upload": upload_json(name, upload)})

    async def say(self, request: web.Request) -> web.Response:
        """Post a message, with the files that were brought."""
        person, asked = self._asking.person(request), await read(request, Say)
        channel = self._asking.channel(person, asked.channel)
        if not asked.text.strip() and not asked.uploads:
            raise Wrong(400, "There is nothing to say.")
        try:
            files = self._uploads.find(person.id, asked.uploads)
        except KeyError:
            raise Wrong(404, "A file of this message is gone; add it again.") from None
        message = await person.says(
            channel, escaped(asked.text), files=files, thread_ts=asked.thread_ts, broadcast=asked.broadcast
        )
        self._uploads.drop(person.id, asked.uploads)
        self._is_read(person.user, channel, message.ts)
        return self._message(person, message)

    async def edit(self, request: web.Request) -> web.Response:
        """Change a message of one's own."""
        person, asked = self._asking.person(request), await read(request, Edit)
        message = self._asking.message(person, asked.channel, asked.ts)
        return self._message(person, await person.edits(message, escaped(asked.text)))

    async def delete(self, request: web.Request) -> web.Response:
        """Take a message of one's own back."""
        person, asked = self._asking.person(request), await read(request, Which)
        await person.deletes(self._asking.message(person, asked.channel, asked.ts))
        return web.json_response({})

    async def join(self, request: web.Request) -> web.Response:
        """Join a public channel."""
        person, asked = self._asking.person(request), await read(request, Where)
        return self._channel(person, await person.joins(self._asking.channel(person, asked.channel)))

    async def invite(self, request: web.Request) -> web.Response:
        """Add the bot to a channel."""
        person, asked = self._asking.person(request), await read(request, Where)
        return self._channel(person, await person.invites_bot(self._asking.channel(person, asked.channel)))

    async def direct(self, request: web.Request) -> web.Response:
        """Open a direct conversation: with a person, or with the app as its messages tab."""
        person, asked = self._asking.person(request), await read(request, Whom)
        other = self._slack.world.users.get(asked.user)
        if asked.user and (other is None or other.team != person.team or other.is_bot):
            raise Wrong(404, "There is nobody of that name here.")
        if not asked.user:
            await person.opens_messages()
            return self._channel(person, person.direct())
        return self._channel(person, open_direct(self._slack.world, person.team, person.id, asked.user))

    async def read(self, request: web.Request) -> web.Response:
        """Everything in a conversation up to a time is read."""
        person, asked = self._asking.person(request), await read(request, Which)
        self._is_read(person.user, self._asking.channel(person, asked.channel), asked.ts)
        return web.json_response({})

    def _is_read(self, reader: User, channel: Channel, ts: str) -> None:
        self._marks.read(reader.id, channel.id, ts)
        unread = Presenter(self._slack.world, self._marks, reader).unread(channel.id)
        told = {"channel": channel.id, "ts": ts, "unread": unread}
        self._feed.add("read", lambda user: told if user.id == reader.id else None)

    def _message(self, person: Person, message: Message) -> web.Response:
        show = Presenter(self._slack.world, self._marks, person.user)
        return web.json_response({"message": show.message(message)})

    def _channel(self, person: Person, channel: Channel) -> web.Response:
        show = Presenter(self._slack.world, self._marks, person.user)
        return web.json_response({"channel": show.channel(channel)})
