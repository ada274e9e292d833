"""Clicking: buttons, menus and choices in messages, modals and home tabs."""

from __future__ import annotations

from dataclasses import replace

from bot.playground.slack.forms import STATES, Field, fields, state_of
from bot.playground.slack.payloads.interactions import message_click_json, view_click_json
from bot.playground.slack.people.asking import ask
from bot.playground.slack.people.cannot import Cannot
from bot.playground.slack.people.choosing import action_json, state_value
from bot.playground.slack.people.outcome import Outcome, failure
from bot.playground.slack.people.seeing import opened, seen
from bot.playground.slack.records import Json, Message, User, View
from bot.playground.slack.site import Site
from bot.playground.slack.world import World


def find_field(blocks: list[Json] | tuple[Json, ...], action_id: str, block_id: str, value: object) -> Field:
    """The element to act on; where several share an id, the block or the value tells. Raises Cannot."""
    found = [f for f in fields(blocks) if f.action_id == action_id and block_id in {"", f.block_id}]
    if len(found) > 1 and value is not None:
        found = [f for f in found if f.element.get("value", value) == value]
    if len(found) != 1:
        raise Cannot(f"{len(found)} elements are called {action_id}")
    return found[0]


async def click_message(
    site: Site,
    user: User,
    message: Message,
    action_id: str,
    value: object,
    *,
    block_id: str,
    chosen: Json,
) -> Outcome:
    """Act on an element of a message; `chosen` holds what this person chose in it before, and grows."""
    now = seen(site.world, user, message)
    field = find_field(now.blocks, action_id, block_id, value)
    action = action_json(field, value, site.world.new_ts())
    if field.kind in STATES:
        chosen.setdefault(field.block_id, {})[action_id] = state_of(field.kind, state_value(field, value))
    delivery = await ask(site, user, message_click_json(site.world, user, now, action, chosen))
    return Outcome(delivery=delivery, notice=failure(delivery.answer))


async def click_view(
    site: Site, user: User, view: View, action_id: str, value: object, *, block_id: str
) -> Outcome:
    """Act on an element of a modal or a home tab."""
    now = opened(site.world, user, view)
    field = find_field(now.definition["blocks"], action_id, block_id, value)
    if field.block["type"] == "input" and not field.block.get("dispatch_action"):
        raise Cannot(f"{action_id} tells the app nothing before the form is sent")
    action = action_json(field, value, site.world.new_ts())
    if field.kind in STATES:
        now = fill(site.world, now, field, value)
    delivery = await ask(site, user, view_click_json(site.world, user, now, action))
    return Outcome(delivery=delivery, notice=failure(delivery.answer))


def fill(world: World, view: View, field: Field, value: object) -> View:
    """The view with one element filled in."""
    state = state_of(field.kind, state_value(field, value))
    block = {**view.values.get(field.block_id, {}), field.action_id: state}
    return world.views.put(replace(view, values={**view.values, field.block_id: block}))
