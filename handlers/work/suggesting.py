"""Suggests options that the newest graph does not have."""

from __future__ import annotations

from core.pipeline.events import Suggested
from core.pipeline.options import suggest
from handlers.blocks.footer import consultation
from handlers.blocks.ideas import Ideas, suggested
from handlers.blocks.reference import Reference
from handlers.offers import OPTIONS, Options
from handlers.work.consulting import consulted
from handlers.work.hands import Hands, Working


async def suggest_options(working: Working, hands: Hands) -> None:
    """From the newest graph to the message with options, each with its button. Raises CrossroadsError."""
    ordered, store = working.ordered, hands.bench.store
    found = await OPTIONS.find(store, ordered) or await _found(working, hands)
    await OPTIONS.keep(store, ordered, found)
    ideas = Ideas(
        suggestions=found.suggestions,
        reference=Reference(job=ordered.job, revision=found.revision),
        small_print=found.small_print,
    )
    await working.live.finish(suggested(ideas))


async def _found(working: Working, hands: Hands) -> Options:
    newest = await hands.archive.newest(working.ordered.draft.key)
    tools = await hands.tools_for(working.ordered)
    event = await consulted(working, suggest(basis=newest.basis, tools=tools), Suggested)
    number = newest.revision.number
    said = consultation(event.asked, "Suggested", revision=number)
    return Options(revision=number, suggestions=event.suggestions, small_print=said)
