"""Exporting a draft: the form opens, and orders the files."""

from __future__ import annotations

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import InputError
from handlers.blocks.buttons import Entry
from handlers.blocks.export_form import CALLBACK, FORMATS, chosen, form
from handlers.desk import Body, Desk
from handlers.errors import explain
from handlers.menus import chosen_in_menu, on_entry
from handlers.opening import opened
from handlers.orders import order_for
from handlers.requests.model import Request
from handlers.requests.reading import asked_in
from handlers.subjects import clicked_in, submitted_in
from handlers.tasks import ExportTask


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the menu's entry and to the form."""

    async def from_menu(ack: AsyncAck, body: Body) -> None:
        await ack()
        request = asked_in(body)
        subject = await clicked_in(request, desk, chosen_in_menu(request.value))
        if subject is not None:
            await opened(request, desk, form(subject.now))

    async def sent(ack: AsyncAck, body: Body) -> None:
        await ack(**await _taken(asked_in(body), desk))

    on_entry(app, Entry.EXPORT, from_menu)
    app.view(CALLBACK)(sent)


async def _taken(request: Request, desk: Desk) -> dict[str, Any]:
    """Order the files; the answer to the form says what is in the way, if anything."""
    try:
        subject = await submitted_in(request, desk)
    except InputError as error:
        return {"response_action": "errors", "errors": {FORMATS: str(explain(error))}}
    formats = chosen(request.given.get(FORMATS, ()))
    place = subject.ordered
    task = ExportTask(formats=tuple(each.value for each in formats))
    order = order_for(request, task, channel=place.order.channel, thread_ts=place.thread_ts)
    await desk.place(request.source_id, request.workspace, order)
    return {}
