"""Filling in one element: what a person can choose there, and the state that follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.playground.slack.blocks.inputs import PLAIN_TEXT_LIMIT
from bot.playground.slack.forms import STATES, Field
from bot.playground.slack.people.cannot import Cannot
from bot.playground.slack.records import Json

BUTTONS = frozenset({"button", "icon_button", "feedback_buttons", "workflow_button"})
_FORMS = {
    "number_input": re.compile(r"-?\d+(\.\d+)?"),
    "email_text_input": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "url_text_input": re.compile(r"https?://\S+"),
    "datepicker": re.compile(r"\d{4}-\d{2}-\d{2}"),
    "timepicker": re.compile(r"([01]\d|2[0-3]):[0-5]\d"),
}


def state_value(field: Field, value: object) -> object:
    """What the state of the element holds once `value` is chosen. Raises Cannot."""
    name = STATES[field.kind][0]
    if value is None:
        return None
    if name == "selected_option":
        return option_of(field, value)
    if name == "selected_options":
        return [option_of(field, part) for part in _several(field, value)]
    if name == "value":
        return _text(field, str(value))
    _check_form(field, str(value))
    return _several(field, value) if name.endswith("s") else value


def _several(field: Field, value: object) -> list[Any]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise Cannot(f"{field.action_id} takes a list")
    most = field.element.get("max_selected_items") or field.element.get("max_files") or len(value)
    if len(value) > most:
        raise Cannot(f"{field.action_id} takes {most} at most")
    return list(value)


def option_of(field: Field, value: object) -> Json:
    """The option with this value. Raises Cannot when it is not offered."""
    groups = field.element.get("option_groups", [{"options": field.element.get("options", [])}])
    for option in (option for group in groups for option in group["options"]):
        if option["value"] == value:
            return dict(option)
    raise Cannot(f"{field.action_id} does not offer {value!r}")


def _text(field: Field, text: str) -> str:
    least = field.element.get("min_length", 0)
    most = field.element.get("max_length", PLAIN_TEXT_LIMIT)
    if not least <= len(text) <= most:
        raise Cannot(f"{field.action_id} takes {least} to {most} characters, not {len(text)}")
    _check_form(field, text)
    return text


def _check_form(field: Field, text: str) -> None:
    formed = field.kind not in _FORMS or _FORMS[field.kind].fullmatch(text)
    if not formed or (field.kind == "number_input" and not _is_number_in_range(field.element, float(text))):
        raise Cannot(f"{field.action_id} does not take {text!r}")


def _is_number_in_range(element: Json, number: float) -> bool:
    least, most = float(element.get("min_value", "-inf")), float(element.get("max_value", "inf"))
    return least <= number <= most and (element["is_decimal_allowed"] or number.is_integer())


def action_json(field: Field, value: object, moment: str) -> Json:
    """The entry of `actions` for one click. Raises Cannot for a value that is not on the button."""
    action: Json = {
        "type": field.kind,
        "action_id": field.action_id,
        "block_id": field.block_id,
        "action_ts": moment,
    }
    if field.kind in BUTTONS:
        return action | _pressed(field, value)
    if field.kind == "overflow":
        return action | {"selected_option": option_of(field, value)}
    name = STATES[field.kind][0]
    placeholder = {"placeholder": field.element["placeholder"]} if "placeholder" in field.element else {}
    return action | placeholder | {name: state_value(field, value)}


def _pressed(field: Field, value: object) -> Json:
    element = field.element
    if field.kind == "feedback_buttons":
        sides: list[Json] = [element["positive_button"], element["negative_button"]]
        element = next((side for side in sides if side["value"] == value), {})
    if not element or (value is not None and element.get("value") != value):
        raise Cannot(f"{field.action_id} has no value {value!r}")
    return {name: element[name] for name in ("text", "value", "style") if name in element}
