"""One sentence and one next step for every error a person can meet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core import errors

PROVIDER_NAMES = {"anthropic": "Anthropic", "openai": "OpenAI", "template": "The built-in drafter"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What happened, and what to do about it; each one whole sentence."""

    what: str
    next_step: str

    def __str__(self) -> str:
        """Both, as one line."""
        return f"{self.what} {self.next_step}"


def explain(error: errors.CrossroadsError) -> Problem:
    """The problem behind an error. An error of no known kind gets the general answer, never its own text."""
    for kind in type(error).__mro__:
        if kind in _PROBLEMS:
            return _PROBLEMS[kind](error)
    return _UNKNOWN


def provider_name(name: str) -> str:
    """A provider as people know it."""
    return PROVIDER_NAMES.get(name, name)


_UNKNOWN = Problem(
    what="Something went wrong here, and it is not your brief.",
    next_step="Try again; if it happens twice, tell whoever runs Crossroads.",
)


def _brief_too_short(error: errors.BriefTooShort) -> Problem:
    return Problem(
        what=f"The brief has {_characters(error.length)}; a draft needs at least {error.minimum}.",
        next_step="Say what is to be decided, between which options, and what matters.",
    )


def _brief_too_long(error: errors.BriefTooLong) -> Problem:
    return Problem(
        what=f"The brief has {_characters(error.length)}; it may have up to {error.maximum:,}.",
        next_step="Shorten it, or put the long part into a file and keep a short brief beside it.",
    )


def _too_many_files(error: errors.TooManyFiles) -> Problem:
    return Problem(
        what=f"{error.count} files came with the brief; a draft reads up to {error.maximum}.",
        next_step="Keep those that bear on the decision.",
    )


def _instruction_missing(_: errors.InstructionMissing) -> Problem:
    return Problem(
        what="Nothing says what to change.",
        next_step="Say it in a sentence, such as “drop option B”, or share a file as evidence.",
    )


def _instruction_too_long(error: errors.InstructionTooLong) -> Problem:
    return Problem(
        what=f"The reply has {_characters(error.length)}; it may have up to {error.maximum:,}.",
        next_step="Shorten it, or put the long part into a file and share that.",
    )


def _graph_unreadable(error: errors.GraphUnreadable) -> Problem:
    reason = error.reason.replace("The file", "it", 1).removesuffix(".")
    return Problem(
        what=f"This is not a decision graph that Crossroads can read: {reason}.",
        next_step="Use a graph.json that Crossroads wrote.",
    )


def _edit_refused(error: errors.EditRefused) -> Problem:
    return Problem(
        what=error.why,
        next_step="Nothing was changed; put it another way, or change that first.",
    )


def _request_unreadable(error: errors.RequestUnreadable) -> Problem:
    return Problem(
        what=f"Slack sent something that Crossroads does not know how to read ({error.reason}).",
        next_step="Try again; if it happens twice, tell whoever runs Crossroads.",
    )


def _nothing_drafted(_: errors.NothingDrafted) -> Problem:
    return Problem(
        what="There is no draft in this thread yet.",
        next_step="Wait until one is finished, or start one with a brief.",
    )


def _nothing_to_undo(_: errors.NothingToUndo) -> Problem:
    return Problem(
        what="This is the first revision: there is nothing before it to go back to.",
        next_step="Reply here to change it.",
    )


def _no_such_revision(error: errors.NoSuchRevision) -> Problem:
    if error.newest <= 1:
        return Problem(
            what="There is only one revision yet, so there is nothing to compare it with.",
            next_step="Reply here to change it.",
        )
    return Problem(
        what=f"There is no revision {error.number} before the newest one.",
        next_step=f"Choose one from 1 to {error.newest - 1}.",
    )


def _revision_stale(error: errors.RevisionStale) -> Problem:
    return Problem(
        what=f"This was about revision {error.number}; the draft is at revision {error.newest} by now.",
        next_step="Use the buttons of the newest one.",
    )


def _outside_channel(_: errors.OutsideChannel) -> Problem:
    return Problem(
        what="Only people of this channel can act on what is drafted in it.",
        next_step="Join it, and try again.",
    )


def _draft_forgotten(_: errors.DraftForgotten) -> Problem:
    return Problem(
        what="This draft was deleted, and nothing of it is kept.",
        next_step="Write the brief again to start a new one.",
    )


def _settings(error: errors.SettingsError) -> Problem:
    return Problem(
        what=f"The setting {error.setting} is missing or wrong: {error.reason}.",
        next_step="Set it in the environment or in the file .env, then run crossroads check.",
    )


def _file_refused(error: errors.FileRefused) -> Problem:
    return Problem(
        what=f"{error.name} was not read: {error.reason}.",
        next_step="The draft goes on without it.",
    )


def _unavailable(error: errors.ModelUnavailable) -> Problem:
    return Problem(
        what=f"{provider_name(error.provider)} could not be reached or was too busy ({error.cause}).",
        next_step="Try again in a minute, or draft without a model.",
    )


def _rejected(error: errors.ModelRejected) -> Problem:
    return Problem(
        what=f"{provider_name(error.provider)} refused the request ({error.cause}).",
        next_step="Check the key, the model's name and the account, or draft without a model.",
    )


def _declined(error: errors.ModelDeclined) -> Problem:
    return Problem(
        what=f"The model of {provider_name(error.provider)} declined to draft this brief.",
        next_step="Put the brief in other words, or draft without a model.",
    )


def _truncated(error: errors.ReplyTruncated) -> Problem:
    return Problem(
        what=f"The reply of {provider_name(error.provider)} was cut off before it was complete.",
        next_step="Try again with a narrower brief or fewer files, or draft without a model.",
    )


def _unusable(error: errors.ReplyUnusable) -> Problem:
    return Problem(
        what=f"The reply of {provider_name(error.provider)} was no usable graph ({error.cause}).",
        next_step="Try again, or draft without a model.",
    )


def _limited(_: errors.DeliveryLimited) -> Problem:
    return Problem(
        what="Slack is taking no more messages from Crossroads for the moment.",
        next_step="Try again in a minute.",
    )


def _undelivered(_: errors.DeliveryUnavailable) -> Problem:
    return Problem(
        what="Slack could not be reached.",
        next_step="Try again in a minute.",
    )


def _gone(_: errors.MessageGone) -> Problem:
    return Problem(
        what="The message cannot be changed any more.",
        next_step="Mention Crossroads in the thread to get a new one.",
    )


def _view_refused(error: errors.ViewRefused) -> Problem:
    return Problem(
        what=f"Slack refused the message ({error.code}).",
        next_step="The draft itself is complete; export it, or ask for it again.",
    )


def _place_closed(error: errors.PlaceClosed) -> Problem:
    return Problem(
        what=f"Crossroads may not write there ({error.code}).",
        next_step="Invite Crossroads to the channel, and try again.",
    )


def _cycle(_: errors.GraphHasCycle) -> Problem:
    return Problem(
        what="The links of this graph run in a circle, so effects cannot be worked out.",
        next_step="Remove one link of the circle.",
    )


def _picture(_: errors.PictureFailed) -> Problem:
    return Problem(
        what="The picture could not be drawn.",
        next_step="The graph itself is complete; its JSON and its report have everything.",
    )


def _characters(count: int) -> str:
    return "1 character" if count == 1 else f"{count:,} characters"


_PROBLEMS: dict[type[Any], Callable[[Any], Problem]] = {
    errors.BriefTooShort: _brief_too_short,
    errors.BriefTooLong: _brief_too_long,
    errors.TooManyFiles: _too_many_files,
    errors.InstructionMissing: _instruction_missing,
    errors.InstructionTooLong: _instruction_too_long,
    errors.GraphUnreadable: _graph_unreadable,
    errors.EditRefused: _edit_refused,
    errors.RequestUnreadable: _request_unreadable,
    errors.NothingDrafted: _nothing_drafted,
    errors.NothingToUndo: _nothing_to_undo,
    errors.NoSuchRevision: _no_such_revision,
    errors.RevisionStale: _revision_stale,
    errors.OutsideChannel: _outside_channel,
    errors.DraftForgotten: _draft_forgotten,
    errors.SettingsError: _settings,
    errors.FileRefused: _file_refused,
    errors.ModelUnavailable: _unavailable,
    errors.ModelRejected: _rejected,
    errors.ModelDeclined: _declined,
    errors.ReplyTruncated: _truncated,
    errors.ReplyUnusable: _unusable,
    errors.DeliveryLimited: _limited,
    errors.DeliveryUnavailable: _undelivered,
    errors.MessageGone: _gone,
    errors.ViewRefused: _view_refused,
    errors.PlaceClosed: _place_closed,
    errors.GraphHasCycle: _cycle,
    errors.PictureFailed: _picture,
}
