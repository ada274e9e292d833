"""What the page reads: people, the sidebar, histories, threads, files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from aiohttp import web

from bot.playground.page import files
from bot.playground.page.asking import Asking, Wrong
from bot.playground.page.marks import Marks
from bot.playground.page.presenting import Presenter, person_json, view_json, workspace_json
from bot.playground.page.sight import sees_channel, sees_file
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Channel, Json, Message

PAGE = 50  # messages, where the page does not say how many
LARGEST_PAGE = 200


class Reading:
    """Serves the GET routes. `manifest` names commands and shortcuts, `about` tells of this run."""

    def __init__(
        self, slack: LocalSlack, asking: Asking, marks: Marks, *, manifest: Mapping[str, Any], about: Json
    ) -> None:
        self._slack = slack
        self._world = slack.world
        self._asking = asking
        self._marks = marks
        self._features = manifest["features"]
        self._about = about

    def routes(self) -> list[web.RouteDef]:
        """Its routes."""
        return [
            web.get("/page/api/people", self.people),
            web.get("/page/api/sidebar", self.sidebar),
            web.get("/page/api/history", self.history),
            web.get("/page/api/thread", self.thread),
            web.get("/page/api/state", self.state),
            web.get("/page/api/file/{file}", self.file),
        ]

    def presenter(self, person: Person) -> Presenter:
        """The world as one person sees it."""
        return Presenter(self._world, self._marks, person.user)

    async def people(self, _: web.Request) -> web.Response:
        """Every workspace with its people."""
        people = [user for user in self._world.users if not user.is_bot and not user.deleted]
        workspaces = [
            workspace_json(team) | {"people": [person_json(user) for user in people if user.team == team.id]}
            for team in self._world.workspaces
        ]
        first = people[0].id if people else ""
        return web.json_response({"workspaces": workspaces, "first": first, "about": self._about})

    async def sidebar(self, request: web.Request) -> web.Response:
        """Everything beside the messages, for one person."""
        person = self._asking.person(request)
        user, show = person.user, self.presenter(person)
        mine = [channel for channel in self._world.channels if sees_channel(user, channel)]
        named = sorted((c for c in mine if c.kind in {"public", "private"}), key=lambda c: c.name)
        directs = [show.channel(channel) for channel in mine if channel.kind in {"im", "mpim"}]
        directs.sort(key=lambda shown: not (shown["with"] or {}).get("is_bot"))
        return web.json_response(
            {
                "me": person_json(user),
                "workspace": workspace_json(self._world.workspaces[user.team]),
                "channels": [show.channel(channel) for channel in named],
                "directs": directs,
                "app": self._app(person),
                "commands": [
                    {name: entry.get(name, "") for name in ("command", "description", "usage_hint")}
                    | {"name": entry["command"]}
                    for entry in self._features["slash_commands"]
                ],
                "shortcuts": self._features["shortcuts"],
                "people": [
                    person_json(u) for u in self._world.users if u.team == user.team and not u.deleted
                ],
            }
        )

    def _app(self, person: Person) -> Json:
        app, installation = self._slack.app, self._world.installed(person.team)
        bot = installation.bot_user if installation else ""
        direct = self._world.direct(person.team, person.id, bot)
        return {
            "name": app.name,
            "bot_user": bot,
            "installed": installation is not None,
            "home": app.home_tab,
            "direct": direct.id if direct else "",
        }

    async def history(self, request: web.Request) -> web.Response:
        """A stretch of a conversation: what is said in it, not in its threads."""
        person = self._asking.person(request)
        channel = self._asking.channel(person, request.query.get("channel", ""))
        before, limit = request.query.get("before", ""), _limit(request)
        found = sorted(
            (m for m in self._visible(person, channel) if _in_channel(m) and (not before or m.ts < before)),
            key=lambda message: message.ts,
        )
        show = self.presenter(person)
        return web.json_response(
            {
                "channel": show.channel(channel),
                "messages": [show.message(message) for message in found[-limit:]],
                "has_more": len(found) > limit,
            }
        )

    async def thread(self, request: web.Request) -> web.Response:
        """A message, with all that hangs under it."""
        person = self._asking.person(request)
        root = self._asking.message(person, request.query.get("channel", ""), request.query.get("ts", ""))
        channel = self._asking.channel(person, root.channel)
        replies = [m for m in self._visible(person, channel) if m.is_reply and m.thread_ts == root.ts]
        replies.sort(key=lambda message: message.ts)
        show = self.presenter(person)
        return web.json_response(
            {"root": show.message(root), "replies": [show.message(message) for message in replies]}
        )

    def _visible(self, person: Person, channel: Channel) -> Iterator[Message]:
        yield from (message for message in self._world.messages if message.channel == channel.id)
        yield from person.private(channel)

    async def state(self, request: web.Request) -> web.Response:
        """The modal in front of a person, and their home tab."""
        person = self._asking.person(request)
        modal, home = view_json(self._world, person.modal), view_json(self._world, person.home)
        return web.json_response({"modal": modal, "home": home})

    async def file(self, request: web.Request) -> web.Response:
        """The bytes of a file."""
        person = self._asking.person(request)
        file = self._world.files.get(request.match_info["file"])
        if file is None or file.content is None or file.deleted or file.standing != "hosted":
            raise Wrong(404, "This file is gone.")
        if not sees_file(self._world, person.user, file):
            raise Wrong(404, "There is no such file.")
        return files.response(file, download=request.query.get("download") == "1")


def _in_channel(message: Message) -> bool:
    return message.broadcast or not message.is_reply


def _limit(request: web.Request) -> int:
    given = request.query.get("limit", "")
    return min(LARGEST_PAGE, max(1, int(given))) if given.isdecimal() else PAGE
