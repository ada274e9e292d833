"""Slack's address behind the guard, and requests as Slack sends them."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from aiohttp import ClientSession, web
from aiohttp.typedefs import Handler

from bot.guard import FORM, JSON, PATH, guard
from bot.playground.slack.delivery.signing import Signer
from core.telemetry import Scalar

MARKER = "the-brief-nobody-may-log"
EVENT = {"type": "event_callback", "team_id": "T1", "event": {"type": "message", "text": MARKER}}


@dataclass(slots=True)
class Door:
    """Where the guard stands, what got past it, and the facts it told."""

    secret: str
    url: str = ""
    seen: list[str] = field(default_factory=list)
    facts: list[dict[str, Scalar]] = field(default_factory=list)

    def emit(self, event: str, /, **facts: Scalar) -> None:
        self.facts.append({"event": event, **facts})

    @property
    def reasons(self) -> list[Scalar]:
        return [fact["reason"] for fact in self.facts]

    def signed(self, body: bytes, kind: str = JSON) -> dict[str, str]:
        return {"Content-Type": kind, **Signer(self.secret).headers(body)}

    async def post(self, session: ClientSession, body: bytes, headers: dict[str, str]) -> int:
        async with session.post(f"{self.url}{PATH}", data=io.BytesIO(body), headers=headers) as answer:
            return answer.status


async def taken(_: web.Request) -> web.Response:
    return web.Response(text="ok")


@asynccontextmanager
async def door(secret: str, handler: Handler = taken) -> AsyncIterator[Door]:
    """Serve a handler behind the guard; the kind of whatever reaches it is kept in `seen`."""
    made = Door(secret)

    async def noted(request: web.Request) -> web.StreamResponse:
        made.seen.append(request.content_type)
        return await handler(request)

    application = web.Application(middlewares=[guard(secret, emit=made.emit)])
    application.router.add_post(PATH, noted)
    application.router.add_get("/livez", taken)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield made
    finally:
        await runner.cleanup()


def event() -> bytes:
    return json.dumps(EVENT).encode()


def interaction() -> bytes:
    return urlencode({"payload": json.dumps({"type": "block_actions", "team": {"id": "T1"}})}).encode()


def command(text: str = MARKER) -> bytes:
    return urlencode({"command": "/decide", "team_id": "T1", "text": text}).encode()


__all__ = ["FORM", "JSON", "MARKER", "Door", "command", "door", "event", "interaction"]
