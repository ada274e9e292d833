"""The records of the local Slack as the page shows them to one person."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from bot.playground.page.files import file_json, picture_of
from bot.playground.page.marks import Marks
from bot.playground.slack.records import Channel, Json, Message, User, View, Workspace
from bot.playground.slack.world import World

COLOURS = 8
FACES = 5  # people shown beside a number of replies
SLACKBOT = User(id="USLACKBOT", team="", name="slackbot", real_name="Slackbot", is_bot=True)


def initials(name: str) -> str:
    """The first letters of the first and the last word."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def colour(key: str) -> int:
    """A number from 0 to 7 that stays with an id."""
    return sum(map(ord, key)) % COLOURS


def person_json(user: User) -> Json:
    """A person, or the bot."""
    return {
        "id": user.id,
        "name": user.real_name,
        "handle": user.name,
        "initials": initials(user.real_name),
        "colour": colour(user.id),
        "is_bot": user.is_bot,
        "is_admin": user.is_admin,
        "team": user.team,
    }


def workspace_json(workspace: Workspace) -> Json:
    """A workspace."""
    name = workspace.name
    return {"id": workspace.id, "name": name, "initials": initials(name)}


def view_json(world: World, view: View | None) -> Json | None:
    """A modal or a home tab with what is filled in so far; None where there is none."""
    if view is None:
        return None
    words = {name: (view.definition.get(name) or {}).get("text", "") for name in ("title", "submit", "close")}
    return {
        "id": view.id,
        "hash": view.hash,
        "type": view.kind,
        "callback_id": view.definition.get("callback_id", ""),
        **words,
        "blocks": view.definition["blocks"],
        "values": view.values,
        "depth": sum(other.root == view.root and other.is_open for other in world.views),
        "previous": view.previous,
    }


class Presenter:
    """Shows the world as it is now to one person; made anew for each answer."""

    def __init__(self, world: World, marks: Marks, viewer: User) -> None:
        self._world = world
        self._marks = marks
        self._viewer = viewer

    @cached_property
    def _messages(self) -> dict[str, list[Message]]:
        by_channel: dict[str, list[Message]] = defaultdict(list)
        for message in self._world.messages:
            by_channel[message.channel].append(message)
        return by_channel

    @cached_property
    def _replies(self) -> dict[tuple[str, str], list[Message]]:
        by_root: dict[tuple[str, str], list[Message]] = defaultdict(list)
        for message in self._world.messages:
            if message.is_reply:
                by_root[message.channel, message.thread_ts].append(message)
        return by_root

    def author(self, message: Message) -> Json:
        """Who wrote a message."""
        user = self._world.users.get(message.user)
        name = message.username or message.bot or "Slackbot"
        return person_json(
            user
            or (
                User(id=message.bot, team="", name=name, real_name=name, is_bot=True)
                if message.bot
                else SLACKBOT
            )
        )

    def message(self, message: Message) -> Json:
        """A message with its author, its files, and the number of its replies."""
        replies = sorted(self._replies.get((message.channel, message.ts), ()), key=lambda reply: reply.ts)
        people = list({reply.user: self.author(reply) for reply in replies}.values())
        return {
            "channel": message.channel,
            "ts": message.ts,
            "thread_ts": message.thread_ts,
            "is_reply": message.is_reply,
            "broadcast": message.broadcast,
            "author": self.author(message),
            "text": message.text,
            "blocks": [self._block(block) for block in message.blocks],
            "files": [self.file(name) for name in message.files],
            "edited": bool(message.edited_at),
            "reply_count": len(replies),
            "reply_people": people[:FACES],
            "latest_reply": replies[-1].ts if replies else "",
            "reactions": [{"name": each.name, "users": list(each.users)} for each in message.reactions],
            "ephemeral": bool(message.viewer),
            "subtype": message.subtype,
        }

    def file(self, name: str) -> Json:
        """A file of a message."""
        return file_json(self._world.files[name], viewer=self._viewer.id)

    def _block(self, block: Json) -> Json:
        """The block; a picture that Slack keeps gets an address, and its size."""
        if block.get("type") != "image" or "slack_file" not in block:
            return block
        return {**block, **picture_of(self._world, block["slack_file"], viewer=self._viewer.id)}

    def channel(self, channel: Channel) -> Json:
        """A conversation, with how much of it is unread."""
        installation = self._world.installed(self._viewer.team)
        others = sorted(channel.members - {self._viewer.id})
        other = self._world.users.get(others[0]) if channel.kind == "im" and others else None
        return {
            "id": channel.id,
            "name": channel.name,
            "kind": channel.kind,
            "member": self._viewer.id in channel.members,
            "bot_member": installation is not None and installation.bot_user in channel.members,
            "member_count": len(channel.members),
            "members": sorted(channel.members),
            "unread": self.unread(channel.id),
            "with": person_json(other) if other else None,
        }

    def unread(self, channel: str) -> int:
        """How many messages of a conversation are new."""
        return self._marks.unread(self._viewer.id, self._messages.get(channel, ()))
