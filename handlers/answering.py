"""Questions about a brief or a draft, answered: the buttons below them, and the form."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import DraftForgotten, InputError
from core.llm.clarification import Answer, clarified
from core.pipeline.brief import checked
from core.store.records import Draft, DraftKey, DraftState
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
from handlers.requests.reading import asked_in
from handlers.subjects import check_inside, is_kept_out
from handlers.tasks import DraftTask, RefineTask

TAKEN = "answered:"  # begins the job that goes on after a click below questions about a brief
GOES_ON = "goes_on"  # the text that names the job that goes on: there is one, whoever is first
QUEUING = 60.0  # seconds until that job, in no queue, is not on its way there any more

_TAKEN = Problem(
    what="These questions are answered already, and the draft goes on from there.",
    next_step="Once it is there, reply in the thread with what it should also know.",
)
_TWICE = Problem(what="These answers were sent already.", next_step="The draft is revised with them once.")
_DRAFT_NOW = "draft now"
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
        """The job that goes on with the draft that waits, after a click."""
        return f"{TAKEN}{self.ordered.job}"

    @property
    def key(self) -> DraftKey:
        """The draft that was asked about."""
        return self.ordered.draft.key


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the buttons and to the form."""

    async def opens(ack: AsyncAck, body: Body) -> None:
        await ack()
        await _open(asked_in(body), desk)

    async def drafts_now(ack: AsyncAck, body: Body) -> None:
        await _draft_now(asked_in(body), desk)
        await ack()

    async def answers(ack: AsyncAck, body: Body) -> None:
        wrong = await _answered(asked_in(body), desk)
        await (ack(response_action="errors", errors=dict(wrong)) if wrong else ack())

    app.action(Action.ANSWER.value)(opens)
    app.action(Action.DRAFT_NOW.value)(drafts_now)
    app.view(CALLBACK)(answers)


async def _open(request: Request, desk: Desk) -> None:
    asked = await _clicked_in(request, desk)
    if asked is None:
        return
    if asked.task is not None and not await _is_open(asked, desk):
        await desk.privately.answer(request, notice(_TAKEN))
        return
    form = answers_form(asking_of(asked.asked, Reference.loads(request.value)))
    await opened(request, desk, form)


async def _draft_now(request: Request, desk: Desk) -> None:
    asked = await _clicked_in(request, desk)
    if asked is None or asked.task is None:
        return
    order = _order(asked, request, replace(asked.task, may_ask=False))
    if not await _goes_on(asked, asked.next, order, desk):
        await desk.privately.answer(request, notice(_TAKEN))


async def answered_in_words(request: Request, draft: Draft, desk: Desk) -> bool:
    """Take a reply as the answer to the questions that a draft waits with; False where it waits with none.

    Raises BriefTooLong and TooManyFiles where brief and replies have too much of either.
    """
    if draft.state is not DraftState.ASKING:
        return False
    *_, newest = await desk.store.texts.of(draft.key, QUESTIONS.kind)
    asked = await _round_of(request.workspace, newest.job, desk)
    if asked is None or asked.task is None:
        return False
    now = request.text.casefold().strip(" .!") == _DRAFT_NOW
    brief = asked.task.brief if now else f"{asked.task.brief}\n\n{request.text}".strip()
    task = replace(_after(asked), brief=brief, may_ask=not now)
    order = _order(asked, request, task)
    order = replace(order, files=(*order.files, *request.files))
    checked(clarified(task.brief, task.answers), files=len(order.files))
    if not await _is_first(asked, request.source_id, request.user, desk):
        return False
    await desk.place(request.source_id, request.workspace, order)
    return True


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
        await check_inside(request, desk, asked.ordered.order.channel)
        job, order = _ordered(asked, request, answers)
    except InputError as error:
        return {input_of(questions, len(questions) - 1): str(explain(error))}
    placed = _goes_on(asked, job, order, desk) if asked.task else desk.place(job, request.workspace, order)
    if not await placed:
        there = replace(request, channel=order.channel, thread_ts=order.thread_ts)
        told = _TAKEN if asked.task else _TWICE
        await desk.privately.answer(there, notice(told, written=answers_kept(answers)))
    return {}


def _ordered(asked: _Round, request: Request, answers: tuple[Answer, ...]) -> tuple[str, Order]:
    """The job that the answers are for. Raises BriefTooLong where they make the brief so."""
    if asked.task is None:
        told = RefineTask(instruction="\n".join(answer.sentence for answer in answers))
        return request.source_id, _order(asked, request, told)
    task = _after(asked, answers)
    checked(clarified(task.brief, task.answers))
    return asked.next, _order(asked, request, task)


def _after(asked: _Round, answers: tuple[Answer, ...] = ()) -> DraftTask:
    """The draft that waits, after this round."""
    task = asked.task
    assert task is not None  # noqa: S101  it was looked for
    return replace(
        task,
        answers=(*task.answers, *answers),
        asked=(*task.asked, *(question.text for question in asked.asked.questions)),
        round=task.round + 1,
    )


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
        said=None,
    )


async def _clicked_in(request: Request, desk: Desk) -> _Round | None:
    """The questions above a button, in the channel where it was clicked; whoever clicked is told of none."""
    asked = await _round(request, desk)
    if asked is None or asked.ordered.order.channel != request.channel:
        await desk.privately.answer(request, notice(explain(DraftForgotten())))
        return None
    return None if await is_kept_out(request, desk) else asked


async def _round(request: Request, desk: Desk) -> _Round | None:
    """The questions that a button or the form is about; None where they were forgotten."""
    with suppress(ValueError):  # of an earlier version
        return await _round_of(request.workspace, Reference.loads(request.value).job, desk)
    return None


async def _round_of(workspace: str, job: str, desk: Desk) -> _Round | None:
    with suppress(DraftForgotten):
        ordered = await desk.orders.find(workspace, job)
        asked = await QUESTIONS.find(desk.store, ordered)
        return _Round(ordered=ordered, asked=asked) if asked is not None else None
    return None


async def _is_open(asked: _Round, desk: Desk) -> bool:
    """Whether a draft still waits for the answers to these questions."""
    claims = [text for text in await desk.store.texts.of(asked.key, GOES_ON) if text.job == asked.ordered.job]
    taken = [claim for claim in claims if await desk.jobs.over(claim.body) is not None]
    return not taken and await _waits(asked, desk)


async def _waits(asked: _Round, desk: Desk) -> bool:
    *_, newest = await desk.store.texts.of(asked.key, QUESTIONS.kind)
    return asked.ordered.draft.state is DraftState.ASKING and newest.job == asked.ordered.job


async def _goes_on(asked: _Round, job: str, order: Order, desk: Desk) -> bool:
    """Order the draft that waits; False where it goes on already."""
    if not (await _waits(asked, desk) and await _is_first(asked, job, order.user, desk)):
        return False
    return await desk.place(job, asked.key.workspace, order)


async def _is_first(asked: _Round, job: str, user: str, desk: Desk) -> bool:
    """Whether this is the job that goes on with the draft that waits: the first that was to, and for good.

    Only one that never came into a queue makes room for another. Raises DraftForgotten.
    """
    texts, about = desk.store.texts, asked.ordered.job
    claim = await texts.add(asked.key, kind=GOES_ON, body=job, author=user, job=about)
    if claim.body == job:
        return True
    if await desk.jobs.over(claim.body) is not None or desk.clock.now() - claim.created < QUEUING:
        return False
    return await texts.put(asked.key, kind=GOES_ON, body=job, author=user, job=about)
