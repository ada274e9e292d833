"""Which events a change in the world makes, and the envelope they travel in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.playground.slack.access import FAMILY
from bot.playground.slack.payloads.directory import channel_type
from bot.playground.slack.payloads.messages import message_json
from bot.playground.slack.records import Channel, Installation, Json, Message, Token
from bot.playground.slack.world import Change, World

_SUBSCRIPTION = {
    "public": "message.channels",
    "private": "message.groups",
    "im": "message.im",
    "mpim": "message.mpim",
}


def events_of(world: World, change: Change) -> list[Json]:
    """The event callbacks that a change makes, as the app subscribed to them and has scopes for them."""
    record = change.record
    if isinstance(record, Message) and not record.viewer:
        return list(_about_message(world, change, record))
    if isinstance(record, Channel) and isinstance(change.before, Channel):
        return list(_about_members(world, record, change.before))
    if isinstance(record, Installation) and isinstance(change.before, Installation):
        return _about_installation(world, record, change.before)
    if isinstance(record, Token) and isinstance(change.before, Token):
        return _about_token(world, record, change.before)
    return []


def envelope(world: World, installation: Installation, event: Json, channel: Channel | None = None) -> Json:
    """The event callback around one event."""
    authorization = {
        "enterprise_id": None,
        "team_id": installation.team,
        "user_id": installation.bot_user,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": world.app.verification_token,
        "team_id": installation.team,
        "context_team_id": installation.team,
        "context_enterprise_id": None,
        "api_app_id": world.app.id,
        "event": event,
        "type": "event_callback",
        "event_id": world.new_id("Ev"),
        "event_time": int(world.clock.now()),
        "authorizations": [authorization],
        "is_ext_shared_channel": bool(channel and channel.shared),
        "event_context": world.new_id("4-"),
    }


def _listener(world: World, channel: Channel, subscription: str, scope: str) -> Installation | None:
    """The installation that hears of an event in a channel, if the app asked for it and may."""
    if subscription not in world.app.events:
        return None
    for team in channel.teams:
        installation = world.installed(team)
        if installation and installation.bot_user in channel.members and scope in installation.scopes:
            return installation
    return None


def _about_message(world: World, change: Change, message: Message) -> Iterator[Json]:
    if _is_only_reacted_to(change, message):
        return
    channel = world.channels[message.channel]
    scope = f"{FAMILY[channel.kind]}:history"
    if listener := _listener(world, channel, _SUBSCRIPTION[channel.kind], scope):
        yield envelope(world, listener, _message_event(world, change, message, channel), channel)
    listener = _listener(world, channel, "app_mention", "app_mentions:read")
    mentioned = listener and f"<@{listener.bot_user}>" in message.text and message.user != listener.bot_user
    if listener and mentioned and change.action == "added" and channel.kind != "im":
        yield envelope(world, listener, _mention_event(world, message, channel), channel)


def _is_only_reacted_to(change: Change, message: Message) -> bool:
    before = change.before
    return (
        change.action == "changed"
        and isinstance(before, Message)
        and replace(before, reactions=message.reactions) == message != before
    )


def _posted(world: World, message: Message, channel: Channel) -> Json:
    event = message_json(world, message)
    event |= {"channel": channel.id, "event_ts": message.ts}
    return event | {"user_team": message.team, "source_team": message.team} if channel.shared else event


def _mention_event(world: World, message: Message, channel: Channel) -> Json:
    event = _posted(world, message, channel) | {"type": "app_mention"}
    event.pop("subtype", None)
    return event


def _message_event(world: World, change: Change, message: Message, channel: Channel) -> Json:
    kind = {"channel_type": channel_type(channel)}
    if change.action == "added":
        return _posted(world, message, channel) | kind
    moment = world.new_ts()
    before = change.before if isinstance(change.before, Message) else message
    event: Json = {
        "type": "message",
        "hidden": True,
        "channel": channel.id,
        "ts": moment,
        "event_ts": moment,
        "previous_message": message_json(world, before),
        **kind,
    }
    if change.action == "removed":
        return event | {"subtype": "message_deleted", "deleted_ts": message.ts}
    return event | {
        "subtype": "message_changed",
        "message": message_json(world, message),
    }


def _about_members(world: World, channel: Channel, before: Channel) -> Iterator[Json]:
    listener = _listener(world, channel, "member_joined_channel", f"{FAMILY[channel.kind]}:read")
    if listener is None:
        return
    for user in sorted(channel.members - before.members):
        event = {
            "type": "member_joined_channel",
            "user": user,
            "channel": channel.id,
            "channel_type": "C" if channel.kind == "public" else "G",
            "team": channel.teams[0],
            "event_ts": world.new_ts(),
        }
        yield envelope(world, listener, event, channel)


def _about_installation(world: World, now: Installation, before: Installation) -> list[Json]:
    if now.active or not before.active or "app_uninstalled" not in world.app.events:
        return []
    return [envelope(world, now, {"type": "app_uninstalled", "event_ts": world.new_ts()})]


def _about_token(world: World, now: Token, before: Token) -> list[Json]:
    if not now.revoked or before.revoked or "tokens_revoked" not in world.app.events:
        return []
    installation = world.installations[now.team]
    tokens = {"oauth": [], "bot": [installation.bot_user]}
    event = {"type": "tokens_revoked", "tokens": tokens, "event_ts": world.new_ts()}
    return [envelope(world, installation, event)]
