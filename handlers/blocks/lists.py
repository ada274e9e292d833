"""Short lists that one person asked for: recent drafts, reports, what a channel is set to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from core.store.records import Draft, DraftState
from handlers.blocks.draft import UNTITLED
from handlers.blocks.parts import section
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import cut, one_line
from handlers.view import Kind, View

_TITLE = 120  # characters of a title in a list
_STATES = {
    DraftState.ASKED: "waiting",
    DraftState.WORKING: "under way",
    DraftState.ASKING: "waiting for answers",
    DraftState.DONE: "done",
    DraftState.FAILED: "not drafted",
    DraftState.STOPPED: "stopped",
}


def listed(title: str, lines: Sequence[str]) -> View:
    """A title and lines below it."""
    blocks = [section("\n".join(lines), title=title)]
    return chain(Kind.ERROR, Rendering(text=f"{title}: {'; '.join(lines)}", blocks=blocks))


def recent(drafts: Sequence[Draft]) -> View:
    """The newest drafts of a channel."""
    return listed(
        "Recent drafts in this channel", draft_lines(drafts) or ["None yet. Write /decide and a brief."]
    )


def draft_lines(drafts: Sequence[Draft]) -> list[str]:
    """A line for each draft: what, when, how far."""
    return [
        f"{cut(one_line(draft.title or UNTITLED), _TITLE)} · {_day(draft.updated)} · {_STATES[draft.state]}"
        for draft in drafts
    ]


def watching(*, on: bool) -> View:
    """What a channel does from now on."""
    if on:
        told = "Files shared here with a brief beside them are drafted. /decide watch off ends that."
    else:
        told = "Files shared here are left alone from now on, unless Crossroads is mentioned."
    return chain(Kind.ERROR, Rendering(text=told, blocks=[section(told)]))


def _day(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).date().isoformat()
