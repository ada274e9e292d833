"""What only one person needs to know, said to that person alone."""

from __future__ import annotations

from collections.abc import Sequence

from core.errors import BriefTooLong, BriefTooShort, CrossroadsError
from handlers.blocks.buttons import draft_files, open_form
from handlers.blocks.limits import TOTAL, size
from handlers.blocks.modal import Along
from handlers.blocks.parts import Button, actions, context, quote, section
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import cut, one_line
from handlers.errors import Problem, explain
from handlers.view import Kind, View

_NAME = 80  # characters of a file's name


def too_short(error: BriefTooShort, text: str) -> View:
    """The brief is too short: offer the form, with what was written in it."""
    return notice(explain(error), buttons=(open_form(text),))


def too_long(error: BriefTooLong, text: str) -> View:
    """The brief is too long: give it back, since a command that was sent is gone."""
    return notice(explain(error), written=text)


def invite_me(text: str = "", *, name: str = "Crossroads") -> View:
    """The bot is not in this channel: say how to invite it, and give back what was written."""
    told = Problem(
        what=f"{name} is not in this channel, so it cannot answer here.",
        next_step=f"Type /invite @{name} here, and ask again.",
    )
    return notice(told, written=text)


def file_offer(files: Sequence[str], along: Along) -> View:
    """A file came without a brief: offer to write one."""
    what = f"{cut(one_line(files[0]), _NAME)} was" if len(files) == 1 else f"{len(files)} files were"
    told = Problem(
        what=f"{what} shared in a channel that Crossroads watches.", next_step="What is to be decided?"
    )
    return notice(told, buttons=(draft_files(along.dumps()),))


def unknown() -> View:
    """Something failed in a way that nobody thought of."""
    return notice(explain(CrossroadsError()))


def notice(told: Problem, *, buttons: tuple[Button, ...] = (), written: str = "") -> View:
    """What happened and what to do; below it what the person had written, as much of it as fits."""
    blocks = [section(str(told))]
    if buttons:
        blocks.append(actions(buttons))
    given_back = [context("This is what you wrote:"), *quote(written)] if written.strip() else []
    while size([*blocks, *given_back]) > TOTAL:
        given_back.pop()
    return chain(
        Kind.ERROR,
        Rendering(text=str(told), blocks=[*blocks, *given_back]),
        Rendering(text=str(told), blocks=blocks),
    )
