"""What a button or a form is about: the draft that its reference leads to, as it stands now."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import DeliveryError, DraftForgotten, InputError, NothingDrafted, OutsideChannel
from core.store.records import Revision
from handlers.access import KEPT
from handlers.blocks.notice import notice
from handlers.blocks.reference import Reference
from handlers.desk import Desk
from handlers.errors import explain
from handlers.orders import Ordered
from handlers.requests.model import DIRECT, Request
from handlers.slack_refusals import FAILURES, delivery_error, in_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """`ordered` is the job that the reference names; `newest` the newest revision of its draft."""

    reference: Reference
    ordered: Ordered
    newest: Revision

    @property
    def is_stale(self) -> bool:
        """Whether a newer revision came since the button or the form was shown."""
        return self.newest.number != self.reference.revision

    @property
    def now(self) -> Reference:
        """The same draft at its newest revision."""
        return Reference(job=self.reference.job, revision=self.newest.number)


async def find(desk: Desk, workspace: str, carried: str) -> Subject:
    """The subject of what a button or a form carries. Raises DraftForgotten and NothingDrafted."""
    try:
        reference = Reference.loads(carried)
    except ValueError:  # of an earlier version
        raise DraftForgotten from None
    ordered = await desk.orders.find(workspace, reference.job)
    newest = await desk.store.revisions.latest(ordered.draft.key)
    if newest is None:
        raise NothingDrafted
    return Subject(reference=reference, ordered=ordered, newest=newest)


async def clicked_in(request: Request, desk: Desk, carried: str) -> Subject | None:
    """The subject of a button in the channel where it was clicked; whoever clicked is told where none is."""
    try:
        subject = await find(desk, request.workspace, carried)
        if subject.ordered.order.channel != request.channel:
            raise DraftForgotten
    except InputError as error:
        await desk.privately.answer(request, notice(explain(error)))
        return None
    return None if await is_kept_out(request, desk) else subject


async def submitted_in(request: Request, desk: Desk) -> Subject:
    """The subject of a form that was sent. Raises DraftForgotten, NothingDrafted and OutsideChannel."""
    subject = await find(desk, request.workspace, request.value)
    await check_inside(request, desk, subject.ordered.order.channel)
    return subject


async def check_inside(request: Request, desk: Desk, channel: str) -> None:
    """Raise OutsideChannel for somebody who left a channel since the form about it opened."""
    if await _is_outside(request, desk, channel, kept=0.0):
        raise OutsideChannel


async def is_kept_out(request: Request, desk: Desk) -> bool:
    """Whether somebody clicked who is not in the channel; if so, they are told to join it."""
    if not await _is_outside(request, desk, request.channel, kept=KEPT):
        return False
    await desk.privately.answer(request, notice(explain(OutsideChannel())))
    return True


async def _is_outside(request: Request, desk: Desk, channel: str, *, kept: float) -> bool:
    """Whether somebody only looks into a public channel, or does not even do that.

    Where Slack does not say who is in it, or not soon, nobody is kept out: it shows a message, with its
    buttons, to those alone who may read it. Emits members_unknown then.
    """
    if channel.startswith(DIRECT):
        return False
    try:
        slack = await desk.clients(request.workspace)
        now = desk.clock.monotonic()
        async with in_time():
            return not await desk.members.has(
                request.user, workspace=request.workspace, channel=channel, slack=slack, now=now, kept=kept
            )
    except (DeliveryError, *FAILURES) as failure:
        error = failure if isinstance(failure, DeliveryError) else delivery_error(failure)
        desk.emit("members_unknown", workspace=request.workspace, cause=error.code)
        return False
