"""Thumbs under a draft, and the form in which a word can be added to one that points down."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from handlers.blocks.buttons import Action
from handlers.blocks.inputs import labelled, written
from handlers.blocks.limits import MODAL_TITLE
from handlers.blocks.parts import feedback, plain
from handlers.blocks.reference import Reference
from handlers.view import Block

CALLBACK = "feedback_form"
WORD = "word"  # block_id and action_id at once
MAX_WORD = 1_000  # characters


class Side(StrEnum):
    """Where a thumb points."""

    UP = "up"
    DOWN = "down"


def thumbs(about: Reference) -> Block:
    """The two buttons."""
    carried = about.dumps()
    return feedback(Action.FEEDBACK, good=f"{Side.UP} {carried}", bad=f"{Side.DOWN} {carried}")


def side_of(value: str) -> tuple[Side, str]:
    """Which thumb was clicked, and what it carries. Raises ValueError on anything else."""
    side, _, carried = value.partition(" ")
    return Side(side), carried


def form(about: Reference) -> dict[str, Any]:
    """The modal."""
    hint = "It is kept with the draft, and deleted with it."
    words = written("", MAX_WORD, multiline=True)
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": about.dumps(),
        "title": plain("Feedback", MODAL_TITLE),
        "submit": plain("Send", MODAL_TITLE),
        "close": plain("Not now", MODAL_TITLE),
        "blocks": [labelled(WORD, "What should be better?", words, hint=hint, optional=True)],
    }
