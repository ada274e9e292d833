"""How the message of each kind of work tells of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LAST = "Check, analyse, draw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words. `noun` is what was stopped, `coming` and `stage` the work before and while it is done.

    `item` is what a model writes, counted while it does. `done` tells of nodes and links that were made;
    `failed` titles a message without a result. `kept` says
    what is still there then; empty for the brief and its files. `needs_model` tells whether it can also be
    done without one.
    """

    noun: str
    coming: str
    stage: str
    failed: str
    item: str = "node"
    done: str = ""
    last: str = LAST
    kept: str = "The draft stays as it is."
    needs_model: bool = False


WORDINGS: Mapping[str, Wording] = {
    "draft": Wording(
        noun="draft",
        coming="Draft",
        stage="Drafting",
        done="Drafted",
        failed="Not drafted",
        kept="",
        needs_model=True,
    ),
    "refine": Wording(
        noun="revision",
        coming="Revise",
        stage="Revising",
        done="Revised to",
        failed="Not revised",
        needs_model=True,
    ),
    "edit": Wording(noun="change", coming="Change", stage="Changing", failed="Not changed"),
    "undo": Wording(noun="undo", coming="Undo", stage="Undoing", failed="Not undone"),
    "options": Wording(
        noun="search for options",
        coming="Look for options",
        stage="Looking for options",
        failed="No options",
        item="option",
        last="",
        needs_model=True,
    ),
    "critique": Wording(
        noun="critique",
        coming="Critique",
        stage="Looking it over",
        failed="Not critiqued",
        item="finding",
        last="",
        needs_model=True,
    ),
    "clarify": Wording(
        noun="round of questions",
        coming="Ask",
        stage="Looking for what is open",
        failed="Nothing asked",
        item="question",
        last="",
        needs_model=True,
    ),
    "why": Wording(
        noun="explanation", coming="Explain", stage="Working out why", failed="Not explained", last=""
    ),
    "compare": Wording(
        noun="comparison", coming="Compare", stage="Comparing", failed="Not compared", last="Draw"
    ),
    "export": Wording(noun="export", coming="Export", stage="Exporting", failed="Not exported", last=""),
}
"""By the task."""
