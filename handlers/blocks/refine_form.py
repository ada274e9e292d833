"""The form in which somebody says what to change in a draft, with files as new evidence."""

from __future__ import annotations

from typing import Any

from core.pipeline.brief import MAX_FILES
from handlers.blocks.inputs import labelled, written
from handlers.blocks.limits import INPUT, INPUT_FILES, MODAL_TITLE
from handlers.blocks.modal import FILE_TYPES, Field
from handlers.blocks.parts import plain
from handlers.blocks.reference import Reference

CALLBACK = "refine_form"
INSTRUCTION = "instruction"  # block_id and action_id at once
_HINT = "Such as: drop option B; add the option of waiting; the budget is $200k; use this survey."


def form(reference: Reference) -> dict[str, Any]:
    """The modal; one of its two inputs is enough."""
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": reference.dumps(),
        "title": plain("Refine the draft", MODAL_TITLE),
        "submit": plain("Revise", MODAL_TITLE),
        "close": plain("Cancel", MODAL_TITLE),
        "blocks": [
            labelled(
                INSTRUCTION,
                "What shall change?",
                written("", INPUT, multiline=True),
                hint=_HINT,
                optional=True,
            ),
            labelled(
                Field.FILES,
                "Files as new evidence",
                {
                    "type": "file_input",
                    "filetypes": list(FILE_TYPES),
                    "max_files": min(MAX_FILES, INPUT_FILES),
                },
                optional=True,
            ),
        ],
    }
