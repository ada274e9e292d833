"""Asks about a brief that leaves much open, before it is drafted."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from core.documents.brief import brief_document
from core.errors import ModelError
from core.llm.clarification import MAX_ROUNDS, Clarification
from core.llm.template.readiness import readiness
from core.pipeline.clarify import clarify
from core.pipeline.events import Clarified
from core.store.records import DraftState
from handlers.blocks.asking import asked
from handlers.blocks.reference import Reference
from handlers.blocks.text import cut, one_line
from handlers.offers import QUESTIONS, Questions, asking_of
from handlers.tasks import DraftTask
from handlers.work.consulting import consulted
from handlers.work.hands import Hands, Working

_TITLE = 80  # characters of a brief by which its draft is known until it has a title


async def has_asked(working: Working, hands: Hands, task: DraftTask) -> bool:
    """End the message with questions, and return True; False where the brief can be drafted as it is."""
    ordered, store = working.ordered, hands.bench.store
    questions = await QUESTIONS.find(store, ordered) or await _questions(working, hands, task)
    if questions is None:
        return False
    await QUESTIONS.keep(store, ordered, questions)
    title = cut(one_line(task.brief), _TITLE, len)
    await store.drafts.update(ordered.draft.key, state=DraftState.ASKING, title=title)
    await working.live.finish(asked(asking_of(questions, Reference(job=ordered.job))))
    return True


async def _questions(working: Working, hands: Hands, task: DraftTask) -> Questions | None:
    """The next round; None where there is none. A first one is for thin briefs alone."""
    if task.round > MAX_ROUNDS or not (task.answers or await _is_thin(working, task)):
        return None
    try:
        found = await _clarification(working, hands, task)
    except ModelError:
        return None  # what kept the model from asking is told by the draft, if it still does
    if found.is_ready:
        return None
    return Questions(revision=0, round=task.round, confidence=found.confidence, questions=found.questions)


async def _is_thin(working: Working, task: DraftTask) -> bool:
    files = len(working.ordered.order.files)
    found = await asyncio.to_thread(readiness, brief_document(task.brief), documents=files)
    return found.is_thin


async def _clarification(working: Working, hands: Hands, task: DraftTask) -> Clarification:
    """What to ask; meanwhile the message tells of that, and then of the draft again."""
    progress = working.progress
    before = progress.standing
    progress.standing = replace(before, task="clarify", files=0)
    asking = clarify(
        task.brief,
        answers=task.answers,
        asked=task.asked,
        number=task.round,
        files=before.files,
        tools=await hands.tools_for(working.ordered),
    )
    try:
        return (await consulted(working, asking, Clarified)).clarification
    finally:
        progress.standing = replace(before, has_waited=False, past=progress.standing.past)
