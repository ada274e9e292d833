"""Asking the app for something: slash commands and shortcuts."""

from __future__ import annotations

from bot.playground.slack.app import ShortcutKind
from bot.playground.slack.delivery.parcels import Delivery, Kind, Parcel
from bot.playground.slack.payloads.interactions import (
    command_json,
    message_shortcut_json,
    shortcut_json,
)
from bot.playground.slack.people.cannot import Cannot
from bot.playground.slack.people.outcome import Outcome, body_of, failure
from bot.playground.slack.people.seeing import seen
from bot.playground.slack.records import Channel, Json, Message, ResponseUrl, User
from bot.playground.slack.refusals import Refused
from bot.playground.slack.responding import respond
from bot.playground.slack.site import Site
from bot.playground.slack.world import World


async def ask(site: Site, user: User, payload: Json, kind: Kind = "interaction") -> Delivery:
    """Deliver what a person did. Raises Cannot where the app is not installed, or takes no interactions."""
    if site.world.installed(user.team) is None:
        raise Cannot(f"{site.world.app.name} is not installed in {user.team}")
    if kind == "interaction" and not site.world.app.interactive:
        raise Cannot("interactivity is switched off")
    return await site.courier.ask(Parcel(kind=kind, team=user.team, payload=payload))


async def run_command(site: Site, user: User, channel: Channel, command: str, text: str) -> Outcome:
    """Run a slash command, and show what the app answers at once."""
    world = site.world
    if command not in world.app.commands:
        raise Cannot(f"{command} is not a valid command")
    if user.id not in channel.members:
        raise Cannot(f"{user.name} is not in {channel.name or channel.id}")
    payload = command_json(world, user, channel, command, text)
    delivery = await ask(site, user, payload, "command")
    notice = failure(delivery.answer) or _show_answer(world, user, channel, body_of(delivery.answer))
    if notice:
        notice = f'{command} failed with the error "{notice}"'
        _slackbot_says(world, user, channel, notice)
    return Outcome(delivery=delivery, notice=notice)


def _show_answer(world: World, user: User, channel: Channel, body: Json) -> str:
    if not body:
        return ""
    right = ResponseUrl(id="", team=user.team, user=user.id, channel=channel.id, issued=world.clock.now())
    try:
        respond(world, right, body)
    except Refused as refused:
        return refused.error
    return ""


def _slackbot_says(world: World, user: User, channel: Channel, text: str) -> None:
    world.ephemerals.put(
        Message(
            channel=channel.id,
            ts=world.new_ts(),
            team=user.team,
            user="USLACKBOT",
            text=text,
            viewer=user.id,
        )
    )


async def use_shortcut(site: Site, user: User, callback_id: str, message: Message | None) -> Outcome:
    """Use a global shortcut, or with a message one of its menu."""
    kind: ShortcutKind = "message" if message else "global"
    if site.world.app.shortcuts.get(callback_id) != kind:
        raise Cannot(f"there is no {kind} shortcut {callback_id}")
    if message is None:
        payload = shortcut_json(site.world, user, callback_id)
    else:
        payload = message_shortcut_json(site.world, user, callback_id, seen(site.world, user, message))
    delivery = await ask(site, user, payload)
    return Outcome(delivery=delivery, notice=failure(delivery.answer))
