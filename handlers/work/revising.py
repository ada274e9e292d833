"""Revises the newest graph as a reply asks."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace

from core.graph.model import Graph
from core.pipeline.events import Queued, Revised
from core.pipeline.revise import Basis, revise
from handlers.blocks.unchanged import unchanged
from handlers.tasks import RefineTask
from handlers.work.hands import Hands, Working
from handlers.work.showing import show_revised

CAUSE = "refine"  # of the revisions that come of it


async def refine(working: Working, hands: Hands) -> None:
    """From the reply to the message with the revision, or with why there is none. Raises CrossroadsError."""
    ordered = working.ordered
    newest = await hands.archive.newest(ordered.draft.key, apart_from=ordered.job)
    revised = await _revised(working, hands, newest.basis)
    made = _made(revised.draft.assessment.graph)
    if revised.is_new:
        revision = await hands.archive.add_revision(ordered, revised, cause=CAUSE)
        await show_revised(working, hands, revised, number=revision.number, made=made)
        return
    await hands.archive.add_evidence(ordered, revised.draft)
    view = unchanged(revised.draft, revision=newest.revision.number, undone=revised.undone, made=made)
    await working.live.finish(view)


async def _revised(working: Working, hands: Hands, basis: Basis) -> Revised:
    ordered, progress = working.ordered, working.progress
    task = ordered.order.task
    assert isinstance(task, RefineTask)  # noqa: S101  its kind of work was chosen by it
    tools = await hands.tools_for(ordered)
    progress.take(Queued())
    async with progress.ticking(), hands.at_hand(ordered, tools.reader) as (files, reader):
        tools = replace(tools, reader=reader)
        async with aclosing(revise([task.instruction], files, basis=basis, tools=tools)) as events:
            async for event in events:
                if isinstance(event, Revised):
                    progress.take(event)
                    return event
                if not isinstance(event, Queued):
                    progress.take(event)
    raise AssertionError("a revision ends with Revised or an error")


def _made(graph: Graph) -> str:
    return "Revised without a model" if graph.meta.source == "template" else "Revised"
