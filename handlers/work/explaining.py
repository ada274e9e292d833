"""Explains the analysis of the newest graph."""

from __future__ import annotations

from core.graph.why import why
from core.pipeline.amend import reassessed
from core.pipeline.events import Queued
from handlers.blocks.why import Explanation, explained
from handlers.work.hands import Hands, Working


async def explain_why(working: Working, hands: Hands) -> None:
    """From the newest graph to the message with what its analysis says. Raises NothingDrafted."""
    ordered = working.ordered
    newest = await hands.archive.newest(ordered.draft.key)
    working.progress.take(Queued())
    found = await reassessed(newest.revision.graph, basis=newest.basis, tools=await hands.tools_for(ordered))
    told = why(found.graph, found.analysis, found.questions)
    view = explained(Explanation(why=told, title=found.graph.title, revision=newest.revision.number))
    await working.live.finish(view)
