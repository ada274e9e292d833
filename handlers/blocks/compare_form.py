"""The form in which a revision is chosen to compare the newest one with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from core.store.records import Revision
from handlers.blocks.inputs import labelled
from handlers.blocks.limits import MODAL_TITLE, OPTION_TEXT
from handlers.blocks.parts import plain
from handlers.blocks.reference import Reference

CALLBACK = "compare_form"
REVISION = "revision"  # block_id and action_id at once
_MOST = 100  # options that Slack's select takes
_CAUSES: Mapping[str, str] = {
    "draft": "the first draft",
    "refine": "after a reply",
    "edit": "changed by hand",
    "fix": "mended",
    "option": "an option added",
    "undo": "an earlier one brought back",
}


def form(reference: Reference, earlier: Sequence[Revision]) -> dict[str, Any]:
    """The modal; `earlier` are the revisions before the newest, of which the last is chosen already."""
    options = [_option(revision) for revision in reversed(earlier)][:_MOST]
    element = {"type": "static_select", "options": options, "initial_option": options[0]}
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": reference.dumps(),
        "title": plain("Compare revisions", MODAL_TITLE),
        "submit": plain("Compare", MODAL_TITLE),
        "close": plain("Cancel", MODAL_TITLE),
        "blocks": [labelled(REVISION, "Compare the newest revision with", element)],
    }


def _option(revision: Revision) -> dict[str, Any]:
    cause = _CAUSES.get(revision.cause, "")
    text = f"Revision {revision.number}, {cause}" if cause else f"Revision {revision.number}"
    return {"text": plain(text, OPTION_TEXT), "value": str(revision.number)}
