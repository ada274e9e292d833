"""Slack's requests over HTTP, handed to Bolt once the guard has let them in."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Handler
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.guard import FORM
from core.telemetry import Emit, ignore


def receive(app: AsyncApp, *, emit: Emit = ignore) -> Handler:
    """The handler of Slack's address. Emits request_refused for what Bolt cannot take apart.

    Build the app with `request_verification_enabled=False`: the guard has verified the bytes as they came,
    and here a word of them may be written in another way.
    """

    async def handle(request: web.Request) -> web.StreamResponse:
        text = await request.text()
        if request.content_type == FORM and not text.startswith("payload="):
            # Bolt 1.30 takes a form with this word anywhere in it for an interaction, finds none, and drops
            # the command: "/decide Which payload flies first?" (slack_bolt/request/internals.py, parse_body)
            text = text.replace("payload", "%70ayload")
        headers: dict[str, str | Sequence[str]] = dict(request.headers)
        try:
            asked = AsyncBoltRequest(body=text, query=request.query_string, headers=headers)
        except Exception:  # noqa: BLE001  it looks for ids in whatever is there, and falls over what is no object
            emit("request_refused", reason="unreadable", status=int(HTTPStatus.BAD_REQUEST))
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        return await to_aiohttp_response(await app.async_dispatch(asked))

    return handle
