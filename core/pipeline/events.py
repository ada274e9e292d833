"""What the pipeline says as it goes, from queued to done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.graph.analysis import Analysis
from core.graph.change_lines import Line
from core.graph.critique import Finding
from core.graph.diff import Diff
from core.graph.model import Graph, Rationale, Violation
from core.graph.quality import Question
from core.graph.repair import Repair
from core.graph.sources import Document
from core.graph.suggestions import Suggestion
from core.llm.clarification import Clarification
from core.llm.usage import Usage


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNote:
    """What became of one file. `message` says why it was refused, or what of it was not read."""

    name: str
    kind: str
    status: Literal["read", "partly", "refused"]
    passages: int = 0
    message: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A graph after repair, with what is still wrong, its analysis and its questions."""

    graph: Graph
    issues: tuple[Violation, ...]
    questions: tuple[Question, ...]
    analysis: Analysis
    repairs: tuple[Repair, ...]

    @property
    def errors(self) -> tuple[Violation, ...]:
        """The issues that only whoever drafted the graph can mend."""
        return tuple(issue for issue in self.issues if issue.severity == "error")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One finished draft: the assessed graph, what it was made from, and what it cost.

    `documents` are the brief and the passages that were shown to the model, as citations name them.
    `skipped` names each provider that was tried in vain, with its reason. `dangling_citations` counts
    citations that pointed nowhere and became hypotheses. `elapsed` is in seconds.

    In a thread that was refined, `later` are the files and replies that came after the first draft, oldest
    first; `files` are then those of the last revision.
    """

    assessment: Assessment
    brief: Document
    documents: tuple[Document, ...]
    files: tuple[FileNote, ...]
    usage: tuple[Usage, ...]
    skipped: tuple[tuple[str, str], ...]
    dangling_citations: int
    elapsed: float
    later: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """The brief was taken on; `place` is its place in line, 0 when it runs at once."""

    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`done` of `total` files are read; `latest` is the newest of them."""

    done: int
    total: int
    latest: FileNote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """A model is writing: `nodes` are finished so far, or options, findings or questions."""

    provider: str
    model: str
    nodes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Checking:
    """The draft is complete and is being validated, repaired and analysed."""

    nodes: int
    edges: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repairing:
    """The model is asked once more, with the rules that its draft breaks; `nodes` of the new one so far."""

    violations: tuple[Violation, ...]
    nodes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The last event of a draft."""

    draft: Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """The last event of a revision: the new draft, and how it differs from the graph before.

    `reasons` has one for each node, link and title that changed, its target a node's id, a link's id or
    "title"; there are none where an earlier graph was brought back. `lines` are the changes as people read
    them; the `at` of each is the target of a reason.
    `undone` are sentences on what the replies ask for and was not done.
    """

    draft: Draft
    previous: Graph
    changes: Diff
    reasons: tuple[Rationale, ...]
    lines: tuple[Line, ...]
    undone: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """False where nothing that people see has changed: then there is no new revision."""
        return bool(self.lines)

    def reason(self, line: Line) -> str:
        """Why the change that a line tells was made."""
        return next((reason.why for reason in self.reasons if reason.target == line.at), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """Who was asked about a graph or a brief, and what it cost.

    `provider` and `model` answered; both are empty where nobody had to be asked. `usage`, `skipped` and
    `elapsed` are as for a draft.
    """

    provider: str = ""
    model: str = ""
    usage: tuple[Usage, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    elapsed: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """The last event of a request for options: at most five that the graph does not have."""

    suggestions: tuple[Suggestion, ...]
    asked: Consultation


@dataclass(frozen=True, slots=True, kw_only=True)
class Critiqued:
    """The last event of a critique: what model, rules and quality questions find, the gravest first."""

    findings: tuple[Finding, ...]
    asked: Consultation


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarified:
    """The last event of a clarification. Where it is ready, there are no questions."""

    clarification: Clarification
    asked: Consultation


Event = (
    Queued | Reading | Drafting | Checking | Repairing | Done | Revised | Suggested | Critiqued | Clarified
)
