"""The hooks of a queue, for tests: jobs that do what they are told, and a record of what happened."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable

from core.errors import PlaceClosed
from core.jobs.model import Ending, Job

PATIENCE = 120.0  # seconds until a test gives up on something that should happen

Plan = Callable[[Job], Awaitable[object]]


class Work:
    """Runs a job by its plan, or at once where it has none. `seen` holds (what, job id) in order."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []
        self.messages: dict[str, str | None] = {}
        self.endings: list[tuple[str, Ending]] = []
        self.plans: dict[str, Plan] = {}
        self.unpostable: set[str] = set()
        self.hiccups: dict[tuple[str, str], int] = {}  # how often a hook fails for a job before it works
        self.running = 0
        self.most_running = 0
        self._changed = asyncio.Condition()

    async def run(self, job: Job, message: str) -> None:
        self.messages[job.id] = message
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        await self._saw("start", job)
        try:
            if job.id in self.plans:
                await self.plans[job.id](job)
            await self._saw("end", job)
        except asyncio.CancelledError:
            await self._saw("cut off", job)
            raise
        finally:
            self.running -= 1

    async def announce(self, job: Job, *, again: bool) -> str:
        await self._saw("announce again" if again else "announce", job)
        self._hiccup("announce", job)
        if job.id in self.unpostable:
            raise PlaceClosed("is_archived")
        return f"ts of {job.id}"

    async def finished(self, job: Job, ending: Ending, message: str | None) -> None:
        self._hiccup("finished", job)
        self.messages[job.id] = message
        self.endings.append((job.id, ending))
        await self._saw(ending.outcome.value, job)

    async def until(self, what: str, *jobs: Job) -> None:
        """Wait until this was seen of every one of these jobs."""
        wanted = {(what, job.id) for job in jobs}
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(lambda: wanted <= set(self.seen))

    def count(self, what: str, *jobs: Job) -> int:
        ids = {job.id for job in jobs}
        return sum(kind == what and id_ in ids for kind, id_ in self.seen)

    def order(self, what: str, *jobs: Job) -> list[str]:
        ids = {job.id for job in jobs}
        return [id_ for kind, id_ in self.seen if kind == what and id_ in ids]

    def _hiccup(self, hook: str, job: Job) -> None:
        if left := self.hiccups.get((hook, job.id), 0):
            self.hiccups[hook, job.id] = left - 1
            raise ConnectionError("a-marker of something that nobody may keep")

    async def _saw(self, what: str, job: Job) -> None:
        async with self._changed:
            self.seen.append((what, job.id))
            self._changed.notify_all()


async def eventually(check: Callable[[], Awaitable[bool]]) -> None:
    """Wait until something that cannot be waited for has come true."""
    async with asyncio.timeout(PATIENCE):
        while not await check():  # noqa: ASYNC110  what is looked at is in a database
            await asyncio.sleep(0.02)


def job(workspace: str = "", thread: str = "", *, premium: bool = False) -> Job:
    """A job of its own, in a workspace and thread of its own unless told otherwise."""
    name = secrets.token_hex(4)
    return Job(
        id=f"job-{name}",
        workspace=workspace or f"W{name}",
        thread=thread or f"thread-{name}",
        premium=premium,
    )
