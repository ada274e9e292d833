"""What only one person needs to know, said to that person alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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

# https://docs.slack.dev/reference/methods/chat.postMessage, "Errors"
_NOT_THERE = {"not_in_channel", "channel_not_found"}  # the latter is what a private channel says
_ELSEWHERE = Problem(
    what="This conversation is not one with Crossroads, so it cannot answer here.",
    next_step="Ask in a channel, or write to Crossroads directly.",
)
_ARCHIVED = Problem(
    what="This channel is archived, so nothing can be written here.",
    next_step="Ask again in another channel.",
)
_RESTRICTED = Problem(
    what="Slack does not let Crossroads write here: an administrator limits who may.",
    next_step="Ask again in another channel, or ask an administrator to let Crossroads write here.",
)
_REMOVED = Problem(
    what="Crossroads has no access to this workspace any more.",
    next_step="Ask an administrator to install it again.",
)
_REFUSED = {
    "is_archived": _ARCHIVED,
    "restricted_action": _RESTRICTED,
    "restricted_action_read_only_channel": _RESTRICTED,
    "restricted_action_thread_only_channel": _RESTRICTED,
    "restricted_action_non_threadable_channel": _RESTRICTED,
    "restricted_action_thread_locked": _RESTRICTED,
    "token_revoked": _REMOVED,
    "account_inactive": _REMOVED,
    "invalid_auth": _REMOVED,
    "not_installed": _REMOVED,
}


def too_short(error: BriefTooShort, text: str, along: Along | None = None) -> View:
    """The brief is too short: offer the form, with what was written in it, and what came `along` with it."""
    carried = replace(along, brief=text).dumps() if along else ""
    return notice(explain(error), buttons=(open_form(text, along=carried),))


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


def unannounced(refusal: str, text: str = "", *, direct: bool = False) -> View:
    """Nothing could be posted, for a reason in Slack's own word; "" where it was not Slack that refused.

    `direct` tells of a direct conversation: nobody can be invited to one.
    """
    if refusal in _NOT_THERE:
        return notice(_ELSEWHERE, written=text) if direct else invite_me(text)
    return notice(_REFUSED.get(refusal) or _not_posted(refusal), written=text)


def file_offer(files: Sequence[str], along: Along) -> View:
    """A file came without a brief: offer to write one."""
    what = f"{cut(one_line(files[0]), _NAME)} was" if len(files) == 1 else f"{len(files)} files were"
    told = Problem(
        what=f"{what} shared in a channel that Crossroads watches.", next_step="What is to be decided?"
    )
    return notice(told, buttons=(draft_files(along.dumps()),))


def _not_posted(refusal: str) -> Problem:
    return Problem(
        what=f"Slack did not take the answer ({refusal})." if refusal else "The answer could not be posted.",
        next_step="Ask again; if it happens twice, tell whoever runs Crossroads.",
    )


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
