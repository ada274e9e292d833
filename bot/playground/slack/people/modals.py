"""What happens to a modal when the app answers its submission."""

from __future__ import annotations

from bot.playground.slack.delivery.parcels import Delivery
from bot.playground.slack.modals import change_view, check_definition, close_views, push_view, stack
from bot.playground.slack.people.outcome import Outcome, body_of, failure
from bot.playground.slack.records import Json, View
from bot.playground.slack.refusals import Refused
from bot.playground.slack.world import World

TROUBLE = "We had some trouble connecting. Try again?"


def conclude(world: World, view: View, delivery: Delivery) -> Outcome:
    """Close, change, stack or mark the view, as the app's answer says; a bad answer leaves it as it is."""
    if failure(delivery.answer):
        return Outcome(delivery=delivery, notice=TROUBLE)
    body = body_of(delivery.answer)
    try:
        errors = _act(world, view, body)
    except Refused as refused:
        return Outcome(delivery=delivery, notice=" ".join([refused.error, *refused.messages]))
    return Outcome(delivery=delivery, errors=errors)


def _act(world: World, view: View, body: Json) -> dict[str, str]:
    match body.get("response_action", ""):
        case "":
            close_views(world, [view])
        case "clear":
            close_views(world, stack(world, view))
        case "update":
            change_view(world, view, check_definition(world, view.team, body.get("view"), "modal"))
        case "push":
            push_view(world, check_definition(world, view.team, body.get("view"), "modal"), view)
        case "errors":
            return _errors(view, body.get("errors"))
        case other:
            raise Refused("invalid_response_action", messages=[str(other)])
    return {}


def _errors(view: View, given: object) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.definition["blocks"] if block["type"] == "input"}
    if not isinstance(given, dict) or not given or given.keys() - inputs:
        raise Refused("invalid_errors", messages=["errors must name input blocks"])
    return {name: str(text) for name, text in given.items()}
