"""Short lists that one person asked for: recent drafts, reports, what a channel is set to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from core.store.records import Draft, DraftState
from handlers.blocks.draft import UNTITLED
from handlers.blocks.limits import SECTION
from handlers.blocks.parts import mrkdwn, section
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import cut, escape, one_line, unformatted
from handlers.links import link
from handlers.view import Block, Kind, View

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


def recent(drafts: Sequence[Draft], base: str = "") -> View:
    """The newest drafts of a channel, linked where the workspace's address is known."""
    title = "Recent drafts in this channel"
    if not drafts:
        return listed(title, ["None yet. Write /decide and a brief."])
    text = f"{title}: {'; '.join(_title(draft) for draft in drafts)}"
    return chain(Kind.ERROR, Rendering(text=text, blocks=[drafts_listed(title, drafts, base)]))


def drafts_listed(title: str, drafts: Sequence[Draft], base: str = "") -> Block:
    """A title, and a line for each draft: what, with a link to its thread, when, how far."""
    lines = [_line(draft, link(base, draft.thread)) for draft in drafts] or ["None yet."]
    while len(head := f"*{title}*\n" + "\n".join(lines)) > SECTION:
        lines.pop()
    return {"type": "section", "text": mrkdwn(head)}


def _line(draft: Draft, address: str) -> str:
    title = escape(unformatted(_title(draft)))
    named = f"<{address}|{title}>" if address else title
    return f"{named} · {_day(draft.updated)} · {_STATES[draft.state]}"


def _title(draft: Draft) -> str:
    return cut(one_line(draft.title or UNTITLED), _TITLE)


def watching(*, on: bool) -> View:
    """What a channel does from now on."""
    if on:
        told = (
            "Files shared here with a brief beside them are drafted, as long as Crossroads is in this "
            "channel (/invite @Crossroads). /decide watch off ends that."
        )
    else:
        told = "Files shared here are left alone from now on, unless Crossroads is mentioned."
    return chain(Kind.ERROR, Rendering(text=told, blocks=[section(told)]))


def _day(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).date().isoformat()
