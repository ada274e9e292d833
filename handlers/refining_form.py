"""Refining a draft by a form: it opens, and orders the revision."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import InputError
from core.pipeline.revise import checked_instructions
from handlers.blocks.buttons import Action
from handlers.blocks.notice import notice
from handlers.blocks.refine_form import CALLBACK, INSTRUCTION, form
from handlers.desk import Body, Desk
from handlers.errors import Problem, explain
from handlers.opening import opened
from handlers.orders import order_for
from handlers.requests.model import Request
from handlers.requests.reading import asked_in
from handlers.subjects import clicked_in, submitted_in
from handlers.tasks import RefineTask

_TWICE = Problem(
    what="This form was sent already, and the draft is revised with it once.",
    next_step="Reply in the thread with what else shall change.",
)


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the button and to the form."""

    async def pressed(ack: AsyncAck, body: Body) -> None:
        await ack()
        request = asked_in(body)
        subject = await clicked_in(request, desk, request.value)
        if subject is not None:
            await opened(request, desk, form(subject.now))

    async def sent(ack: AsyncAck, body: Body) -> None:
        await ack(**await _taken(asked_in(body), desk))

    app.action(Action.REFINE)(pressed)
    app.view(CALLBACK)(sent)


async def _taken(request: Request, desk: Desk) -> dict[str, Any]:
    """Order the revision; the answer to the form says what is wrong with it, if anything."""
    instruction = str(request.given.get(INSTRUCTION, ""))
    try:
        subject = await submitted_in(request, desk)
        checked_instructions([instruction], files=len(request.files))
    except InputError as error:
        return {"response_action": "errors", "errors": {INSTRUCTION: str(explain(error))}}
    place = subject.ordered
    there = replace(request, channel=place.order.channel, thread_ts=place.thread_ts)
    order = order_for(there, RefineTask(instruction=instruction), thread_ts=place.thread_ts)
    if not await desk.place(request.source_id, request.workspace, order):
        await desk.privately.answer(there, notice(_TWICE, written=instruction))
    return {}
