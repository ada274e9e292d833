"""Work that was ordered: stored with its text before anything else happens, found again by its job."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field, TypeAdapter

from core import turns
from core.errors import DraftForgotten
from core.jobs.model import Job
from core.pipeline.brief import checked
from core.store.records import Draft, KeptRequest, Thread, Tier
from core.store.store import Store
from handlers.requests.model import Request, SlackFile
from handlers.target import Target
from handlers.tasks import DraftTask, RefineTask, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to do, for whom, and where.

    `thread_ts` is None where a message with the brief has to begin the thread. `response_url` is a way to
    tell `user` something where the bot may not write. `without_model` asks for the built-in drafter. `said`
    is when it was said in the thread of a draft (Unix seconds of Slack's clock); None for all else.
    """

    task: Annotated[Task, Field(discriminator="task")]
    user: str
    channel: str
    thread_ts: str | None = None
    files: tuple[SlackFile, ...] = ()
    response_url: str = ""
    without_model: bool = False
    said: float | None = None

    @property
    def written(self) -> str:
        """What the person wrote: the brief, or what to change; "" for a click."""
        match self.task:
            case DraftTask(brief=text) | RefineTask(instruction=text):
                return text
            case _:
                return ""


_ORDER: TypeAdapter[Order] = TypeAdapter(Order)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """A job's order with its draft. `since` is when it was ordered (Unix seconds)."""

    job: str
    order: Order
    draft: Draft
    since: float

    @property
    def workspace(self) -> str:
        """Where it was ordered."""
        return self.draft.key.workspace

    @property
    def thread_ts(self) -> str | None:
        """The thread to answer in; None until its first message is posted."""
        return self.order.thread_ts or self.draft.thread.ts

    def target(self, *, ts: str | None = None, maybe_posted: bool = False) -> Target:
        """The live message of the job."""
        return Target(
            workspace=self.workspace,
            channel=self.order.channel,
            draft=self.draft.key.id,
            job=self.job,
            thread_ts=self.thread_ts,
            ts=ts,
            maybe_posted=maybe_posted,
            since=self.since,
        )


def order_of(
    request: Request, *, channel: str = "", thread_ts: str | None = None, may_ask: bool = True
) -> Order:
    """The order of a draft in a request, in its own place unless another is given.

    `may_ask` allows questions about a thin brief. Raises BriefTooShort, BriefTooLong, TooManyFiles.
    """
    brief = checked(request.brief, files=len(request.files))
    task = DraftTask(brief=brief, may_ask=may_ask)
    return order_for(request, task, channel=channel, thread_ts=thread_ts)


def order_for(request: Request, task: Task, *, channel: str = "", thread_ts: str | None = None) -> Order:
    """The order of any task for whoever makes a request, in its own place unless another is given."""
    return Order(
        task=task,
        user=request.user,
        channel=channel or request.channel,
        thread_ts=thread_ts,
        files=request.files,
        response_url=request.response_url,
        said=None if isinstance(task, DraftTask) else request.said,
    )


def again(earlier: Ordered, *, user: str, without_model: bool = False) -> Order:
    """The same order once more, in the thread that it has by now; a draft comes without questions then."""
    task = earlier.order.task
    return replace(
        earlier.order,
        task=replace(task, may_ask=False) if isinstance(task, DraftTask) else task,
        user=user,
        thread_ts=earlier.thread_ts,
        without_model=without_model or earlier.order.without_model,
        said=None,
    )


class Orders:
    """Keeps orders, and finds them again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def keep(self, id_: str, workspace: str, order: Order, *, anew: bool = False) -> Job:
        """Store an order, and return its job, to be queued; a redelivery changes nothing.

        `id_` is made from the order's source, and is the job's. `anew` is for one that is ordered once more:
        a draft that came to nothing is waited for again.
        """
        thread = Thread(workspace=workspace, channel=order.channel, ts=order.thread_ts)
        body = _ORDER.dump_json(order).decode()
        with turns.ahead():
            kept = await self._store.requests.open(
                thread,
                job=id_,
                kind=order.task.task,
                body=body,
                author=order.user,
                said=order.said,
                anew=anew,
            )
        premium = kept.tier is Tier.PREMIUM
        return Job(id=id_, workspace=workspace, thread=kept.draft.key.id, premium=premium)

    async def find(self, workspace: str, job: str) -> Ordered:
        """The order of a job. Raises DraftForgotten when it is gone."""
        return _ordered(job, await self._store.requests.find(workspace, job))

    async def begin(self, workspace: str, job: str) -> Ordered:
        """The order of a job, from now on this job's alone. Raises DraftForgotten when it is gone."""
        return _ordered(job, await self._store.requests.begin(workspace, job))


def _ordered(job: str, found: tuple[KeptRequest, Draft] | None) -> Ordered:
    if found is None:
        raise DraftForgotten
    request, draft = found
    order = _ORDER.validate_json(request.body)
    return Ordered(job=job, order=order, draft=draft, since=request.created)
