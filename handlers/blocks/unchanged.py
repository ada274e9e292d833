"""The message of a revision that changed nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.pipeline.events import Draft
from handlers.blocks.footer import small_print, unread
from handlers.blocks.parts import context, section
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import one_line, within
from handlers.view import Block, Kind, View

_MOST = 20  # lines of what was not done
_LIMIT = 2_000  # characters of each list


def unchanged(draft: Draft, *, revision: int, undone: Sequence[str], made: str) -> View:
    """The message: that the revision stays as it is, what could not be done, which files were not read."""
    gist = f"Nothing was changed: the draft stays at revision {revision}."
    lists = [("Not done", tuple(undone)), *unread(draft.files)]
    said = [gist, *(line for _, lines in lists for line in map(one_line, lines))]
    blocks = [
        section(gist),
        *_listed(lists),
        context(*small_print(draft, revision=revision, made=made)),
    ]
    return chain(Kind.TERMINAL, Rendering(text=gist, blocks=blocks), last="\n".join(said))


def _listed(lists: Sequence[tuple[str, Sequence[str]]]) -> Iterator[Block]:
    for title, lines in lists:
        if lines:
            told = within([one_line(line) for line in lines], _LIMIT, _more, most=_MOST)
            yield section("\n".join(told), title=title, beside=len(told) == 1)


def _more(left: int) -> str:
    return f"and {left} more"
