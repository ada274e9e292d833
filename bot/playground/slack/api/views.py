"""views.*: open, stack, change modals; publish home tabs."""

from __future__ import annotations

from bot.playground.slack.api.calls import BotCall, BotMethod, Methods
from bot.playground.slack.limits import TIER_4
from bot.playground.slack.modals import (
    change_view,
    check_definition,
    check_hash,
    home_of,
    open_view,
    push_view,
)
from bot.playground.slack.payloads.views import view_json
from bot.playground.slack.records import Json, View
from bot.playground.slack.refusals import Refused
from bot.playground.slack.triggers import use_trigger


def _answer(call: BotCall, view: View) -> Json:
    return {"view": view_json(call.world, view)}


def views_open(call: BotCall) -> Json:
    """views.open: a trigger against a modal."""
    definition = check_definition(call.world, call.team, call.args.structure("view"), "modal")
    trigger = use_trigger(call.world, call.team, call.args.text("trigger_id"))
    return _answer(call, open_view(call.world, team=call.team, user=trigger.user, definition=definition))


def views_push(call: BotCall) -> Json:
    """views.push: a trigger from inside a modal against one on top of it."""
    definition = check_definition(call.world, call.team, call.args.structure("view"), "modal")
    trigger = use_trigger(call.world, call.team, call.args.text("trigger_id"))
    below = call.world.views.get(trigger.view)
    if below is None or not below.is_open:
        raise Refused("not_found")
    return _answer(call, push_view(call.world, definition, below))


def views_update(call: BotCall) -> Json:
    """views.update: by id or external id, while the view is open."""
    name, external = call.args.text("view_id"), call.args.text("external_id")
    if bool(name) == bool(external):
        raise Refused("invalid_arguments", messages=["must provide one of: view_id, external_id"])
    view = next(
        (
            v
            for v in call.world.views
            if v.team == call.team and v.is_open and (v.id == name if name else v.external_id == external)
        ),
        None,
    )
    if view is None:
        raise Refused("not_found")
    definition = check_definition(call.world, call.team, call.args.structure("view"), view.kind)
    check_hash(view, call.args.text("hash"))
    return _answer(call, change_view(call.world, view, definition))


def views_publish(call: BotCall) -> Json:
    """views.publish: one person's home tab."""
    if not call.world.app.home_tab:
        raise Refused("not_enabled")
    user = call.world.users.get(call.args.text("user_id"))
    if user is None or user.team != call.team or user.is_bot:
        raise Refused("invalid_arguments", messages=["invalid `user_id`"])
    definition = check_definition(call.world, call.team, call.args.structure("view"), "home")
    home = home_of(call.world, call.team, user.id)
    check_hash(home, call.args.text("hash"))
    if home:
        return _answer(call, change_view(call.world, home, definition))
    return _answer(call, open_view(call.world, team=call.team, user=user.id, definition=definition))


METHODS: Methods = {
    "views.open": BotMethod(run=views_open, needs=("trigger_id", "view"), rate=TIER_4),
    "views.push": BotMethod(run=views_push, needs=("trigger_id", "view"), rate=TIER_4),
    "views.update": BotMethod(
        run=views_update, needs=("view",), takes=("view_id", "external_id", "hash"), rate=TIER_4
    ),
    "views.publish": BotMethod(run=views_publish, needs=("user_id", "view"), takes=("hash",), rate=TIER_4),
}
