"""The message of suggested options: for, against, what to find out, and a button that adds each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.graph.suggestions import Suggestion
from handlers.blocks.buttons import Action
from handlers.blocks.parts import Button, actions, context, header, section
from handlers.blocks.reference import Reference
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import count, one_line
from handlers.view import Block, Kind, View

NOTHING = "No further option comes to mind that the draft does not have."
FULL = "The draft has no room for this one: drop an option or an outcome first."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ideas:
    """Suggestions as they are shown. `reference` is of their message; `buttons` stand at its end."""

    suggestions: Sequence[Suggestion]
    reference: Reference
    small_print: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()


def suggested(ideas: Ideas) -> View:
    """The message: in full, then with the titles alone."""
    gist = _gist(ideas)
    titles = [one_line(each.title) for each in ideas.suggestions]
    return chain(
        Kind.TERMINAL,
        Rendering(text=gist, blocks=[*_head(gist), *_suggestions(ideas), *_foot(ideas)]),
        Rendering(text=gist, blocks=[*_head(gist), section("\n".join(titles or [gist])), *_foot(ideas)]),
        last="\n".join([gist, *titles]),
    )


def _gist(ideas: Ideas) -> str:
    if not ideas.suggestions:
        return NOTHING
    return f"{count(len(ideas.suggestions), 'option')} that the draft does not have."


def _head(gist: str) -> Iterator[Block]:
    yield header("More options")
    yield section(gist)


def _suggestions(ideas: Ideas) -> Iterator[Block]:
    for item, each in enumerate(ideas.suggestions):
        points = (("For", each.pros), ("Against", each.cons), ("Find out", each.evidence))
        told = "\n".join(f"{title}: {'; '.join(map(one_line, given))}" for title, given in points if given)
        yield section(told, title=each.title, button=_add(ideas, each, item))
        if not each.edits:
            yield context(FULL)


def _add(ideas: Ideas, suggestion: Suggestion, item: int) -> Button | None:
    if not suggestion.edits:
        return None
    carried = Reference(job=ideas.reference.job, revision=ideas.reference.revision, item=item)
    return Button(text="Add to draft", action=Action.ADD_OPTION, value=carried.dumps())


def _foot(ideas: Ideas) -> Iterator[Block]:
    if ideas.buttons:
        yield actions(ideas.buttons)
    if ideas.small_print:
        yield context(*ideas.small_print)
