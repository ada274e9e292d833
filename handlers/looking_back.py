"""Buttons about what a draft was before: undo the last change, compare two revisions, say why."""

from __future__ import annotations

from dataclasses import replace

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import CrossroadsError, NoSuchRevision, RevisionStale
from core.store.records import Draft
from handlers.administrators import is_administrator
from handlers.advising import free
from handlers.blocks.buttons import Action, Entry
from handlers.blocks.compare_form import CALLBACK, REVISION, form
from handlers.blocks.notice import notice
from handlers.desk import Body, Desk
from handlers.errors import Problem, explain
from handlers.menus import chosen_in_menu, on_entry
from handlers.opening import opened
from handlers.orders import order_for
from handlers.requests.model import Request
from handlers.requests.reading import asked_in
from handlers.subjects import Subject, clicked_in, submitted_in
from handlers.tasks import CompareTask, Task, UndoTask, WhyTask

_NOT_YOURS = Problem(
    what="Only whoever asked for this draft, or an administrator of the workspace, can undo a change of it.",
    next_step="Ask them to, or reply here with what to change.",
)
_TAKEN = Problem(
    what="Somebody chose this before you.", next_step="It is being undone, once, in a message in this thread."
)
_TWICE = Problem(what="This form was sent already.", next_step="The comparison comes once, into the thread.")


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the button, to the two entries of the menu, and to the form that chooses a revision."""

    async def why(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        subject = await clicked_in(request, desk, request.value)
        if subject is not None:
            await _place(request, desk, subject, WhyTask())
        await ack()

    async def undo(ack: AsyncAck, body: Body) -> None:
        await _undo(asked_in(body), desk)
        await ack()

    async def compare(ack: AsyncAck, body: Body) -> None:
        await _compare(asked_in(body), desk, ack)

    async def chosen(ack: AsyncAck, body: Body) -> None:
        await _chosen(asked_in(body), desk, ack)

    app.action(Action.WHY)(why)
    on_entry(app, Entry.UNDO, undo)
    on_entry(app, Entry.COMPARE, compare)
    app.view(CALLBACK)(chosen)


async def may_undo(request: Request, draft: Draft, desk: Desk) -> bool:
    """Whether the change is theirs to take back; if not, they are told so."""
    if request.user == draft.requester or await is_administrator(request.workspace, request.user, desk):
        return True
    await desk.privately.answer(request, notice(_NOT_YOURS))
    return False


async def _undo(request: Request, desk: Desk) -> None:
    """Order it; however many choose it under one revision, that is undone once.

    An attempt that came to nothing, and left that revision the newest, is no reason not to try again.
    """
    subject = await clicked_in(request, desk, chosen_in_menu(request.value))
    if subject is None or not await may_undo(request, subject.ordered.draft, desk):
        return
    revision = subject.reference.revision
    if subject.is_stale:
        stale = RevisionStale(revision, newest=subject.newest.number)
        await desk.privately.answer(request, notice(explain(stale)))
        return
    job = await free(desk, request.workspace, f"undo:{subject.ordered.draft.key.id}:{revision}")
    if job is None or not await _place(request, desk, subject, UndoTask(revision=revision), job=job):
        await desk.privately.answer(request, notice(_TAKEN))


async def _compare(request: Request, desk: Desk, ack: AsyncAck) -> None:
    """Compare with the only other revision, or ask with which of them."""
    subject = await clicked_in(request, desk, chosen_in_menu(request.value))
    if subject is None:
        await ack()
        return
    *earlier, newest = await desk.store.revisions.of(subject.ordered.draft.key)
    if len(earlier) > 1:
        await ack()
        await opened(request, desk, form(subject.now, earlier))
        return
    if earlier:
        await _place(request, desk, subject, CompareTask())
    else:
        alone = NoSuchRevision(0, newest=newest.number)
        await desk.privately.answer(request, notice(explain(alone)))
    await ack()


async def _chosen(request: Request, desk: Desk, ack: AsyncAck) -> None:
    """Order the comparison with the revision that the form names."""
    try:
        subject = await submitted_in(request, desk)
    except CrossroadsError as error:
        await ack(response_action="errors", errors={REVISION: str(explain(error))})
        return
    number = next(iter(request.given.get(REVISION, ())), "0")
    if not await _place(request, desk, subject, CompareTask(revision=int(number))):
        place = subject.ordered
        there = replace(request, channel=place.order.channel, thread_ts=place.thread_ts)
        await desk.privately.answer(there, notice(_TWICE))
    await ack()


async def _place(request: Request, desk: Desk, subject: Subject, task: Task, *, job: str = "") -> bool:
    """Order a task in the thread of the draft; False when it was ordered before."""
    place = subject.ordered
    order = order_for(request, task, channel=place.order.channel, thread_ts=place.thread_ts)
    return await desk.place(job or request.source_id, request.workspace, order)
