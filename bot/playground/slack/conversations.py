"""Conversations as they begin and grow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.playground.slack.records import Channel, Message
from bot.playground.slack.world import World


def open_direct(world: World, team: str, *users: str) -> Channel:
    """The direct conversation between these users, the first being who opens it; made when there is none."""
    known = world.direct(team, *users)
    if known:
        return known
    several = len(set(users)) > 2  # noqa: PLR2004  more than two people
    channel = Channel(
        id=world.new_id("G" if several else "D"),
        teams=(team,),
        kind="mpim" if several else "im",
        name="mpdm-" + "--".join(users) if several else "",
        creator=users[0],
        created=world.clock.now(),
        members=frozenset(users),
    )
    return world.channels.put(channel)


def add_members(world: World, channel: Channel, users: Iterable[str]) -> Channel:
    """Let users into a channel, and say so there, as Slack does."""
    new = [user for user in users if user not in channel.members]
    if not new:
        return channel
    grown = world.channels.put(replace(channel, members=channel.members | set(new)))
    for user in new:
        world.messages.put(
            Message(
                channel=channel.id,
                ts=world.new_ts(),
                team=channel.teams[0],
                user=user,
                text=f"<@{user}> has joined the channel",
                subtype="channel_join",
            )
        )
    return grown
