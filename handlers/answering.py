"""Questions about a brief or a draft, answered: the buttons below them, and the form."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import DraftForgotten, InputError
from core.llm.clarification import Answer, clarified
from core.pipeline.brief import checked
from handlers.blocks.asking import CALLBACK, answers_form, answers_in, answers_kept, input_of
from handlers.blocks.buttons import Action
from handlers.blocks.notice import notice
from handlers.blocks.reference import Reference
from handlers.desk import Body, Desk
from handlers.errors import Problem, explain
from handlers.offers import QUESTIONS, Questions, asking_of
from handlers.opening import opened
from handlers.orders import Order, Ordered
from handlers.requests.model import Request
from handlers.requests.reading import request_of
from handlers.tasks import DraftTask, RefineTask

TAKEN = (
    "answered:"  # begins the job that goes on after questions about a brief: there is one, whoever is first
)

_TAKEN = Problem(
    what="These questions are answered already, and the draft goes on from there.",
    next_step="Once it is there, reply in the thread with what it should also know.",
)
_TWICE = Problem(what="These answers were sent already.", next_step="The draft is revised with them once.")
_EMPTY = "Answer at least one of the questions."
_OR_DRAFT = " Or close this form, and choose Draft now."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Round:
    """One round of questions: the job that asked, and what it asked."""

    ordered: Ordered
    asked: Questions

    @property
    def task(self) -> DraftTask | None:
        """The draft that waits for the answers; None where there is a draft already."""
        task = self.ordered.order.task
        return task if isinstance(task, DraftTask) else None

    @property
    def next(self) -> str:
        """The job that goes on with the draft that waits."""
        return f"{TAKEN}{self.ordered.job}"


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the buttons and to the form."""

    async def opens(ack: AsyncAck, body: Body) -> None:
        await ack()
        await _open(_request(body), desk)

    async def drafts_now(ack: AsyncAck, body: Body) -> None:
        await _draft_now(_request(body), desk)
        await ack()

    async def answers(ack: AsyncAck, body: Body) -> None:
        wrong = await _answered(_request(body), desk)
        await (ack(response_action="errors", errors=dict(wrong)) if wrong else ack())

    app.action(Action.ANSWER.value)(opens)
    app.action(Action.DRAFT_NOW.value)(drafts_now)
    app.view(CALLBACK)(answers)


def _request(body: Body) -> Request:
    request = request_of(body)
    assert request is not None  # noqa: S101  a click or a form always asks for something
    return request


async def _open(request: Request, desk: Desk) -> None:
    asked = await _clicked_in(request, desk)
    if asked is None:
        return
    if asked.task is not None and await desk.store.requests.get(request.workspace, asked.next) is not None:
        await desk.privately.answer(request, notice(_TAKEN))
        return
    form = answers_form(asking_of(asked.asked, Reference.loads(request.value)))
    await opened(request, desk, form)


async def _draft_now(request: Request, desk: Desk) -> None:
    asked = await _clicked_in(request, desk)
    if asked is None or asked.task is None:
        return
    order = _order(asked, request, replace(asked.task, may_ask=False))
    if not await desk.place(asked.next, request.workspace, order):
        await desk.privately.answer(request, notice(_TAKEN))


async def _answered(request: Request, desk: Desk) -> Mapping[str, str]:
    """Take the answers on; return what is wrong with them, by input."""
    asked = await _round(request, desk)
    if asked is None:
        await desk.privately.answer(request, notice(explain(DraftForgotten())))
        return {}
    questions = asked.asked.questions
    answers = tuple(answer for answer in answers_in(questions, request.given) if answer.text)
    if not answers:
        return {input_of(questions, 0): _EMPTY + (_OR_DRAFT if asked.task else "")}
    try:
        job, order = _ordered(asked, request, answers)
    except InputError as error:
        return {input_of(questions, len(questions) - 1): str(explain(error))}
    if not await desk.place(job, request.workspace, order):
        there = replace(request, channel=order.channel, thread_ts=order.thread_ts)
        told = _TAKEN if asked.task else _TWICE
        await desk.privately.answer(there, notice(told, written=answers_kept(answers)))
    return {}


def _ordered(asked: _Round, request: Request, answers: tuple[Answer, ...]) -> tuple[str, Order]:
    """The job that the answers are for. Raises BriefTooLong where they make the brief so."""
    if asked.task is None:
        told = RefineTask(instruction="\n".join(answer.sentence for answer in answers))
        return request.source_id, _order(asked, request, told)
    task = replace(
        asked.task,
        answers=(*asked.task.answers, *answers),
        asked=(*asked.task.asked, *(question.text for question in asked.asked.questions)),
        round=asked.task.round + 1,
    )
    checked(clarified(task.brief, task.answers))
    return asked.next, _order(asked, request, task)


def _order(asked: _Round, request: Request, task: DraftTask | RefineTask) -> Order:
    """For whoever answered, in the same thread; a draft has the files of its brief."""
    earlier = asked.ordered
    return replace(
        earlier.order,
        task=task,
        user=request.user,
        thread_ts=earlier.thread_ts,
        files=earlier.order.files if isinstance(task, DraftTask) else (),
        response_url=request.response_url,
    )


async def _clicked_in(request: Request, desk: Desk) -> _Round | None:
    """The questions above a button, in the channel where it was clicked; the person is told of none."""
    asked = await _round(request, desk)
    if asked is None or asked.ordered.order.channel != request.channel:
        await desk.privately.answer(request, notice(explain(DraftForgotten())))
        return None
    return asked


async def _round(request: Request, desk: Desk) -> _Round | None:
    """The questions that a button or the form is about; None where they were forgotten."""
    with suppress(DraftForgotten, ValueError):
        ordered = await desk.orders.find(request.workspace, Reference.loads(request.value).job)
        asked = await QUESTIONS.find(desk.store, ordered)
        return _Round(ordered=ordered, asked=asked) if asked is not None else None
    return None
