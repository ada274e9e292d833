"""Sending a modal off, or closing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.playground.slack.forms import STATES, fields
from bot.playground.slack.modals import close_views, stack
from bot.playground.slack.payloads.files import file_json
from bot.playground.slack.payloads.interactions import closing_json, submission_json
from bot.playground.slack.people.asking import ask
from bot.playground.slack.people.cannot import Cannot
from bot.playground.slack.people.clicking import fill, find_field
from bot.playground.slack.people.modals import conclude
from bot.playground.slack.people.outcome import Outcome, failure
from bot.playground.slack.people.seeing import opened
from bot.playground.slack.people.uploads import Upload, bring
from bot.playground.slack.records import User, View
from bot.playground.slack.site import Site
from bot.playground.slack.world import World


async def submit(site: Site, user: User, view: View, values: Mapping[str, object]) -> Outcome:
    """Fill in a modal by action_id and send it off. Raises Cannot where Slack's client would hold it back."""
    world, now = site.world, opened(site.world, user, view)
    if "submit" not in now.definition or stack(world, now)[-1].id != now.id:
        raise Cannot("this view cannot be sent")
    for action_id, value in values.items():
        field = find_field(now.definition["blocks"], action_id, "", None)
        given = _brought(world, user, value) if field.kind == "file_input" else value
        now = fill(world, now, field, given)
    _need_answers(now)
    delivery = await ask(site, user, submission_json(world, user, now))
    return conclude(world, world.views[now.id], delivery)


def _brought(world: World, user: User, value: object) -> object:
    uploads = value if isinstance(value, Sequence) else [value]
    return [
        file_json(world, bring(world, user, upload, to_app=True)) if isinstance(upload, Upload) else upload
        for upload in uploads
    ]


def _need_answers(view: View) -> None:
    for field in fields(view.definition["blocks"]):
        if field.block["type"] != "input" or field.block.get("optional"):
            continue
        state = view.values[field.block_id][field.action_id]
        if not state.get(STATES[field.kind][0]):
            raise Cannot(f"{field.action_id} must be filled in")


async def close(site: Site, user: User, view: View, *, all_of_them: bool) -> Outcome | None:
    """Close a modal, or its whole stack; the app hears of it where it asked to."""
    now = opened(site.world, user, view)
    if now.kind != "modal":
        raise Cannot("a home tab cannot be closed")
    cleared = all_of_them or bool(now.definition.get("clear_on_close"))
    close_views(site.world, stack(site.world, now) if cleared else [now])
    if not now.definition.get("notify_on_close"):
        return None
    delivery = await ask(site, user, closing_json(site.world, user, now, cleared=cleared))
    return Outcome(delivery=delivery, notice=failure(delivery.answer))
