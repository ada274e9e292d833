"""What a job offers in its message, kept so that a click on one item of it finds that again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from core.graph.critique import Finding
from core.graph.suggestions import Suggestion
from core.llm.clarification import BriefQuestion
from core.store.store import Store
from handlers.blocks.asking import Asking
from handlers.blocks.reference import Reference
from handlers.orders import Ordered

_Offered = TypeVar("_Offered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options for a revision, and how they came about."""

    revision: int
    suggestions: tuple[Suggestion, ...]
    small_print: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Critique:
    """Findings in a revision, and how they came about."""

    revision: int
    findings: tuple[Finding, ...]
    small_print: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """One round of questions. `revision` is that of the draft; 0 while there is none."""

    revision: int
    round: int
    confidence: float
    questions: tuple[BriefQuestion, ...]


def asking_of(questions: Questions, reference: Reference) -> Asking:
    """The questions as they are shown."""
    return Asking(
        questions=questions.questions,
        reference=reference,
        round=questions.round,
        confidence=questions.confidence,
        drafted=questions.revision > 0,
    )


@dataclass(frozen=True)
class Offer(Generic[_Offered]):
    """One kind of what is offered: a job has at most one of a kind."""

    kind: str
    codec: TypeAdapter[_Offered]

    async def keep(self, store: Store, ordered: Ordered, offered: _Offered) -> None:
        """Store what the job offers; run again after a crash, it changes nothing. Raises DraftForgotten."""
        body = self.codec.dump_json(offered).decode()
        await store.texts.add(
            ordered.draft.key, kind=self.kind, body=body, author=ordered.order.user, job=ordered.job
        )

    async def find(self, store: Store, ordered: Ordered) -> _Offered | None:
        """What the job offered; None when it has not come to that."""
        kept = await store.texts.of(ordered.draft.key, self.kind)
        return next((self.codec.validate_json(text.body) for text in kept if text.job == ordered.job), None)

    async def all_of(self, store: Store, ordered: Ordered) -> tuple[_Offered, ...]:
        """What all jobs of the thread offered, oldest first, but for this one."""
        kept = await store.texts.of(ordered.draft.key, self.kind)
        return tuple(self.codec.validate_json(text.body) for text in kept if text.job != ordered.job)


OPTIONS = Offer("options", TypeAdapter(Options))
CRITIQUE = Offer("critique", TypeAdapter(Critique))
QUESTIONS = Offer("questions", TypeAdapter(Questions))
