"""Clicks: stop a draft, try again, open the form."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import DraftForgotten
from handlers.blocks.buttons import Action
from handlers.blocks.modal import Along
from handlers.blocks.notice import notice
from handlers.desk import Body, Desk
from handlers.errors import explain
from handlers.forms import open_form
from handlers.orders import Ordered, again
from handlers.requests.model import Request
from handlers.requests.reading import asked_in
from handlers.stopping import stop_job
from handlers.subjects import is_kept_out

Act = Callable[[Request, Desk], Awaitable[None]]


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to every button that asks for something."""
    for action, act in _FIRST.items():
        app.action(action.value)(_listener(act, desk, ack_first=False))
    for action, act in _AFTER.items():
        app.action(action.value)(_listener(act, desk, ack_first=True))


def _listener(act: Act, desk: Desk, *, ack_first: bool) -> Callable[..., Awaitable[None]]:
    """What has to survive is stored before the click is acknowledged; anything else is done after."""

    async def clicked(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        if ack_first:
            await ack()
            await act(request, desk)
        else:
            await act(request, desk)
            await ack()

    return clicked


async def _stop(request: Request, desk: Desk) -> None:
    ordered = await _ordered(request, desk)
    if ordered is None:
        return
    try:
        await stop_job(request, ordered.job, desk)
    except DraftForgotten as forgotten:
        await desk.privately.answer(request, notice(explain(forgotten)))


async def _try_again(request: Request, desk: Desk) -> None:
    await _again(request, desk, without_model=False)


async def _without_model(request: Request, desk: Desk) -> None:
    await _again(request, desk, without_model=True)


async def _again(request: Request, desk: Desk, *, without_model: bool) -> None:
    """Order it once more; two clicks in one message are one draft. From now on replies wait for it."""
    ordered = await _ordered(request, desk)
    if ordered is not None:
        job = f"{request.action}:{request.workspace}:{request.channel}:{request.message_ts}"
        order = again(ordered, user=request.user, without_model=without_model)
        await desk.place(job, ordered.workspace, order, anew=True)


async def _ordered(request: Request, desk: Desk) -> Ordered | None:
    """The order behind a button; None when it was forgotten, of another channel, or not theirs to touch."""
    with suppress(DraftForgotten):
        ordered = await desk.orders.find(request.workspace, request.value)
        if ordered.order.channel == request.channel:
            return None if await is_kept_out(request, desk) else ordered
    await desk.privately.answer(request, notice(explain(DraftForgotten())))
    return None


async def _open_form(request: Request, desk: Desk) -> None:
    await open_form(request, desk, brief=request.value)


async def _draft_files(request: Request, desk: Desk) -> None:
    along = Along.loads(request.value)
    await open_form(request, desk, brief=along.brief, along=replace(along, brief=""))


_FIRST = {Action.STOP: _stop, Action.TRY_AGAIN: _try_again, Action.WITHOUT_MODEL: _without_model}
_AFTER = {Action.OPEN_FORM: _open_form, Action.DRAFT_FILES: _draft_files}
