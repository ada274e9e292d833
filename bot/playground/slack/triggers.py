"""Rights that last a moment: trigger ids and response URLs."""

from __future__ import annotations

import secrets
from dataclasses import replace

from bot.playground.slack.records import ResponseUrl, Trigger
from bot.playground.slack.refusals import Refused
from bot.playground.slack.world import World

TRIGGER_LIFETIME = 3.0  # seconds
RESPONSE_LIFETIME = 1_800.0  # seconds
RESPONSE_USES = 5


def new_trigger(world: World, *, team: str, user: str, view: str = "") -> str:
    """The right to open a modal. `view` is the modal that the person is in."""
    name = f"{world.new_id('')}.{team}.{secrets.token_hex(16)}"
    world.triggers.put(Trigger(id=name, team=team, user=user, view=view, issued=world.clock.now()))
    return name


def use_trigger(world: World, team: str, name: str) -> Trigger:
    """Use the right up. Raises Refused when it is unknown, too old, or used before."""
    trigger = world.triggers.get(name)
    if trigger is None or trigger.team != team:
        raise Refused("invalid_trigger_id")
    if trigger.used:
        raise Refused("exchanged_trigger_id")
    if world.clock.now() - trigger.issued > TRIGGER_LIFETIME:
        raise Refused("expired_trigger_id")
    return world.triggers.put(replace(trigger, used=True))


def new_response_url(
    world: World, *, team: str, user: str, channel: str, message: str = "", is_ephemeral: bool = False
) -> str:
    """The address at which the app may answer. `message` is the ts of the one it may replace."""
    right = ResponseUrl(
        id=secrets.token_urlsafe(16),
        team=team,
        user=user,
        channel=channel,
        message=message,
        is_ephemeral=is_ephemeral,
        issued=world.clock.now(),
    )
    world.response_urls.put(right)
    return f"{world.url}/hooks/{right.id}"


def use_response_url(world: World, name: str) -> ResponseUrl:
    """Count one use. Raises Refused after the fifth, or after half an hour."""
    right = world.response_urls.get(name)
    if right is None:
        raise Refused("invalid_url")
    if world.clock.now() - right.issued > RESPONSE_LIFETIME:
        raise Refused("expired_url")
    if right.uses >= RESPONSE_USES:
        raise Refused("used_url")
    return world.response_urls.put(replace(right, uses=right.uses + 1))
