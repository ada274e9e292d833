"""What the real queue tells of its jobs is one line each."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.canonical import Canonical
from bot.logs import JOB
from core.clock import SystemClock
from core.jobs.model import Ending, Job, Limits
from core.jobs.queue import Queue
from core.telemetry import Scalar
from tests.fakes.facts import Facts


class Work:
    """Three kinds of jobs: one ends well, one fails, one waits to be stopped."""

    def __init__(self, canonical: Canonical) -> None:
        self.canonical = canonical
        self.waits = asyncio.Event()

    async def run(self, job: Job, message: str) -> None:
        with self.canonical.job(job.id):
            self.edit(kind="stage")
            if job.id == "fails":
                raise KeyError(message)
            if job.id == "stops":
                self.waits.set()
                await asyncio.Event().wait()

    async def announce(self, job: Job, *, again: bool) -> str:
        with self.canonical.job(job.id):
            self.edit(kind="stage", again=again)
        return f"ts-{job.id}"

    async def finished(self, job: Job, ending: Ending, message: str | None) -> None:
        with self.canonical.job(job.id):
            self.edit(kind=ending.outcome.value, at=message)

    def edit(self, **facts: Scalar) -> None:
        self.canonical("edit", outcome="sent", workspace="T1", **facts)


class Log(Facts):
    """`full` is set once three jobs have a line."""

    def __init__(self) -> None:
        super().__init__()
        self.full = asyncio.Event()

    def __call__(self, event: str, /, **facts: Scalar) -> None:
        super().__call__(event, **facts)
        if self.count(JOB) == 3:
            self.full.set()


async def test_every_job_of_a_queue_has_one_line_with_its_end_and_its_edits(tmp_path: Path) -> None:
    log = Log()
    canonical = Canonical(log, clock=SystemClock())
    work = Work(canonical)
    async with Queue.open(
        f"sqlite:///{tmp_path}/jobs.db",
        run=work.run,
        announce=work.announce,
        finished=work.finished,
        limits=Limits(poll=0.02),
        emit=canonical,
    ) as queue:
        for job in ("ends", "fails", "stops"):
            await queue.submit(Job(id=job, workspace="T1", thread=f"C1/{job}"))
        await work.waits.wait()
        await queue.cancel("stops", "stopped_by_user")
        await log.full.wait()
    canonical.close()
    lines = {facts["job"]: facts for event, facts in log.seen if event == JOB}
    assert log.count(JOB) == 3
    assert {
        job: (line["outcome"], line.get("reason"), line["edits_sent"]) for job, line in lines.items()
    } == {
        "ends": ("done", None, 2),
        "fails": ("failed", "KeyError", 3),
        "stops": ("cancelled", "stopped_by_user", 3),
    }
    assert all(line["workspace"] == "T1" and line["attempt"] == 1 for line in lines.values())
