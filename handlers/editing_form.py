"""Changing a draft by hand: the form opens, shows the part that is chosen, and orders the change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import DeliveryError, EditRefused, InputError, NothingDrafted, RevisionStale
from core.graph.editing import edited
from core.graph.edits import dumps
from core.graph.model import Graph
from core.store.records import Draft
from handlers.blocks.buttons import Action, Entry, edit
from handlers.blocks.edit_form import CALLBACK, PART, chooser, form, id_of
from handlers.blocks.edit_parts import Part, part_of, shown
from handlers.blocks.notice import notice
from handlers.blocks.reference import Reference
from handlers.blocks.text import cut, one_line, unbracketed
from handlers.desk import Body, Desk
from handlers.edits_given import Asked, NumberWrong, asked, changed, is_filled
from handlers.errors import Problem, explain
from handlers.menus import chosen_in_menu, on_entry
from handlers.opening import opened
from handlers.orders import order_for
from handlers.requests.model import Request
from handlers.requests.payloads import View
from handlers.requests.reading import asked_in
from handlers.slack_refusals import FAILURES, delivery_error
from handlers.subjects import Subject, clicked_in, submitted_in
from handlers.tasks import EditTask

_ERROR = 500  # characters of what stands under a field
_OFFER = Problem(what="Change a label, a number or a direction in a form.", next_step="No model is asked.")
_CHOOSE = "Choose what to change first."
_NOTHING = "Nothing is changed yet."

Answer = dict[str, Any]  # to a submission, as keyword arguments of its ack


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to whatever opens the form, to the choice in it, and to the form itself."""

    async def from_menu(ack: AsyncAck, body: Body) -> None:
        await ack()
        request = asked_in(body)
        await _open(request, desk, chosen_in_menu(request.value))

    async def from_button(ack: AsyncAck, body: Body) -> None:
        await ack()
        request = asked_in(body)
        await _open(request, desk, request.value)

    async def chosen(ack: AsyncAck, body: Body) -> None:
        await ack()
        await _show_part(asked_in(body), desk, View.model_validate(body["view"]))

    async def sent(ack: AsyncAck, body: Body) -> None:
        await ack(**await _taken(asked_in(body), desk))

    on_entry(app, Entry.EDIT, from_menu)
    app.action(Action.EDIT)(from_button)
    app.action(PART)(chosen)
    app.view(CALLBACK)(sent)


async def offer_edit(request: Request, desk: Desk, draft: Draft) -> None:
    """Answer the word `edit` with a button: only a click lets the form open."""
    newest = await desk.store.revisions.latest(draft.key)
    if newest is None:
        await desk.privately.answer(request, notice(explain(NothingDrafted())))
        return
    about = Reference(job=newest.job, revision=newest.number)
    await desk.privately.answer(request, notice(_OFFER, buttons=(edit(about),)))


async def _open(request: Request, desk: Desk, carried: str) -> None:
    subject = await clicked_in(request, desk, carried)
    if subject is None:
        return
    if subject.is_stale:
        stale = RevisionStale(subject.reference.revision, newest=subject.newest.number)
        await desk.privately.answer(request, notice(explain(stale)))
        return
    await opened(request, desk, chooser(subject.newest.graph, subject.reference))


async def _show_part(request: Request, desk: Desk, view: View) -> None:
    """Show the fields of the part that was chosen, as it is in the newest revision."""
    try:
        subject = await submitted_in(replace(request, value=view.private_metadata), desk)
        part = part_of(subject.newest.graph, request.value)
        shows = form(subject.newest.graph, part, subject.now) if part else _gone(subject)
        slack = await desk.clients(request.workspace)
        await slack.views_update(view_id=view.id, hash=view.hash, view=shows)
    except InputError as error:
        await desk.privately.answer(request, notice(explain(error)))
    except (DeliveryError, *FAILURES) as failure:
        cause = failure if isinstance(failure, DeliveryError) else delivery_error(failure)
        desk.emit("form_not_opened", workspace=request.workspace, cause=cause.code)


async def _taken(request: Request, desk: Desk) -> Answer:
    """Order the change; or say at a field what is wrong, or show the form as it has to be now."""
    if await desk.jobs.over(request.source_id) is not None:
        return {}  # sent before
    try:
        subject = await submitted_in(request, desk)
        return await _judged(request, desk, subject)
    except InputError as error:
        return _refused(PART, str(explain(error)))


async def _judged(request: Request, desk: Desk, subject: Subject) -> Answer:
    key = next(iter(request.given.get(PART, ())), "")
    before, part = part_of(await _as_shown(desk, subject), key), part_of(subject.newest.graph, key)
    if before is None or part is None:
        return _updated(_gone(subject)) if key else _refused(PART, _CHOOSE)
    revision = subject.reference.revision
    if not is_filled(request.given, before, revision):
        return _updated(form(subject.newest.graph, part, subject.now))
    changes = changed(request.given, before, revision)
    if subject.is_stale:
        return _updated(
            form(subject.newest.graph, part, subject.now, values=changes, note=_meanwhile(subject))
        )
    try:
        return await _ordered(request, desk, subject, part, asked(part, changes))
    except NumberWrong as wrong:
        return _refused(id_of(wrong.input, part, revision), wrong.why)


async def _ordered(
    request: Request, desk: Desk, subject: Subject, part: Part, wanted: Sequence[Asked]
) -> Answer:
    """Order the edits, if they can be made."""
    revision, first = subject.reference.revision, next(iter(shown(part)))
    if not wanted:
        return _refused(id_of(first, part, revision), _NOTHING)
    edits = [each.edit for each in wanted]
    try:
        edited(subject.newest.graph, edits)
    except EditRefused as error:
        at = first if error.index is None else wanted[error.index].input
        return _refused(id_of(at, part, revision), error.why)
    place = subject.ordered
    task = EditTask(edits=dumps(edits))
    order = order_for(request, task, channel=place.order.channel, thread_ts=place.thread_ts)
    await desk.place(request.source_id, request.workspace, order)
    return {}


async def _as_shown(desk: Desk, subject: Subject) -> Graph:
    """The graph that the form was filled in from."""
    if not subject.is_stale:
        return subject.newest.graph
    key = subject.ordered.draft.key
    revision = await desk.store.revisions.get(key, subject.reference.revision)
    return revision.graph if revision else subject.newest.graph


def _gone(subject: Subject) -> Answer:
    note = f"Revision {subject.newest.number} does not have this part any more. Choose another one."
    return chooser(subject.newest.graph, subject.now, note=note)


def _meanwhile(subject: Subject) -> str:
    came = f"Revision {subject.newest.number} came meanwhile, and nothing was changed yet."
    return f"{came} What you filled in is kept: look it over and send it again."


def _updated(view: Mapping[str, Any]) -> Answer:
    return {"response_action": "update", "view": dict(view)}


def _refused(input_: str, sentence: str) -> Answer:
    said = unbracketed(cut(one_line(sentence), _ERROR, len))
    return {"response_action": "errors", "errors": {input_: said}}
