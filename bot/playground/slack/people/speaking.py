"""Speaking in channels: messages, with or without files, edited and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.playground.slack.payloads.messages import rich_text
from bot.playground.slack.people.cannot import Cannot
from bot.playground.slack.people.uploads import Upload, bring
from bot.playground.slack.records import Channel, Message, User
from bot.playground.slack.world import World


def say(
    world: World,
    user: User,
    channel: Channel,
    text: str,
    *,
    files: Sequence[Upload] = (),
    thread_ts: str = "",
    broadcast: bool = False,
) -> Message:
    """Post a message. Raises Cannot where the person is not in the channel, or the thread is not there."""
    _need_place(user, channel)
    if thread_ts and world.message(channel.id, thread_ts) is None:
        raise Cannot(f"there is no thread {thread_ts} in {channel.id}")
    brought = [bring(world, user, upload, channel=channel.id) for upload in files]
    return world.messages.put(
        Message(
            channel=channel.id,
            ts=world.new_ts(),
            team=user.team,
            user=user.id,
            text=text,
            blocks=(rich_text(text),) if text else (),
            subtype="file_share" if brought else "",
            files=tuple(file.id for file in brought),
            thread_ts=thread_ts,
            broadcast=broadcast,
        )
    )


def edit(world: World, user: User, message: Message, text: str) -> Message:
    """Change one's own message. Raises Cannot."""
    own = _own(world, user, message)
    changed = replace(own, text=text, blocks=(rich_text(text),), edited_at=world.new_ts(), edited_by=user.id)
    return world.messages.put(changed)


def take_back(world: World, user: User, message: Message) -> None:
    """Delete one's own message. Raises Cannot."""
    world.messages.remove(_own(world, user, message).key)


def _own(world: World, user: User, message: Message) -> Message:
    now = world.messages.get(message.key)
    if now is None or now.user != user.id:
        raise Cannot(f"{user.name} cannot change this message")
    return now


def _need_place(user: User, channel: Channel) -> None:
    if user.id not in channel.members:
        raise Cannot(f"{user.name} is not in {channel.name or channel.id}")
    if channel.archived:
        raise Cannot(f"{channel.name} is archived")
