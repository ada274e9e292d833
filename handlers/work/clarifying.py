"""Asks what would make the newest graph surer of itself."""

from __future__ import annotations

from core.llm.clarification import MAX_ROUNDS
from core.pipeline.clarify import clarify
from core.pipeline.events import Clarified
from core.store.records import DraftKey
from handlers.archive import Newest
from handlers.blocks.asking import asked
from handlers.blocks.reference import Reference
from handlers.offers import QUESTIONS, Questions, asking_of
from handlers.tasks import DraftTask
from handlers.work.consulting import consulted
from handlers.work.hands import Hands, Working


async def ask(working: Working, hands: Hands) -> None:
    """From the newest graph to the message with questions about it. Raises CrossroadsError.

    There are three rounds in a thread, those before its draft among them.
    """
    ordered, store = working.ordered, hands.bench.store
    newest = await hands.archive.newest(ordered.draft.key)
    round_ = await QUESTIONS.find(store, ordered) or await _round(working, hands, newest)
    if round_.questions:
        await QUESTIONS.keep(store, ordered, round_)
    await working.live.finish(asked(asking_of(round_, Reference(job=ordered.job, revision=round_.revision))))


async def _round(working: Working, hands: Hands, newest: Newest) -> Questions:
    ordered, revision = working.ordered, newest.revision.number
    before = await QUESTIONS.all_of(hands.bench.store, ordered)
    number = len(before) + 1
    if number > MAX_ROUNDS:
        return Questions(revision=revision, round=number, confidence=0.0, questions=())
    brief = await _brief(hands, ordered.draft.key)
    asking = clarify(
        brief.brief,
        answers=brief.answers,
        asked=[question.text for each in before for question in each.questions],
        number=number,
        basis=newest.basis,
        tools=await hands.tools_for(ordered),
    )
    found = (await consulted(working, asking, Clarified)).clarification
    return Questions(revision=revision, round=number, confidence=found.confidence, questions=found.questions)


async def _brief(hands: Hands, key: DraftKey) -> DraftTask:
    """What the thread's first graph was drafted from."""
    first = await hands.bench.store.revisions.get(key, 1)
    assert first is not None  # noqa: S101  there is a newest one
    task = (await hands.bench.orders.find(key.workspace, first.job)).order.task
    assert isinstance(task, DraftTask)  # noqa: S101  nothing else makes a first revision
    return task
