"""What is said of forgetting a thread: before it is done, in a form or a note, and after."""

from __future__ import annotations

from typing import Any

from handlers.blocks.buttons import Action
from handlers.blocks.limits import MODAL_TITLE
from handlers.blocks.notice import notice
from handlers.blocks.parts import Button, actions, plain, section
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import count
from handlers.errors import Problem
from handlers.view import Kind, View

CALLBACK = "forget_form"
_GOES = (
    "What Crossroads has stored of this thread is deleted for good: the brief, replies and answers, the text "
    "of its files, every revision, and feedback. So are its own messages here, with their pictures and "
    "exports. What is under way is stopped."
)
_STAYS = "What people wrote and shared here stays: Slack lets only them delete it."
_GONE = (
    "Crossroads has forgotten this thread: what it had stored, and its own messages, pictures and exports."
)
NOT_YOURS = Problem(
    what="Only whoever asked for this draft, or an administrator of the workspace, can have it forgotten.",
    next_step="Ask them to.",
)


def form(draft: str) -> dict[str, Any]:
    """The modal that asks for confirmation; it carries the draft's id."""
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": draft,
        "title": plain("Forget this thread", MODAL_TITLE),
        "submit": plain("Forget", MODAL_TITLE),
        "close": plain("Cancel", MODAL_TITLE),
        "blocks": [section(_GOES), section(_STAYS)],
    }


def offer(draft: str) -> View:
    """The note that asks the same where no modal can be opened."""
    button = Button(text="Forget this thread", action=Action.FORGET, value=draft, style="danger")
    blocks = [section(_GOES), section(_STAYS), actions([button])]
    return chain(Kind.ERROR, Rendering(text=f"{_GOES} {_STAYS}", blocks=blocks))


def done(*, kept: int) -> View:
    """What was deleted, and what was not; `kept` counts what Slack did not let go."""
    if not kept:
        return notice(Problem(what=_GONE, next_step=_STAYS))
    refused = f"Slack did not let it delete {count(kept, 'thing')} of its own; an administrator can."
    return notice(Problem(what=f"{_GONE} {refused}", next_step=_STAYS))
