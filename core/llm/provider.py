"""The port of a model provider: one call in, progress and one reply out."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from core.graph.model import Graph, Violation
from core.graph.sources import Document
from core.llm.usage import Usage


class Task(StrEnum):
    """What a model is asked for. All share system text, documents and effort.

    The first three also share one schema and with it a prompt cache; each of the others has one of its own,
    since providers keep what they cached apart by schema.
    """

    DRAFT = "draft"
    REPAIR = "repair"
    REFINE = "refine"
    OPTIONS = "options"
    CRITIQUE = "critique"
    CLARIFY = "clarify"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCall:
    """One request, in our terms; each adapter renders it for its provider.

    `brief` is the document B, one passage a sentence; `documents` are those that the thread's first draft
    was shown. A repair also carries the graph that was drafted and the violations it has. `risks` says
    whether risks and factors may be drawn.

    In a thread that was refined, `later` are the files and replies that former revisions brought, oldest
    first. A refinement carries the graph to be revised, the files that came for it (`added`) and the replies
    to carry out (`instructions`, R1, R2, ... over the whole thread, one passage a sentence).

    Options and a critique are asked for about the graph, a clarification about the brief, with or without
    one. `asked` are questions that were asked before, or that the rules ask by themselves.
    """

    task: Task
    brief: Document
    documents: tuple[Document, ...] = ()
    graph: Graph | None = None
    violations: tuple[Violation, ...] = ()
    risks: bool = False
    later: tuple[Document, ...] = ()
    added: tuple[Document, ...] = ()
    instructions: tuple[Document, ...] = ()
    asked: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[Document, ...]:
        """Everything that may be cited, in the order in which the model is shown it."""
        return (*self.documents, self.brief, *self.later, *self.added, *self.instructions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The reply is being written: `nodes` are complete so far. Falls back to 0 when a retry starts over.

    Of options, a critique or a clarification, `nodes` counts the options, findings or questions. `usage` is
    what the provider has reported as billed so far, for whoever gives up before the reply; `spent` is as in a
    reply.
    """

    provider: str
    model: str
    nodes: int
    usage: Usage | None = field(default=None, compare=False)
    spent: tuple[Usage, ...] = field(default=(), compare=False)

    @property
    def billed(self) -> tuple[Usage, ...]:
        """Everything that was billed so far, in order."""
        return self.spent if self.usage is None else (*self.spent, self.usage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The complete reply: JSON text in the wire schema of its task, and what it cost.

    What a refinement could not do stands among its rationales, under the id of the reply that asks for it.

    `skipped` names the providers that were tried before this one, each with its reason. `spent` is what was
    billed for attempts that were thrown away before this one, by whichever provider; the wrappers fill it.
    """

    text: str
    provider: str
    model: str
    usage: Usage
    request_id: str | None = None
    skipped: tuple[tuple[str, str], ...] = ()
    spent: tuple[Usage, ...] = ()

    @property
    def billed(self) -> tuple[Usage, ...]:
        """Everything that was billed for this reply, in order."""
        return (*self.spent, self.usage)


class Provider(Protocol):
    """Anything that answers a model call: an adapter, or a wrapper that holds another provider."""

    @property
    def name(self) -> str:
        """anthropic, openai or template; a wrapper has the name of what it holds."""

    def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Yield progress, then exactly one reply. Raises a ModelError. Close it when leaving early."""
