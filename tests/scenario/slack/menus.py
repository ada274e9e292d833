"""The menu beside a draft's buttons, and its thumbs, as people use them."""

from __future__ import annotations

from typing import Any

from bot.playground.slack.people.outcome import Outcome
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Message
from handlers.blocks.buttons import Action


async def choose(person: Person, message: Message, name: str) -> Outcome:
    """Choose an entry of the menu by its name."""
    return await person.clicks(message, Action.MORE, entry(message, name))


def entry(message: Message, name: str) -> str:
    """What an entry of the menu carries."""
    options = _element(message, "overflow")["options"]
    return next(str(option["value"]) for option in options if option["value"].startswith(f"{name} "))


async def thumb(person: Person, message: Message, *, up: bool) -> Outcome:
    """Click one of the thumbs."""
    buttons = _element(message, "feedback_buttons")
    side = buttons["positive_button" if up else "negative_button"]
    return await person.clicks(message, Action.FEEDBACK, side["value"])


def _element(message: Message, kind: str) -> dict[str, Any]:
    return next(
        element
        for block in message.blocks
        for element in block.get("elements", ())
        if element["type"] == kind
    )
