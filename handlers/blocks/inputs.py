"""The inputs that forms are made of; each is a block whose block_id and action_id are the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from handlers.blocks.limits import INPUT_HINT, OPTION_TEXT
from handlers.blocks.parts import plain
from handlers.blocks.text import cut, lines

_LABEL = 2_000  # characters


def labelled(
    id_: str, label: str, element: dict[str, Any], *, hint: str = "", optional: bool = False
) -> dict[str, Any]:
    """An element with its label, and a hint below it."""
    block = {
        "type": "input",
        "block_id": id_,
        "label": plain(label, _LABEL),
        "element": {**element, "action_id": id_},
        "optional": optional,
    }
    return {**block, "hint": plain(hint, INPUT_HINT)} if hint else block


def written(text: str, limit: int, *, multiline: bool = False) -> dict[str, Any]:
    """A field to write in, at most `limit` characters, with a text in it already."""
    element = {"type": "plain_text_input", "multiline": multiline, "max_length": limit}
    return {**element, "initial_value": cut(lines(text), limit, len)} if text.strip() else element


def number(text: str) -> dict[str, Any]:
    """A field for a number, with one in it already where there is one."""
    element = {"type": "number_input", "is_decimal_allowed": True}
    return {**element, "initial_value": text} if text else element


def one_of(choices: Sequence[str], *, chosen: str = "") -> dict[str, Any]:
    """Choices of which one can be made; what comes back is its place, counted from 0."""
    options = _options(choices)
    element = {"type": "radio_buttons", "options": options}
    return {**element, "initial_option": options[choices.index(chosen)]} if chosen in choices else element


def some_of(choices: Sequence[str], *, chosen: Collection[str] = ()) -> dict[str, Any]:
    """Choices of which any number can be made; what comes back are their places, counted from 0."""
    options = _options(choices)
    element = {"type": "checkboxes", "options": options}
    initial = [option for choice, option in zip(choices, options, strict=True) if choice in chosen]
    return {**element, "initial_options": initial} if initial else element


def _options(choices: Sequence[str]) -> list[dict[str, Any]]:
    return [{"text": plain(choice, OPTION_TEXT), "value": str(place)} for place, choice in enumerate(choices)]
