"""What Slack and the person are told when a request found no listener, or one that failed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.request.async_request import AsyncBoltRequest

from core.errors import CrossroadsError
from handlers.blocks.modal import Field, refused
from handlers.blocks.notice import notice
from handlers.desk import Body, Desk
from handlers.errors import explain
from handlers.requests.model import Request
from handlers.requests.reading import request_of
from handlers.view import View

LAST_RETRY = 3  # of an event: https://docs.slack.dev/apis/events-api (retries)
AGAIN = BoltResponse(status=500)  # Slack delivers an event again, and nothing else
ENOUGH = BoltResponse(status=200)

Failed = Callable[..., Awaitable[BoltResponse | None]]


def failing(desk: Desk) -> Failed:
    """The error handler for Bolt, which passes arguments by their names. Emits listener_failed.

    What there is no listener for is no failure of ours, such as Slack's word that it withholds events
    (app_rate_limited): it is acknowledged, and told as request_unhandled.
    """

    async def failed(
        error: Exception, body: Body, request: AsyncBoltRequest, response: BoltResponse | None
    ) -> BoltResponse | None:
        if isinstance(error, BoltUnhandledRequestError):
            desk.emit("request_unhandled", kind=str(body.get("type")))
            return ENOUGH
        desk.emit("listener_failed", cause=type(error).__name__, at=_place(error))
        known = error if isinstance(error, CrossroadsError) else CrossroadsError()
        if body.get("type") == "event_callback":
            if _retries(request.headers) >= LAST_RETRY:
                await _tell(desk, body, known)
            return AGAIN
        if response is None:  # acknowledged: only the person is left to be told
            await _tell(desk, body, known)
            return None
        return await _answer(desk, body, known)

    return failed


async def _answer(desk: Desk, body: Body, error: CrossroadsError) -> BoltResponse:
    """What Slack shows at once; what a person wrote is not lost with it."""
    if "command" in body:
        view = notice(explain(error), written=str(body.get("text") or ""))
        return BoltResponse(status=200, body={"response_type": "ephemeral", **_content(view)})
    if body.get("type") == "view_submission":
        return BoltResponse(status=200, body=refused(Field.BRIEF, str(explain(error))))
    await _tell(desk, body, error)
    return BoltResponse(status=200)


async def _tell(desk: Desk, body: Body, error: CrossroadsError) -> None:
    request = _request(body)
    if request is not None:
        await desk.privately.answer(request, notice(explain(error), written=request.text))


def _request(body: Body) -> Request | None:
    """What was asked; None where that cannot be read, or nothing was."""
    try:
        return request_of(body)
    except CrossroadsError:
        return None


def _retries(headers: Mapping[str, Any]) -> int:
    (given,) = [*headers.get("x-slack-retry-num", []), "0"][:1]
    return int(given) if given.isdigit() else 0


def _content(view: View) -> dict[str, Any]:
    return {"text": view.text, "blocks": [dict(block) for block in view.blocks]}


def _place(error: Exception) -> str:
    """Where an error arose, without its words, which may quote what nobody should log."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}"
