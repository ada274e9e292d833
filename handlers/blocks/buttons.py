"""The buttons there are, by what a click on them asks for."""

from __future__ import annotations

from enum import StrEnum

from handlers.blocks.parts import Button


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


def stop(job: str) -> Button:
    """Ends a job that waits or runs."""
    return Button(text="Stop", action=Action.STOP, value=job)


def try_again(job: str) -> Button:
    """Does a job's work anew."""
    return Button(text="Try again", action=Action.TRY_AGAIN, value=job, style="primary")


def without_model(job: str) -> Button:
    """Does a job's work anew, with the built-in drafter."""
    return Button(text="Draft without a model", action=Action.WITHOUT_MODEL, value=job)


def open_form(text: str = "") -> Button:
    """Opens the form, with a text in it."""
    return Button(text="Open the form", action=Action.OPEN_FORM, value=text, style="primary")


def draft_files(along: str) -> Button:
    """Opens the form with files that were shared before."""
    return Button(text="Draft a decision", action=Action.DRAFT_FILES, value=along, style="primary")
