"""Forget: whoever asked for a draft, or an administrator, has everything of its thread deleted."""

from __future__ import annotations

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import DraftForgotten, OutsideChannel
from core.store.records import Draft, DraftKey
from handlers.administrators import is_administrator
from handlers.blocks.buttons import Action, Entry
from handlers.blocks.forgetting import CALLBACK, NOT_YOURS, form, offer
from handlers.blocks.notice import notice
from handlers.blocks.reference import Reference
from handlers.desk import Body, Desk
from handlers.errors import explain
from handlers.menus import chosen_in_menu, on_entry
from handlers.opening import opened
from handlers.requests.model import Request
from handlers.requests.reading import asked_in
from handlers.subjects import check_inside, is_kept_out


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the menu's entry, to the form that asks again, and to the button that does the same."""

    async def from_menu(ack: AsyncAck, body: Body) -> None:
        await ack()
        await _ask(asked_in(body), desk)

    async def confirmed(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        await _confirmed(request, desk, await _named(request, desk))
        await ack()

    async def clicked(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        if not await is_kept_out(request, desk):
            await _forget(request, desk, await _named(request, desk))
        await ack()

    on_entry(app, Entry.FORGET, from_menu)
    app.view(CALLBACK)(confirmed)
    app.action(Action.FORGET)(clicked)


async def asked_in_words(request: Request, draft: Draft, desk: Desk) -> None:
    """Somebody said it in the thread of a draft: show what would go, and a button that does it."""
    if await _may(request, draft, desk):
        await desk.privately.answer(request, offer(draft.key.id))


async def _ask(request: Request, desk: Desk) -> None:
    try:
        reference = Reference.loads(chosen_in_menu(request.value))
        draft = (await desk.orders.find(request.workspace, reference.job)).draft
    except (DraftForgotten, ValueError):
        await desk.privately.answer(request, notice(explain(DraftForgotten())))
        return
    if not await is_kept_out(request, desk) and await _may(request, draft, desk):
        await opened(request, desk, form(draft.key.id))


async def _confirmed(request: Request, desk: Desk, draft: Draft | None) -> None:
    """Forget it for whoever is still where it was drafted."""
    try:
        if draft is not None:
            await check_inside(request, desk, draft.thread.channel)
    except OutsideChannel as left:
        await desk.privately.answer(request, notice(explain(left)))
    else:
        await _forget(request, desk, draft)


async def _named(request: Request, desk: Desk) -> Draft | None:
    return await desk.store.drafts.get(DraftKey(workspace=request.workspace, id=request.value))


async def _forget(request: Request, desk: Desk, draft: Draft | None) -> None:
    """Delete the rows now; what is left elsewhere goes soon, over any restart. Emits draft_forgotten."""
    if draft is not None and not await _may(request, draft, desk):
        return
    if draft is None or not await desk.store.forgettings.begin(draft.key, person=request.user):
        await desk.privately.answer(request, notice(explain(DraftForgotten())))
        return
    desk.emit("draft_forgotten", workspace=request.workspace)


async def _may(request: Request, draft: Draft, desk: Desk) -> bool:
    """Whether it is theirs to forget; if not, they are told so."""
    if request.user == draft.requester or await is_administrator(request.workspace, request.user, desk):
        return True
    await desk.privately.answer(request, notice(NOT_YOURS))
    return False
