"""What a person of the playground may see: channels, messages, files."""

from __future__ import annotations

from bot.playground.slack.records import Channel, File, Message, User
from bot.playground.slack.world import World


def sees_channel(user: User, channel: Channel) -> bool:
    """Whether they may read it: as a member, or since it is a public one of their workspace."""
    return user.id in channel.members or (channel.kind == "public" and user.team in channel.teams)


def sees_message(world: World, user: User, message: Message) -> bool:
    """Whether they may read it; one for a single person is for that person."""
    channel = world.channels.get(message.channel)
    return channel is not None and sees_channel(user, channel) and message.viewer in {"", user.id}


def sees_file(world: World, user: User, file: File) -> bool:
    """Whether they may have its bytes: their own, one of the app, or one shared where they may read."""
    owner = world.users.get(file.user)
    if file.team != user.team:
        return False
    if file.user == user.id or (owner is not None and owner.is_bot):
        return True
    shared = (world.channels.get(name) for name in file.shares)
    return any(channel is not None and sees_channel(user, channel) for channel in shared)
