"""Changes of the local Slack's world, as what the page is told of them."""

from __future__ import annotations

from bot.playground.page.feed import Feed, Tell
from bot.playground.page.marks import Marks
from bot.playground.page.presenting import Presenter, view_json
from bot.playground.page.sight import sees_message
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.modals import home_of
from bot.playground.slack.records import (
    Channel,
    File,
    Installation,
    Json,
    Message,
    User,
    View,
    Workspace,
)
from bot.playground.slack.world import Change

_EVENTS = {"added": "message", "changed": "message_changed"}


class Hearing:
    """Listens to one world, and adds to a feed."""

    def __init__(self, slack: LocalSlack, feed: Feed, marks: Marks) -> None:
        self._slack = slack
        self._feed = feed
        self._marks = marks

    def hear(self, change: Change) -> None:
        """Tell of one change."""
        record = change.record
        match record:
            case Message():
                self._about_message(change, record)
            case View():
                self._about_view(record)
            case File() if change.action == "changed":
                self._about_file(record)
            case Channel() | User() | Installation() | Workspace():
                self._feed.add("sidebar", lambda _: {})
            case _:
                pass

    def _about_message(self, change: Change, message: Message) -> None:
        if change.action == "removed":
            self._feed.add("message_deleted", self._gone(message))
        else:
            self._feed.add(_EVENTS[change.action], self._shown(message))
        root = self._slack.world.message(message.channel, message.thread_ts) if message.is_reply else None
        if root and not message.viewer and change.action != "changed":
            self._feed.add("message_changed", self._shown(root))

    def _about_view(self, view: View) -> None:
        world = self._slack.world

        def tell(user: User) -> Json | None:
            if user.id != view.user:
                return None
            now = (
                self._slack.person(user.id).modal
                if view.kind == "modal"
                else home_of(world, user.team, user.id)
            )
            return {"view": view_json(world, now)}

        self._feed.add(view.kind, tell)

    def _about_file(self, file: File) -> None:
        for message in self._slack.world.messages:
            if file.id in message.files:
                self._feed.add("message_changed", self._shown(message))

    def _shown(self, message: Message) -> Tell:
        world = self._slack.world

        def tell(user: User) -> Json | None:
            if not sees_message(world, user, message):
                return None
            return {"message": Presenter(world, self._marks, user).message(message)}

        return tell

    def _gone(self, message: Message) -> Tell:
        world = self._slack.world
        said: Json = {
            "channel": message.channel,
            "ts": message.ts,
            "thread_ts": message.thread_ts,
            "ephemeral": bool(message.viewer),
        }
        return lambda user: said if sees_message(world, user, message) else None
