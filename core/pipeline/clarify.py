"""The way of a brief that leaves much open: weighed by rules, then asked about, in rounds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from core.documents.brief import brief_document
from core.graph.order import in_order
from core.llm.clarification import CONFIDENT, MAX_ROUNDS, Answer, Clarification, clarified
from core.llm.provider import ModelCall, Task
from core.llm.tasks.clarify import parse
from core.llm.template import asking
from core.pipeline.brief import checked
from core.pipeline.consult import Consulted, consult
from core.pipeline.events import Clarified, Consultation, Drafting, Queued
from core.pipeline.revise import Basis
from core.pipeline.work import Tools


async def clarify(
    brief: str,
    *,
    answers: Sequence[Answer] = (),
    asked: Sequence[str] = (),
    number: int = 1,
    files: int = 0,
    basis: Basis | None = None,
    tools: Tools,
) -> AsyncGenerator[Queued | Drafting | Clarified]:
    """Ask what would change a draft of the brief most; the last event is Clarified.

    `answers` are those of the rounds before, `asked` the texts of all their questions, answered or not;
    `number` counts the rounds from 1, and after the third nothing is asked. `files` is how many come with the
    brief, where they were not read yet; `basis` is the thread's draft, where there is one. A brief that the
    rules hold for ready is not sent to a model. Raises BriefTooShort, BriefTooLong, TooManyFiles, and a
    ModelError when no provider answered.
    """
    started = tools.clock.monotonic()
    told = brief_document(clarified(checked(brief, files=files), answers))
    yield Queued()
    documents = (*basis.documents, *basis.later) if basis else ()
    weighed = await asyncio.to_thread(asking.clarify, told, documents=max(files, len(documents)), asked=asked)
    if number > MAX_ROUNDS or weighed.confidence >= CONFIDENT:
        elapsed = tools.clock.monotonic() - started
        ready = Clarification(confidence=weighed.confidence, questions=())
        yield Clarified(clarification=ready, asked=Consultation(elapsed=elapsed))
        return
    call = ModelCall(
        task=Task.CLARIFY,
        brief=told,
        documents=basis.documents if basis else (),
        later=basis.later if basis else (),
        graph=in_order(basis.graph) if basis else None,
        risks=tools.risks,
        asked=tuple(asked),
    )
    questioning = consult(call, read=parse, tools=tools, elapsed=lambda: tools.clock.monotonic() - started)
    async with aclosing(questioning) as steps:
        async for step in steps:
            if isinstance(step, Consulted):
                yield Clarified(clarification=_settled(step.answer), asked=step.asked)
            else:
                yield step


def _settled(found: Clarification) -> Clarification:
    """A brief that is ready is not asked about."""
    return Clarification(confidence=found.confidence, questions=() if found.is_ready else found.questions)
