"""What listeners need to act: they verify, normalise, store, ack, and leave the work to the queue."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from slack_sdk.web.async_client import AsyncWebClient

from core.clock import Clock
from core.errors import BriefTooLong, BriefTooShort, DraftForgotten, InputError
from core.jobs.model import Job, Load, Submitted
from core.store.records import DraftKey
from core.store.store import Store
from core.telemetry import Emit
from handlers.access import Members
from handlers.along import along_with
from handlers.blocks.notice import notice, too_long, too_short
from handlers.errors import explain
from handlers.links import Links
from handlers.operation import Operation
from handlers.orders import Order, Orders
from handlers.privately import Privately
from handlers.requests.model import Request
from handlers.view import View

Body = Mapping[str, Any]
Clients = Callable[[str], Awaitable[AsyncWebClient]]  # by workspace; raises PlaceClosed when not installed


class Jobs(Protocol):
    """The queue, as listeners see it."""

    async def submit(self, job: Job) -> Submitted:
        """Store a job; one that is known already changes nothing."""

    async def cancel(self, job_id: str, reason: str) -> bool:
        """Stop a job; False when it has ended or never was."""

    async def ended(self, job_ids: Sequence[str]) -> bool:
        """Whether all of these jobs have ended, those that never were among them."""

    async def over(self, job_id: str) -> bool | None:
        """Whether a job has ended; None for one that never was, or is forgotten."""

    async def line(self, job_ids: Sequence[str]) -> tuple[str, ...]:
        """Those of the jobs of one thread that have not ended, in the order in which their turn comes."""

    async def load(self) -> Load:
        """How much there is to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where requests are taken in."""

    orders: Orders
    jobs: Jobs
    store: Store
    privately: Privately
    clients: Clients
    clock: Clock
    emit: Emit
    operation: Operation
    members: Members = field(default_factory=Members)
    links: Links = field(default_factory=Links)

    async def place(self, id_: str, workspace: str, order: Order, *, anew: bool = False) -> bool:
        """Store an order and queue its job; False for one that is known, and stays. Emits job_taken.

        `anew` is for one that is ordered once more.
        """
        try:
            job = await self.orders.keep(id_, workspace, order, anew=anew)
        except DraftForgotten:
            return False  # a redelivery, too: of what was forgotten meanwhile
        submitted = await self.jobs.submit(job)
        if submitted.new:
            self.emit("job_taken", job=id_, workspace=workspace)
        if order.said is not None:
            await self._sort(DraftKey(workspace=workspace, id=job.thread))
        return submitted.new

    async def _sort(self, draft: DraftKey) -> None:
        """Have what was said in a thread, and waits there, done in the order in which it was said.

        Slack delivers side by side: what was said first may come last. Only jobs that are queued are dealt
        to, so that nothing is left with one that never runs.
        """
        said = await self.store.requests.said(draft)
        if len(said) > 1:
            await self.store.requests.deal(draft, await self.jobs.line(said))


def refusal(error: InputError, request: Request) -> View:
    """What the person is told whose request cannot be used, with what they wrote."""
    match error:
        case BriefTooShort():
            return too_short(error, request.text, along_with(request) if request.message_ts else None)
        case BriefTooLong():
            return too_long(error, request.text)
        case _:
            return notice(explain(error), written=request.text)
