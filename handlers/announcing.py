"""The first sign of a job: its message in the right thread, and before it the brief where that began none."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import replace

from core.jobs.model import Job
from handlers.bench import Bench
from handlers.blocks.root import root
from handlers.orders import Ordered
from handlers.presenter import present
from handlers.standing import begin

ROOT = ":root"  # the message with the brief, among the messages of a job


class Announcer:
    """Keeps the queue's port Announce. `alone` tells that no other process runs what is announced here."""

    def __init__(self, bench: Bench, *, alone: bool = True) -> None:
        self._bench = bench
        self._alone = alone

    async def __call__(self, job: Job, *, again: bool) -> str:
        """Post the message, or find it, and return its ts.

        Raises PlaceClosed or ViewRefused where Slack does not let us.

        After a message that begins the thread, the next in this channel has to wait for a second: then the
        ts is "", and the work may begin. Whoever opens the message has it, and it is found after a crash. In
        another process it would neither be had nor found, and posted twice: there the work waits.
        """
        ordered = await self._bench.orders.find(job.workspace, job.id)
        known = await self._bench.store.views.get(job.workspace, job.id)
        if known is not None and known.message is not None:
            return known.message
        begins = ordered.thread_ts is None
        if begins:
            ordered = await self._with_thread(ordered, again=again)
        standing = begin(job.id, task=ordered.order.task.task, files=len(ordered.order.files))
        async with AsyncExitStack() as stack:
            target = ordered.target(maybe_posted=again)
            message = await stack.enter_async_context(self._bench.writer.open(target))
            message.show(present(standing, self._bench.clock.now() - ordered.since))
            placed = message.target if begins and self._alone else await message.placed()
            self._bench.lobby.enter(job, message, stack.pop_all(), standing=standing, since=ordered.since)
        return placed.ts or ""

    async def _with_thread(self, ordered: Ordered, *, again: bool) -> Ordered:
        """The order in the thread that its brief begins."""
        target = replace(ordered.target(maybe_posted=again), job=ordered.job + ROOT)
        async with self._bench.writer.open(target) as message:
            message.show(root(ordered.order.written, user=ordered.order.user))
            ts = (await message.placed()).ts
        assert ts is not None  # noqa: S101  it is placed
        return replace(ordered, draft=await self._bench.store.drafts.begins(ordered.draft.key, thread=ts))
