"""The way to the app over Socket Mode: tickets, connections, envelopes and their acknowledgements."""

from __future__ import annotations

import asyncio
import itertools
import json
import secrets
from collections import deque

from aiohttp import WSMsgType, web

from bot.playground.slack.delivery.http import PATIENCE
from bot.playground.slack.delivery.parcels import ENVELOPE, Answer, Parcel
from bot.playground.slack.records import Json

CONNECTIONS = 10  # that one app may hold


class SocketTransport:
    """The app's open sockets. An envelope goes to one of them, in turn."""

    name = "socket"

    def __init__(self, app_id: str, *, patience: float = PATIENCE) -> None:
        self._app_id = app_id
        self._patience = patience
        self._tickets: set[str] = set()
        self._open: deque[web.WebSocketResponse] = deque()
        self._waiting: dict[str, asyncio.Future[str]] = {}
        self._envelopes = itertools.count(1)

    @property
    def is_open(self) -> bool:
        """Always: without a socket an event fails, and is tried again."""
        return True

    @property
    def connections(self) -> int:
        """How many sockets are open."""
        return len(self._open)

    def new_ticket(self) -> str:
        """The right to open one socket, once."""
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        return ticket

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """GET /link/?ticket=…: one socket, for as long as it lives."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=404, text="invalid ticket")
        self._tickets.remove(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if len(self._open) >= CONNECTIONS:
            await _tell(socket, {"type": "disconnect", "reason": "too_many_websockets"})
            await socket.close()
            return socket
        self._open.append(socket)
        try:
            await _tell(socket, self._hello())
            await self._listen(socket)
        finally:
            if socket in self._open:
                self._open.remove(socket)
        return socket

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._open),
            "debug_info": {"host": "applink-local", "approximate_connection_time": 3600},
            "connection_info": {"app_id": self._app_id},
        }

    async def _listen(self, socket: web.WebSocketResponse) -> None:
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                self._acknowledge(frame.data)

    def _acknowledge(self, text: str) -> None:
        try:
            message = json.loads(text)
        except ValueError:
            return
        waiting = self._waiting.get(message.get("envelope_id", "")) if isinstance(message, dict) else None
        if waiting and not waiting.done():
            payload = message.get("payload")
            waiting.set_result(json.dumps(payload) if payload else "")

    async def send(self, parcel: Parcel) -> Answer:
        """Send one envelope and wait until it is acknowledged."""
        if not self._open:
            return Answer(reason="connection_failed")
        socket = self._open[0]
        self._open.rotate(-1)
        name = f"envelope-{next(self._envelopes)}"
        self._waiting[name] = asyncio.get_running_loop().create_future()
        envelope: Json = {
            "envelope_id": name,
            "type": ENVELOPE[parcel.kind],
            "accepts_response_payload": parcel.kind != "event",
            "payload": parcel.payload,
        }
        if parcel.kind == "event":
            envelope |= {"retry_attempt": parcel.attempt, "retry_reason": parcel.reason}
        try:
            async with asyncio.timeout(self._patience):
                await _tell(socket, envelope)
                return Answer(status=200, text=await self._waiting[name])
        except TimeoutError:
            return Answer(reason="http_timeout")
        except ConnectionError:
            return Answer(reason="connection_failed")
        finally:
            del self._waiting[name]

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Tell every socket to reconnect; after `warning` it lives on, after anything else it is closed."""
        for socket in tuple(self._open):
            message: Json = {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-local"}}
            await _tell(socket, message)
            if reason != "warning":
                self._open.remove(socket)
                await socket.close()

    async def close(self) -> None:
        """Close every socket."""
        while self._open:
            await self._open.popleft().close()


async def _tell(socket: web.WebSocketResponse, message: Json) -> None:
    await socket.send_str(json.dumps(message))
