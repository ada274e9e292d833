"""Says how a job ended that did not come to its own end: stopped, expired, failed, or done and not shown."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from core.errors import DraftForgotten
from core.jobs.model import Ending, Job, Outcome
from core.store.records import DraftState
from handlers.bench import Bench
from handlers.blocks.notice import unannounced
from handlers.orders import Ordered
from handlers.presenter import end_of, ended, forgotten
from handlers.privately import Privately
from handlers.requests.model import DIRECT
from handlers.standing import begin
from handlers.view import View

UNANNOUNCED = "unannounced"  # the queue's word for a job whose message could not be posted


Remake = Callable[[Ordered], Awaitable[View | None]]  # the message with what a job made; None for nothing


class Closer:
    """Keeps the queue's port Finished. `max_wait` is how long (seconds) a job may wait in line.

    `remake` draws up what a job has made and could not show any more.
    """

    def __init__(self, bench: Bench, *, privately: Privately, remake: Remake, max_wait: float) -> None:
        self._bench = bench
        self._remake = remake
        self._privately = privately
        self._max_wait = max_wait

    async def __call__(self, job: Job, ending: Ending, message: str | None) -> None:
        """End the message, unless the job had just ended it itself."""
        try:
            ordered = await self._bench.orders.find(job.workspace, job.id)
        except DraftForgotten:
            await say_forgotten(self._bench, job)
            return
        await self._end(job, ordered, ending, message)
        await self._bench.store.results.drop(ordered.draft.key, job=job.id)

    async def _end(self, job: Job, ordered: Ordered, ending: Ending, message: str | None) -> None:
        standing = await self._bench.lobby.leave(job.id)
        if message is None:
            await self._tell(ordered, ending)
            return
        kept = await self._bench.store.views.get(job.workspace, job.id)
        ts = (kept and kept.message) or message or None
        target = ordered.target(ts=ts, maybe_posted=ts is None)
        async with self._bench.writer.open(target) as live:
            if kept is not None and kept.body is not None:
                await live.finish(View.loads(kept.body))
                return
            made = await self._remake(ordered)
            if made is not None:  # it was stored, and only its message is missing
                await self._bench.store.drafts.update(ordered.draft.key, state=DraftState.DONE)
                await live.finish(made)
                return
            standing = standing or begin(job.id, task=ordered.order.task.task, files=len(ordered.order.files))
            elapsed = self._bench.clock.now() - ordered.since
            await self._mark(ordered, ending)
            await live.finish(ended(standing, end_of(ending, waited=self._max_wait), elapsed))

    async def _tell(self, ordered: Ordered, ending: Ending) -> None:
        """Tell the person alone why there is nothing where the bot was asked to write."""
        order = ordered.order
        await self._mark(ordered, Ending(outcome=Outcome.FAILED, reason=UNANNOUNCED))
        await self._privately.tell(
            unannounced(ending.refusal, order.written, direct=order.channel.startswith(DIRECT)),
            workspace=ordered.workspace,
            user=order.user,
            channel=order.channel,
            thread_ts=order.thread_ts,
            response_url=order.response_url,
        )

    async def _mark(self, ordered: Ordered, ending: Ending) -> None:
        if await self._bench.store.revisions.latest(ordered.draft.key) is not None:
            return  # an earlier job of this thread drafted it
        stopped = ending.outcome is Outcome.CANCELLED
        state = DraftState.STOPPED if stopped else DraftState.FAILED
        await self._bench.store.drafts.update(ordered.draft.key, state=state)


async def say_forgotten(bench: Bench, job: Job) -> None:
    """End the message of a job whose draft was forgotten while it waited.

    Where it stands was forgotten, too: only the process that holds it open knows.
    """
    message = bench.lobby.message(job.id)
    if message is not None:
        await message.farewell(forgotten(begin(job.id)))
    await bench.lobby.leave(job.id)
