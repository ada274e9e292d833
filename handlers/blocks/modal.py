"""The form: a brief, its goal, files beside it, and where to draft."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from core.pipeline.brief import MAX_FILES, MIN_BRIEF
from handlers.blocks.inputs import labelled, written
from handlers.blocks.limits import INPUT, INPUT_FILES, MODAL_TITLE
from handlers.blocks.parts import plain

CALLBACK = "draft_form"
FILE_TYPES = ("pdf", "csv", "tsv", "txt", "md", "docx", "xlsx", "pptx", "html", "json")
_TITLE = "Draft a decision"
_GOAL = 300  # characters


class Field(StrEnum):
    """The inputs of the form: block_id and action_id at once."""

    BRIEF = "brief"
    GOAL = "goal"
    FILES = "files"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Along:
    """What comes along with a form, unseen: files by id, from a thread of a channel.

    A button that opens the form takes along the beginning of a brief, too.
    """

    files: tuple[str, ...] = ()
    channel: str = ""
    thread: str = ""
    brief: str = ""

    def dumps(self) -> str:
        """As a form carries it."""
        return json.dumps(asdict(self))

    @classmethod
    def loads(cls, carried: str) -> Along:
        """What `dumps` wrote. Raises ValueError, KeyError or TypeError on anything else."""
        fields = json.loads(carried or "{}")
        return cls(**{**fields, "files": tuple(fields.get("files", ()))})


def form(
    *, brief: str = "", goal: str = "", channel: str | None = None, along: Along | None = None
) -> dict[str, Any]:
    """The modal, filled in with what is known already."""
    hint = f"At least {MIN_BRIEF} characters, up to {INPUT:,}. Put more than that into a file."
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": (along or Along()).dumps(),
        "title": plain(_TITLE, MODAL_TITLE),
        "submit": plain("Draft", MODAL_TITLE),
        "close": plain("Cancel", MODAL_TITLE),
        "blocks": [
            labelled(Field.BRIEF, "What is to be decided?", written(brief, INPUT, multiline=True), hint=hint),
            labelled(Field.GOAL, "What is it for?", written(goal, _GOAL), optional=True),
            labelled(
                Field.FILES,
                "Files to draw on",
                {
                    "type": "file_input",
                    "filetypes": list(FILE_TYPES),
                    "max_files": min(MAX_FILES, INPUT_FILES),
                },
                optional=True,
            ),
            labelled(
                Field.PLACE,
                "Where to draft",
                _place(channel),
                hint="Left empty, the draft comes to you in a direct message.",
                optional=True,
            ),
        ],
    }


def refused(field: Field, sentence: str) -> dict[str, Any]:
    """The answer to a submission that says, at one input, what is wrong with it."""
    return {"response_action": "errors", "errors": {field.value: sentence}}


def _place(channel: str | None) -> dict[str, Any]:
    element = {"type": "conversations_select", "filter": {"exclude_bot_users": True}}
    return (
        {**element, "initial_conversation": channel}
        if channel
        else {**element, "default_to_current_conversation": True}
    )
