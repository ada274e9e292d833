"""Does a job: finds its order and its message, has the work done, and says what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing

from core.errors import CrossroadsError, DraftForgotten, ModelError
from core.jobs.model import Job
from core.store.records import DraftState
from handlers.blocks.buttons import without_model
from handlers.ending import say_forgotten
from handlers.orders import Ordered
from handlers.presenter import ended, failure, forgotten
from handlers.progress import Progress
from handlers.standing import Standing, begin, taken_up
from handlers.view import View
from handlers.work.clarifying import ask
from handlers.work.comparing import compare
from handlers.work.drafting import draft_brief
from handlers.work.editing import edit, undo
from handlers.work.explaining import explain_why
from handlers.work.exporting import export
from handlers.work.hands import Hands, Work, Working
from handlers.work.reviewing import review
from handlers.work.revising import refine
from handlers.work.suggesting import suggest_options
from handlers.writer import Message

WORK: Mapping[str, Work] = {
    "draft": draft_brief,
    "refine": refine,
    "edit": edit,
    "undo": undo,
    "compare": compare,
    "why": explain_why,
    "options": suggest_options,
    "critique": review,
    "clarify": ask,
    "export": export,
}
"""By the task of an order."""


class Runner:
    """Keeps the queue's port Run."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._bench = hands.bench

    async def __call__(self, job: Job, message: str) -> None:
        """Do what was ordered, and end the message with it, or with what went wrong."""
        try:
            ordered = await self._bench.orders.begin(job.workspace, job.id)
        except DraftForgotten:
            await say_forgotten(self._bench, job)
            return
        kept = await self._bench.store.views.get(job.workspace, job.id)
        ts = (kept and kept.message) or message or None
        target = ordered.target(ts=ts, maybe_posted=ts is None)
        async with self._bench.writer.open(target) as live:
            begun = begin(job.id, task=ordered.order.task.task, files=len(ordered.order.files))
            standing = taken_up(await self._bench.lobby.leave(job.id), begun)
            try:
                if kept is not None and kept.body is not None:  # a former attempt came to its end
                    await live.finish(View.loads(kept.body))
                else:
                    await self._work(job, ordered, live, standing)
            except DraftForgotten:
                await live.farewell(forgotten(standing))
        await self._hands.steps(ordered).drop()

    async def _work(self, job: Job, ordered: Ordered, live: Message, standing: Standing) -> None:
        bench = self._bench
        progress = Progress(live, standing, clock=bench.clock, since=ordered.since, emit=bench.emit)
        working = Working(ordered=ordered, live=live, progress=progress)
        with bench.lobby.running(job), closing(progress):
            try:
                await WORK[ordered.order.task.task](working, self._hands)
            except CrossroadsError as error:
                await self._fail(working, error)

    async def _fail(self, working: Working, error: CrossroadsError) -> None:
        ordered, standing = working.ordered, working.progress.standing
        declined = isinstance(error, ModelError) and standing.words.needs_model
        offers = (without_model(ordered.job),) if declined else ()
        view = ended(standing, failure(error), working.progress.elapsed, offers=offers)
        if await self._bench.store.revisions.latest(ordered.draft.key) is None:
            await self._bench.store.drafts.update(ordered.draft.key, state=DraftState.FAILED)
        await working.live.finish(view)
