"""Says what to look at in the newest graph."""

from __future__ import annotations

from core.pipeline.critique import critique
from core.pipeline.events import Critiqued
from handlers.archive import Newest
from handlers.blocks.footer import consultation
from handlers.blocks.reference import Reference
from handlers.blocks.review import Review, reviewed
from handlers.offers import CRITIQUE, Critique
from handlers.work.consulting import consulted
from handlers.work.hands import Hands, Working


async def review(working: Working, hands: Hands) -> None:
    """From the newest graph to the message with findings, each with its fix. Raises CrossroadsError."""
    ordered, store = working.ordered, hands.bench.store
    newest = await hands.archive.newest(ordered.draft.key)
    found = await CRITIQUE.find(store, ordered) or await _found(working, hands, newest)
    await CRITIQUE.keep(store, ordered, found)
    shown = Review(
        graph=newest.revision.graph,
        findings=found.findings,
        reference=Reference(job=ordered.job, revision=found.revision),
        small_print=found.small_print,
    )
    await working.live.finish(reviewed(shown))


async def _found(working: Working, hands: Hands, newest: Newest) -> Critique:
    tools = await hands.tools_for(working.ordered)
    event = await consulted(working, critique(basis=newest.basis, tools=tools), Critiqued)
    number = newest.revision.number
    said = consultation(event.asked, "Looked over", revision=number)
    return Critique(revision=number, findings=event.findings, small_print=said)
