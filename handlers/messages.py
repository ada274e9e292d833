"""Messages to the bot and around it: mentions, direct messages, files in channels that are watched."""

from __future__ import annotations

from slack_bolt.async_app import AsyncApp

from core.errors import BriefTooShort, InputError
from core.store.records import Draft, Thread
from handlers.along import along_with
from handlers.blocks.help import help_text
from handlers.blocks.notice import file_offer
from handlers.desk import Body, Desk, refusal
from handlers.listening import on_event
from handlers.orders import order_of
from handlers.replies import is_for_us, replied
from handlers.requests.model import Kind, Request, Subcommand
from handlers.requests.reading import request_of


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to messages. A mention in a channel comes as two events, and is one request."""

    async def take(body: Body, bot: str) -> None:
        request = request_of(body, bot=bot)
        if request is not None:
            await taken(request, desk)

    on_event(app, "app_mention", take)
    on_event(app, "message", take)


async def taken(request: Request, desk: Desk) -> None:
    """Do what somebody asks for, and leave alone what is none of our business."""
    there = await _draft_there(request, desk)
    if there is not None and is_for_us(request, there):
        await replied(request, there, desk)
    elif request.kind is Kind.MENTION or request.is_direct:
        await _draft(request, desk)
    elif request.files and request.thread_ts is None and await _is_watched(request, desk):
        await _draft_watched(request, desk)


async def _draft(request: Request, desk: Desk) -> None:
    if request.text.casefold() == Subcommand.HELP:
        await desk.privately.answer(request, help_text())
        return
    try:
        order = order_of(request, thread_ts=request.thread)
    except InputError as error:
        await desk.privately.answer(request, refusal(error, request))
        return
    await desk.place(request.source_id, request.workspace, order)


async def _draft_watched(request: Request, desk: Desk) -> None:
    try:
        order = order_of(request, thread_ts=request.thread, may_ask=False)
    except BriefTooShort:
        await desk.privately.answer(
            request, file_offer([file.name for file in request.files], along_with(request))
        )
    except InputError as error:
        await desk.privately.answer(request, refusal(error, request))
    else:
        await desk.place(request.source_id, request.workspace, order)


async def _draft_there(request: Request, desk: Desk) -> Draft | None:
    """The draft in whose thread it was said, if there is one."""
    if request.thread_ts is None:
        return None
    place = Thread(workspace=request.workspace, channel=request.channel, ts=request.thread_ts)
    return await desk.store.drafts.at(place)


async def _is_watched(request: Request, desk: Desk) -> bool:
    return await desk.store.watches.get(request.workspace, request.channel) is not None
