"""What stands in front of Slack's address: only whole, fresh, signed requests get past it.

Slack's own middleware in Bolt answers some broken requests with 500, and logs the body of a request whose
signature is wrong. Here a request is judged by its headers and its raw bytes before anybody parses it, and
nothing that came with it is logged.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from http import HTTPStatus
from urllib.parse import parse_qsl

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from core.clock import Clock, SystemClock
from core.errors import SettingsError
from core.telemetry import Emit, ignore

PATH = "/slack/events"
LARGEST = 1 << 20  # bytes
PATIENCE = 5.0  # seconds until a body must be here; Slack itself waits 3 for the answer
AGE = 300  # seconds: https://docs.slack.dev/authentication/verifying-requests-from-slack
DIGITS = 12  # of a timestamp; enough for the next 29,000 years

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


class Refused(Exception):
    """A request does not get in. `reason` is a slug."""

    def __init__(self, reason: str, status: HTTPStatus) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


def guard(
    signing_secret: str, *, path: str = PATH, clock: Clock | None = None, emit: Emit = ignore
) -> Middleware:
    """A middleware that refuses what is not Slack's with a 4xx, at `path` only. Raises SettingsError.

    The application's `client_max_size` bounds how much of a body without a length is read. Emits
    request_refused with the reason.
    """
    if not signing_secret.strip():
        raise SettingsError("SLACK_SIGNING_SECRET", "it is empty")
    secret, time = signing_secret.encode(), clock or SystemClock()

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path == path:
            try:
                _look_at(request)
                body = await _body(request)
                _verify(request, body, secret, time.now())
                _parse(request, body)
            except Refused as refused:
                emit("request_refused", reason=refused.reason, status=int(refused.status))
                return web.Response(status=refused.status)
        return await handler(request)

    return guarded


def _look_at(request: web.Request) -> None:
    """Refuse what its headers alone rule out. Raises Refused."""
    if (request.content_length or 0) > LARGEST:
        raise Refused("too_large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    if request.content_type not in {JSON, FORM}:
        raise Refused("content_type", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    if (request.charset or "utf-8").lower() not in {"utf-8", "utf8"}:
        raise Refused("charset", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    if "Content-Encoding" in request.headers:
        raise Refused("content_encoding", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


async def _body(request: web.Request) -> bytes:
    """The whole body; whoever asks the request for it later gets the same. Raises Refused."""
    try:
        async with asyncio.timeout(PATIENCE):
            body = await request.read()
    except TimeoutError:
        raise Refused("too_slow", HTTPStatus.REQUEST_TIMEOUT) from None
    except web.HTTPRequestEntityTooLarge:
        raise Refused("too_large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE) from None
    except (web.RequestPayloadError, ConnectionError):
        raise Refused("broken_off", HTTPStatus.BAD_REQUEST) from None
    if len(body) > LARGEST:
        raise Refused("too_large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return body


def _verify(request: web.Request, body: bytes, secret: bytes, now: float) -> None:
    """Refuse what Slack did not sign within the last five minutes. Raises Refused."""
    moment, signature = _only(request, "X-Slack-Request-Timestamp"), _only(request, "X-Slack-Signature")
    if not (moment.isascii() and moment.isdigit() and len(moment) <= DIGITS):
        raise Refused("timestamp", HTTPStatus.BAD_REQUEST)
    if abs(now - int(moment)) > AGE:
        raise Refused("stale", HTTPStatus.UNAUTHORIZED)
    base = b"v0:" + moment.encode() + b":" + body
    right = "v0=" + hmac.new(secret, base, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(right.encode(), signature.encode(errors="surrogateescape")):
        raise Refused("signature", HTTPStatus.UNAUTHORIZED)


def _only(request: web.Request, name: str) -> str:
    values: list[str] = request.headers.getall(name, [])
    if len(values) != 1:
        raise Refused("unsigned", HTTPStatus.UNAUTHORIZED)
    return values[0]


def _parse(request: web.Request, body: bytes) -> None:
    """Refuse what Bolt could not take apart; it looks at the body the same way. Raises Refused."""
    try:
        text = body.decode()
        if request.content_type == JSON or text.startswith("{"):
            payload = json.loads(text)
        else:
            fields = dict(parse_qsl(text, keep_blank_values=True))
            payload = json.loads(fields["payload"]) if "payload" in fields else fields
    except (ValueError, RecursionError):
        raise Refused("unreadable", HTTPStatus.BAD_REQUEST) from None
    if not isinstance(payload, dict) or not payload:
        raise Refused("unreadable", HTTPStatus.BAD_REQUEST)
