"""The HTTP side of a fake provider: auth, recording, faults, and streams sent piece by piece."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol, Self

from aiohttp import web

from tests.fakes.llm.caching import Block, CacheUse, PromptCache, tokens
from tests.fakes.llm.faults import Break, Fault, Script, status
from tests.fakes.llm.refining import answer

KEY = "fake-key-0123456789abcdef"
THINKING = 40  # tokens, where a model thinks
_SIGN_OF_LIFE = 1.0  # seconds between two of them, in a stream without an end
_SHUTDOWN = 0.1  # seconds for streams under way when the fake stops

Json = dict[str, Any]


@dataclass(eq=False)
class Refused(Exception):
    """An HTTP status instead of a stream. `code` is the provider's type or code of the error."""

    status: int
    code: str
    message: str = "as the script says"
    param: str | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A request as it came, without its key."""

    path: str
    headers: Mapping[str, str]
    body: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What an endpoint reads out of a valid request. `scope` is what empties the cache when it changes."""

    model: str
    blocks: Sequence[Block]
    prompt: str
    scope: tuple[str, ...]
    minimum: int
    thinks: bool = False


@dataclass(slots=True, kw_only=True)
class Turn:
    """One answer under way."""

    ask: Ask
    body: Json
    use: CacheUse
    number: int
    text: str = ""

    @property
    def thinking(self) -> int:
        return THINKING if self.ask.thinks else 0

    @property
    def output(self) -> int:
        return tokens(len(self.text)) + self.thinking


class Endpoint(Protocol):
    """One path of a provider's API; its frames are the server-sent events of one step."""

    path: str

    def read(self, body: Json, headers: Mapping[str, str]) -> Ask:
        """Check a request more strictly than the original would. Raises Refused."""

    def opening(self, turn: Turn) -> bytes: ...
    def piece(self, turn: Turn, text: str) -> bytes: ...
    def closing(self, turn: Turn, kind: Break | None) -> bytes: ...
    def error(self, turn: Turn, code: str) -> bytes: ...


def frame(data: Json | str, event: str | None = None) -> bytes:
    """One server-sent event."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return (f"event: {event}\n" if event else "").encode() + f"data: {text}\n\n".encode()


@dataclass(kw_only=True)
class WireServer:
    """A provider on 127.0.0.1, for `async with`. Delays are in real seconds; `clock` is the cache's alone.

    `script` decides about the next requests. `requests` holds all that came, `abandoned` counts streams
    that the client closed early, `busiest` the most streams at once. While `gate` is not set no reply begins.
    """

    key: str = KEY
    port: int = 0
    clock: Callable[[], float] = time.monotonic
    latency: float = 0.0  # before the first byte
    delay: float = 0.0  # before each piece of text
    piece: int = 24  # characters
    reply: Callable[[str], str] = answer
    script: Script = field(default_factory=Script)
    requests: list[Recorded] = field(default_factory=list, init=False)
    abandoned: int = field(default=0, init=False)
    busiest: int = field(default=0, init=False)
    gate: asyncio.Event = field(default_factory=asyncio.Event, init=False)
    _active: int = field(default=0, init=False)

    # What each provider says of itself.
    lookback = 1
    request_id_header = "request-id"
    unauthorized = "authentication_error"

    def __post_init__(self) -> None:
        self.cache = PromptCache(self.clock, lookback=self.lookback)
        self.gate.set()

    def endpoints(self) -> Sequence[Endpoint]:
        raise NotImplementedError

    def refusal(self, number: int, refused: Refused) -> Json:
        raise NotImplementedError

    def code_of(self, status: int) -> str:
        raise NotImplementedError

    def models(self) -> Collection[str]:
        raise NotImplementedError

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=32 * 1024**2)
        for endpoint in self.endpoints():
            app.router.add_post(endpoint.path, partial(self._handle, endpoint))
        app.router.add_get("/v1/models/{model}", self._model)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=_SHUTDOWN)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._runner.cleanup()

    async def _handle(self, endpoint: Endpoint, request: web.Request) -> web.StreamResponse:
        body = await self._record(request)
        number = len(self.requests)
        try:
            self._authorize(request)
            ask = endpoint.read(body, request.headers)
            step = self._next_step()
        except Refused as refused:
            return web.json_response(
                self.refusal(number, refused),
                status=refused.status,
                headers={self.request_id_header: f"req_{number}", **dict(refused.headers)},
            )
        use = self.cache.use(ask.scope, ask.blocks, minimum=ask.minimum)
        turn = Turn(ask=ask, body=body, use=use, number=number)
        self._active += 1
        self.busiest = max(self.busiest, self._active)
        try:
            return await self._answer(endpoint, request, turn, step)
        except (asyncio.CancelledError, ConnectionError):
            self.abandoned += 1
            raise
        finally:
            self._active -= 1

    async def _model(self, request: web.Request) -> web.Response:
        await self._record(request)
        model = request.match_info["model"]
        try:
            self._authorize(request)
            self._next_step()
        except Refused as refused:
            return web.json_response(self.refusal(len(self.requests), refused), status=refused.status)
        if model not in self.models():
            unknown = Refused(404, self.code_of(404), f"model: {model}")
            return web.json_response(self.refusal(len(self.requests), unknown), status=404)
        return web.json_response(
            {
                "id": model,
                "type": "model",
                "object": "model",
                "display_name": model,
                "created_at": "2026-01-01T00:00:00Z",
                "created": 0,
                "owned_by": "fake",
            }
        )

    def _next_step(self) -> Fault | str | None:
        step = self.script.next()
        if isinstance(step, Fault) and step.kind is Break.REFUSED:
            raise Refused(step.status, step.code or self.code_of(step.status), headers=step.headers)
        return step

    async def _record(self, request: web.Request) -> Json:
        try:
            body = await request.json()
        except ValueError:
            body = {}
        hidden = {"authorization", "x-api-key"}
        headers = {name.lower(): value for name, value in request.headers.items()}
        shown = {name: "***" if name in hidden else value for name, value in headers.items()}
        self.requests.append(Recorded(path=request.path, headers=shown, body=body))
        return body if isinstance(body, dict) else {}

    def _authorize(self, request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bearer {self.key}":
            shown = request.headers.get("Authorization", "")[:14]  # as providers do: a part of the key
            raise Refused(401, self.unauthorized, f"Incorrect API key provided: {shown}***")

    async def _answer(
        self, endpoint: Endpoint, request: web.Request, turn: Turn, step: Fault | str | None
    ) -> web.StreamResponse:
        fault = step if isinstance(step, Fault) else None
        text = step if isinstance(step, str) else self.reply(turn.ask.prompt)
        pieces = [text[i : i + self.piece] for i in range(0, len(text), self.piece)]
        await asyncio.sleep(self.latency)
        await self.gate.wait()
        response = web.StreamResponse(
            headers={
                "content-type": "text/event-stream",
                self.request_id_header: f"req_{turn.number}",
            }
        )
        await response.prepare(request)
        await response.write(endpoint.opening(turn))
        for piece in pieces[: fault.after if fault else None]:
            await asyncio.sleep(self.delay)
            turn.text += piece
            await response.write(endpoint.piece(turn, piece))
        if fault is None or fault.kind in {Break.TRUNCATED, Break.DECLINED}:
            await response.write(endpoint.closing(turn, fault.kind if fault else None))
        elif fault.kind is Break.ERROR:
            await response.write(endpoint.error(turn, fault.code or self.code_of(500)))
        elif fault.kind is Break.GARBLED:
            noise = b"\xff" if fault.code == "bytes" else b"{<html>"
            await response.write(b"event: message_delta\ndata: " + noise + b"\n\n")
        elif fault.kind is Break.STALLED:
            await asyncio.Event().wait()
        elif fault.kind is Break.ENDLESS:
            while True:
                await response.write(b": still there\n\n")
                await asyncio.sleep(_SIGN_OF_LIFE)
        elif fault.kind is Break.DROPPED and request.transport is not None:
            request.transport.abort()
        await response.write_eof()
        return response


def run(server: Callable[..., WireServer]) -> None:
    """Serve by hand: `python -m tests.fakes.anthropic_server --port 8101`."""
    parser = argparse.ArgumentParser(description="A fake model provider on 127.0.0.1.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--key", default=KEY)
    parser.add_argument("--latency", type=float, default=0.5, help="seconds before the first byte")
    parser.add_argument("--delay", type=float, default=0.02, help="seconds before each piece of text")
    parser.add_argument("--failing", type=float, default=0.0, help="share of requests that get a 503")
    asyncio.run(_serve(server, **vars(parser.parse_args())))


async def _serve(kind: Callable[..., WireServer], *, failing: float, **settings: object) -> None:
    server = kind(**settings)
    server.script.rates = {status(503): failing}
    async with server:
        sys.stdout.write(f"{server.url} (key: {server.key})\n")
        sys.stdout.flush()
        await asyncio.Event().wait()
