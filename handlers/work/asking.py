"""Asks about a brief that leaves much open, before it is drafted."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from core.documents.brief import brief_document
from core.graph.sources import Document
from core.llm.clarification import MAX_ROUNDS, Clarification, clarified
from core.llm.template.asking import clarify
from core.llm.template.readiness import readiness
from core.pipeline.events import Queued
from core.store.records import DraftState
from handlers.blocks.asking import asked
from handlers.blocks.reference import Reference
from handlers.blocks.text import cut, one_line
from handlers.offers import QUESTIONS, Questions, asking_of
from handlers.tasks import DraftTask
from handlers.work.hands import Hands, Working

_TITLE = 80  # characters of a brief by which its draft is known until it has a title


async def has_asked(working: Working, hands: Hands, task: DraftTask) -> bool:
    """End the message with questions, and return True; False where the brief can be drafted as it is."""
    ordered, store = working.ordered, hands.bench.store
    questions = await QUESTIONS.find(store, ordered) or await _questions(working, task)
    if questions is None:
        return False
    await QUESTIONS.keep(store, ordered, questions)
    title = cut(one_line(task.brief), _TITLE, len)
    await store.drafts.update(ordered.draft.key, state=DraftState.ASKING, title=title)
    await working.live.finish(asked(asking_of(questions, Reference(job=ordered.job))))
    return True


async def _questions(working: Working, task: DraftTask) -> Questions | None:
    """The next round; None where there is none. A first one is for thin briefs alone."""
    if task.round > MAX_ROUNDS:
        return None
    brief = brief_document(clarified(task.brief, task.answers))
    files = len(working.ordered.order.files)
    if not task.answers and not (await asyncio.to_thread(readiness, brief, documents=files)).is_thin:
        return None
    found = await _clarification(working, brief, task)
    if found.is_ready:
        return None
    return Questions(revision=0, round=task.round, confidence=found.confidence, questions=found.questions)


async def _clarification(working: Working, brief: Document, task: DraftTask) -> Clarification:
    progress = working.progress
    before = progress.standing
    progress.standing = replace(before, task="clarify", files=0)
    progress.take(Queued())
    found = await asyncio.to_thread(
        clarify, brief, documents=len(working.ordered.order.files), asked=task.asked
    )
    progress.standing = replace(progress.standing, task=before.task, files=before.files, has_waited=False)
    return found
