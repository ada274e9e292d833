"""Drafts a decision from a brief."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace

from core.llm.clarification import clarified
from core.pipeline.draft import draft
from core.pipeline.events import Done, Draft, Queued
from core.store.records import DraftState
from handlers.blocks.draft import Shown
from handlers.tasks import DraftTask
from handlers.work.asking import has_asked
from handlers.work.hands import Hands, Working
from handlers.work.showing import show_draft


async def draft_brief(working: Working, hands: Hands) -> None:
    """From the brief to the message with the draft, or to questions about it. Raises CrossroadsError."""
    task = working.ordered.order.task
    assert isinstance(task, DraftTask)  # noqa: S101  its kind of work was chosen by it
    await hands.bench.store.drafts.update(working.ordered.draft.key, state=DraftState.WORKING)
    if task.may_ask and await has_asked(working, hands, task):
        return
    result = await _drafted(working, hands, task)
    revision = await hands.archive.add_draft(working.ordered, result)
    await show_draft(working, hands, Shown(draft=result, job=working.ordered.job, revision=revision.number))


async def _drafted(working: Working, hands: Hands, task: DraftTask) -> Draft:
    ordered, progress = working.ordered, working.progress
    brief = clarified(task.brief, task.answers)
    tools = await hands.tools_for(ordered)
    progress.take(Queued())
    async with progress.ticking(), hands.at_hand(ordered, tools.reader) as (files, reader):
        tools = replace(tools, reader=reader)
        async with aclosing(draft(brief, files, tools=tools)) as events:
            async for event in events:
                if isinstance(event, Done):
                    progress.take(event)
                    return event.draft
                if not isinstance(event, Queued):
                    progress.take(event)
    raise AssertionError("a draft ends with Done or an error")
