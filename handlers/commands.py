"""/decide: a brief, or one of the few words that ask for something else."""

from __future__ import annotations

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import InputError
from handlers.blocks.help import help_text
from handlers.blocks.lists import recent, watching
from handlers.desk import Body, Desk, refusal
from handlers.orders import order_of
from handlers.reports import status, usage
from handlers.requests.model import Request, Subcommand
from handlers.requests.reading import asked_in
from handlers.surfaces import COMMAND
from handlers.view import View

RECENT = 10  # drafts


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the command."""

    async def decide(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        answer = await answered(request, desk)
        await (ack(**_ephemeral(answer)) if answer else ack())

    app.command(COMMAND)(decide)


async def answered(request: Request, desk: Desk) -> View | None:
    """Do what the command asks for; return what the person alone is told at once, if anything."""
    match request.subcommand:
        case None if request.text:
            return await _draft(request, desk)
        case None | Subcommand.HELP:
            return help_text()
        case Subcommand.RECENT:
            drafts = await desk.store.drafts.recent(
                request.workspace, channels=[request.channel], limit=RECENT
            )
            return recent(drafts, await desk.links.base(request.workspace, desk.clients))
        case Subcommand.STATUS:
            return await status(desk)
        case Subcommand.USAGE:
            return await usage(request, desk)
        case Subcommand.WATCH_ON | Subcommand.WATCH_OFF:
            return await _watch(request, desk, on=request.subcommand is Subcommand.WATCH_ON)


async def _draft(request: Request, desk: Desk) -> View | None:
    try:
        order = order_of(request)
    except InputError as error:
        return refusal(error, request)
    await desk.place(request.source_id, request.workspace, order)
    return None


async def _watch(request: Request, desk: Desk, *, on: bool) -> View:
    if on:
        await desk.store.watches.on(request.workspace, request.channel, author=request.user)
    else:
        await desk.store.watches.off(request.workspace, request.channel)
    return watching(on=on)


def _ephemeral(view: View) -> dict[str, Any]:
    blocks = [dict(block) for block in view.blocks]
    return {"response_type": "ephemeral", "text": view.text, "blocks": blocks}
