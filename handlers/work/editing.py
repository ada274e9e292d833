"""Changes the newest graph without a model: edits that are made, and changes that are taken back."""

from __future__ import annotations

from collections.abc import Mapping

from core.errors import NothingToUndo, RevisionStale
from core.graph.edits import loads
from core.pipeline.amend import amended, brought_back
from core.pipeline.events import Queued
from core.store.records import Revision
from handlers.blocks.unchanged import unchanged
from handlers.tasks import EditTask, UndoTask
from handlers.work.hands import Hands, Working
from handlers.work.showing import show_revised

UNDO = "undo"  # the cause of a revision that brings back an earlier one

_MADE: Mapping[str, str] = {"edit": "Changed by hand", "fix": "Mended", "option": "Option added"}
"""How a revision came about, by the cause of its task."""


async def edit(working: Working, hands: Hands) -> None:
    """From the edits to the message with the revision. Raises EditRefused and NothingDrafted."""
    ordered = working.ordered
    task = ordered.order.task
    assert isinstance(task, EditTask)  # noqa: S101  its kind of work was chosen by it
    newest = await hands.archive.newest(ordered.draft.key, apart_from=ordered.job)
    working.progress.take(Queued())
    revised = await amended(loads(task.edits), basis=newest.basis, tools=await hands.tools_for(ordered))
    working.progress.take(revised)
    made = _MADE[task.cause]
    if revised.is_new:
        revision = await hands.archive.add_revision(ordered, revised, cause=task.cause)
        await show_revised(working, hands, revised, number=revision.number, made=made)
    else:
        view = unchanged(revised.draft, revision=newest.revision.number, undone=(), made="Looked at")
        await working.live.finish(view)


async def undo(working: Working, hands: Hands) -> None:
    """From the newest revision to the message with the one before it, as a new one.

    Raises NothingToUndo, NothingDrafted, and RevisionStale when something else came in between.
    """
    ordered = working.ordered
    task = ordered.order.task
    assert isinstance(task, UndoTask)  # noqa: S101  its kind of work was chosen by it
    newest = await hands.archive.newest(ordered.draft.key, apart_from=ordered.job)
    if task.revision not in {0, newest.revision.number}:
        raise RevisionStale(task.revision, newest=newest.revision.number)
    working.progress.take(Queued())
    target = await _before(newest.circumstances.stands_for or newest.revision.number, working, hands)
    stands_for = hands.archive.circumstances(target).stands_for or target.number
    revised = await brought_back(target.graph, basis=newest.basis, tools=await hands.tools_for(ordered))
    working.progress.take(revised)
    revision = await hands.archive.add_revision(ordered, revised, cause=UNDO, stands_for=stands_for)
    made = f"Revision {stands_for} brought back"
    await show_revised(working, hands, revised, number=revision.number, made=made)


async def _before(number: int, working: Working, hands: Hands) -> Revision:
    found = await hands.bench.store.revisions.get(working.ordered.draft.key, number - 1)
    if found is None:
        raise NothingToUndo
    return found
