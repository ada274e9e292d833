"""The two shortcuts: draft from a message, and open the form."""

from __future__ import annotations

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import InputError
from handlers.along import along_with
from handlers.desk import Body, Desk
from handlers.forms import open_form
from handlers.orders import order_of
from handlers.requests.model import Request
from handlers.requests.reading import asked_in
from handlers.surfaces import GLOBAL_SHORTCUT, MESSAGE_SHORTCUT


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to both."""

    async def from_message(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        stored = await _drafted(request, desk)
        await ack()
        if not stored:
            await open_form(request, desk, brief=request.text, along=along_with(request))

    async def from_anywhere(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        await ack()
        await open_form(request, desk)

    app.shortcut(MESSAGE_SHORTCUT)(from_message)
    app.shortcut(GLOBAL_SHORTCUT)(from_anywhere)


async def _drafted(request: Request, desk: Desk) -> bool:
    """Order a draft from the message; False when it is no brief, so that the form has to help."""
    try:
        order = order_of(request, thread_ts=request.thread)
    except InputError:
        return False
    await desk.place(request.source_id, request.workspace, order)
    return True
