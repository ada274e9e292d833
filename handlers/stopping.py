"""Stop: whoever asked for a draft, or an administrator, ends the work that goes on in its thread."""

from __future__ import annotations

from contextlib import suppress

from core.errors import DraftForgotten
from core.store.records import Draft
from handlers.administrators import is_administrator
from handlers.blocks.notice import notice
from handlers.desk import Desk
from handlers.errors import Problem
from handlers.requests.model import Request

STOPPED = "stopped"  # the reason that a stopped job ends with

_NOT_YOURS = Problem(
    what="Only whoever asked for this draft, or an administrator of the workspace, can stop it.",
    next_step="Ask them to.",
)
_OVER = Problem(what="This draft has ended already.", next_step="There is nothing left to stop.")
_QUIET = Problem(what="Nothing is going on in this thread.", next_step="There is nothing to stop.")


async def stop_job(request: Request, job: str, desk: Desk) -> None:
    """Stop one job for whoever asked for it, or an administrator. Raises DraftForgotten.

    What the job is to do is its own from here on, or somebody else's reply might be stopped with it.
    """
    ordered = await desk.orders.begin(request.workspace, job)
    if not await _may(request, ordered.order.user, desk):
        return
    if not await desk.jobs.cancel(job, STOPPED):
        await desk.privately.answer(request, notice(_OVER))


async def stop_what_runs(request: Request, draft: Draft, desk: Desk) -> None:
    """Stop the work of a thread whose turn it is; what waits behind it goes on."""
    if not await _may(request, draft.requester, desk):
        return
    job = await _meant(request, draft, desk)
    if job is None:
        await desk.privately.answer(request, notice(_QUIET))
        return
    with suppress(DraftForgotten):
        await desk.orders.begin(request.workspace, job)  # so that it is stopped with what it has now
    await desk.jobs.cancel(job, STOPPED)


async def _meant(request: Request, draft: Draft, desk: Desk) -> str | None:
    """The job to stop, which is the same however often the word is delivered; None where nothing goes on.

    A mention comes as two events, and when the second comes it may be the turn of the next job.
    """
    texts = desk.store.texts
    for text in await texts.of(draft.key, STOPPED):
        if text.job == request.source_id:
            return text.body
    for job in await desk.store.requests.jobs(draft.key):
        if await desk.jobs.over(job) is False:
            meant = await texts.add(
                draft.key, kind=STOPPED, body=job, author=request.user, job=request.source_id
            )
            return meant.body
    return None


async def _may(request: Request, requester: str, desk: Desk) -> bool:
    if request.user == requester or await is_administrator(request.workspace, request.user, desk):
        return True
    await desk.privately.answer(request, notice(_NOT_YOURS))
    return False
