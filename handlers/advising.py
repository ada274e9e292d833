"""Advice on a draft: the buttons that ask for it, and those that take a piece of it on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import count
from typing import Literal

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import DraftForgotten, EditRefused
from core.graph.editing import edited
from core.graph.edits import AddNode, Edit, dumps
from core.graph.model import Graph
from handlers.blocks.buttons import Action
from handlers.blocks.notice import notice
from handlers.desk import Body, Desk
from handlers.errors import Problem, explain
from handlers.offers import CRITIQUE, OPTIONS
from handlers.orders import Order, order_for
from handlers.requests.model import Request
from handlers.requests.reading import asked_in
from handlers.subjects import Subject, clicked_in
from handlers.tasks import ClarifyTask, CritiqueTask, EditTask, OptionsTask, Task

_ASKS: Mapping[Action, Task] = {
    Action.OPTIONS: OptionsTask(),
    Action.CRITIQUE: CritiqueTask(),
    Action.CLARIFY: ClarifyTask(),
}
_THERE = Problem(what="The draft has this already.", next_step="There is nothing left to do.")
_ANEW = "Ask once more, for the newest revision."
_COMING = Problem(what="Somebody clicked this before you.", next_step="It is on its way into the draft.")

QUEUING = 60.0  # seconds until an order that is in no queue has been forgotten there, and is not on its way

_EditsOf = Callable[[Desk, Subject], Awaitable[tuple[Edit, ...]]]  # none where the item is gone


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the buttons; what is asked for is stored before the click is acknowledged."""
    for action, task in _ASKS.items():
        app.action(action.value)(_asks(task, desk))
    app.action(Action.ADD_OPTION.value)(_takes("option", _of_suggestion, desk))
    app.action(Action.APPLY_FIX.value)(_takes("fix", _of_fix, desk))


def _asks(task: Task, desk: Desk) -> Callable[..., Awaitable[None]]:
    async def clicked(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        subject = await clicked_in(request, desk, request.value)
        if subject is not None:
            await desk.place(request.source_id, request.workspace, _order(task, request, subject))
        await ack()

    return clicked


def _takes(cause: Literal["option", "fix"], edits_of: _EditsOf, desk: Desk) -> Callable[..., Awaitable[None]]:
    async def clicked(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        subject = await clicked_in(request, desk, request.value)
        if subject is not None:
            edits = await edits_of(desk, subject)
            refused = _refusal(subject, edits) or await _placed(request, desk, subject, edits, cause)
            if refused is not None:
                await desk.privately.answer(request, notice(refused))
        await ack()

    return clicked


async def _of_suggestion(desk: Desk, subject: Subject) -> tuple[Edit, ...]:
    offered = await OPTIONS.find(desk.store, subject.ordered)
    items = [suggestion.edits for suggestion in offered.suggestions] if offered else []
    return _item(items, subject)


async def _of_fix(desk: Desk, subject: Subject) -> tuple[Edit, ...]:
    offered = await CRITIQUE.find(desk.store, subject.ordered)
    items = [finding.fix.edits if finding.fix else () for finding in offered.findings] if offered else []
    return _item(items, subject)


def _item(items: Sequence[tuple[Edit, ...]], subject: Subject) -> tuple[Edit, ...]:
    return next(iter(items[subject.reference.item :]), ())


def _refusal(subject: Subject, edits: Sequence[Edit]) -> Problem | None:
    """Why the newest graph does not take the edits, whatever revision they were made for; None if it does."""
    graph, number = subject.newest.graph, subject.newest.number
    if not edits:
        return explain(DraftForgotten())
    try:
        changes = edited(graph, edits) != graph
    except EditRefused as refused:
        if _has(graph, edits):
            return _THERE
        return Problem(what=f"Revision {number} does not take this any more. {refused.why}", next_step=_ANEW)
    return None if changes else _THERE


def _has(graph: Graph, edits: Sequence[Edit]) -> bool:
    """Whether the first thing that the edits add is there."""
    added = next((edit.node.id for edit in edits if isinstance(edit, AddNode)), None)
    return added in {node.id for node in graph.nodes}


async def _placed(
    request: Request, desk: Desk, subject: Subject, edits: Sequence[Edit], cause: Literal["option", "fix"]
) -> Problem | None:
    """Order the edits, once however many click at a time; what is refused is returned."""
    job = await free(desk, request.workspace, f"{cause}:{subject.reference.job}:{subject.reference.item}")
    order = _order(EditTask(edits=dumps(edits), cause=cause), request, subject)
    placed = job is not None and await desk.place(job, request.workspace, order)
    return None if placed else _COMING


async def free(desk: Desk, workspace: str, name: str) -> str | None:
    """An id for the job: a new one where former jobs ended and were taken back; None while one goes on."""
    for time in count(1):
        job = name if time == 1 else f"{name}:{time}"
        kept = await desk.store.requests.get(workspace, job)
        if kept is None:
            return job
        over = await desk.jobs.over(job)
        if over is None and desk.clock.now() - kept.created < QUEUING:
            return job  # whoever queues it first has clicked first
        if over is False:
            return None
    raise AssertionError("there is always another number")


def _order(task: Task, request: Request, subject: Subject) -> Order:
    return order_for(request, task, thread_ts=subject.ordered.thread_ts)
