"""The buttons there are, by what a click on them asks for."""

from __future__ import annotations

from enum import StrEnum

from handlers.blocks.parts import Button, Menu
from handlers.blocks.reference import Reference


class Action(StrEnum):
    """The action_ids that come back with clicks."""

    STOP = "stop"
    TRY_AGAIN = "try_again"
    WITHOUT_MODEL = "draft_without_model"
    OPEN_FORM = "open_form"
    DRAFT_FILES = "draft_files"
    FEEDBACK = "feedback"
    REFINE = "refine"
    OPTIONS = "options"
    CLARIFY = "clarify"
    CRITIQUE = "critique"
    WHY = "why"
    MORE = "more"  # the overflow menu
    UNDO = "undo"
    ADD_OPTION = "add_option"
    APPLY_FIX = "apply_fix"
    ANSWER = "answer"
    DRAFT_NOW = "draft_now"
    FORGET = "forget"
    EDIT = "edit"
    SET_RISKS = "set_risks"
    SET_RETENTION = "set_retention"


def stop(job: str) -> Button:
    """Ends a job that waits or runs."""
    return Button(text="Stop", action=Action.STOP, value=job)


def try_again(job: str) -> Button:
    """Does a job's work anew."""
    return Button(text="Try again", action=Action.TRY_AGAIN, value=job, style="primary")


def without_model(job: str) -> Button:
    """Does a job's work anew, with the built-in drafter."""
    return Button(text="Draft without a model", action=Action.WITHOUT_MODEL, value=job)


def open_form(text: str = "", *, along: str = "") -> Button:
    """Opens the form, with a text in it; or with all that comes `along` from a message."""
    action = Action.DRAFT_FILES if along else Action.OPEN_FORM
    return Button(text="Open the form", action=action, value=along or text, style="primary")


def edit(about: Reference) -> Button:
    """Opens the form in which a draft is changed by hand."""
    return Button(text="Edit by hand", action=Action.EDIT, value=about.dumps(), style="primary")


class Entry(StrEnum):
    """The entries of the menu beside a draft's buttons."""

    EDIT = "edit"
    EXPORT = "export"
    UNDO = "undo"
    COMPARE = "compare"
    FORGET = "forget"


_WORKBENCH = (
    ("Refine", Action.REFINE),
    ("Options", Action.OPTIONS),
    ("Clarify", Action.CLARIFY),
    ("Critique", Action.CRITIQUE),
    ("Why?", Action.WHY),
)
_ENTRIES = {
    Entry.EDIT: "Edit by hand…",
    Entry.EXPORT: "Export…",
    Entry.UNDO: "Undo the last change",
    Entry.COMPARE: "Compare with a revision…",
    Entry.FORGET: "Forget this thread…",
}
_NEEDS_ANOTHER = {Entry.UNDO, Entry.COMPARE}  # revision, before this one


def workbench(about: Reference) -> tuple[Button, ...]:
    """What can be done next with a draft."""
    return tuple(Button(text=text, action=action, value=about.dumps()) for text, action in _WORKBENCH)


def more(about: Reference) -> Menu:
    """What else can be done with it."""
    there = [e for e in Entry if about.revision > 1 or e not in _NEEDS_ANOTHER]
    entries = tuple((_ENTRIES[entry], f"{entry} {about.dumps()}") for entry in there)
    return Menu(action=Action.MORE, entries=entries)


def draft_files(along: str) -> Button:
    """Opens the form with files that were shared before."""
    return Button(text="Draft a decision", action=Action.DRAFT_FILES, value=along, style="primary")
