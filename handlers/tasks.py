"""What a job can be asked to do in a thread; each carries what it needs beside the thread itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.llm.clarification import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTask:
    """Draft a decision from a brief.

    A brief that leaves much open is asked about first, where `may_ask` says so: `answers` are those of the
    rounds before, `asked` the texts of their questions.
    """

    brief: str
    may_ask: bool = False
    answers: tuple[Answer, ...] = ()
    asked: tuple[str, ...] = ()
    round: int = 1
    task: Literal["draft"] = "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class RefineTask:
    """Revise the newest graph as a reply asks; the files beside it are new evidence."""

    instruction: str
    task: Literal["refine"] = "refine"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTask:
    """Make edits to the newest graph, without a model. `edits` is JSON of `core.graph.edits`.

    `cause` says where they come from: a form, a fix of a critique, a suggested option.
    """

    edits: str
    cause: Literal["edit", "fix", "option"] = "edit"
    task: Literal["edit"] = "edit"


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoTask:
    """Take back what made the newest revision, which has to be `revision`; 0 for any."""

    revision: int = 0
    task: Literal["undo"] = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionsTask:
    """Suggest options that the newest graph does not have."""

    task: Literal["options"] = "options"


@dataclass(frozen=True, slots=True, kw_only=True)
class CritiqueTask:
    """Say what to look at in the newest graph."""

    task: Literal["critique"] = "critique"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarifyTask:
    """Ask what would make the newest graph surer of itself."""

    task: Literal["clarify"] = "clarify"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyTask:
    """Explain the analysis of the newest graph."""

    task: Literal["why"] = "why"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareTask:
    """Show what changed since a revision; 0 is the one before the newest."""

    revision: int = 0
    task: Literal["compare"] = "compare"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportTask:
    """Put the newest graph into the thread as files; the formats by their names, all of them when empty."""

    formats: tuple[str, ...] = ()
    task: Literal["export"] = "export"


Task = (
    DraftTask
    | RefineTask
    | EditTask
    | UndoTask
    | OptionsTask
    | CritiqueTask
    | ClarifyTask
    | WhyTask
    | CompareTask
    | ExportTask
)
