"""A process with a queue that kills itself at a given point, for the tests of what survives that.

python -m tests.contract.dying <database url> <folder>

It submits the jobs named in <folder>/jobs (`a.1` and `a.2` are of one thread) and writes what happens to
<folder>/log, a line each. At a line that stands in <folder>/deaths it dies, once for each time it stands
there. It ends well when every job has ended.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from core.jobs import queue as queue_module
from core.jobs import rows
from core.jobs.checkpoints import checkpoint
from core.jobs.model import Ending, Job, Limits
from core.jobs.queue import Queue

LIMITS = Limits(poll=0.05, running=2, per_workspace=2, attempts=3)


class Diary:
    """What happened, safe on disk before anything else happens."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "log"
        self._deaths = folder / "deaths"

    def write(self, what: str, job: str) -> None:
        with self._log.open("a") as log:
            log.write(f"{what} {job}\n")
            log.flush()
            os.fsync(log.fileno())
        self._perhaps_die(f"{what} {job}")

    def lines(self) -> list[str]:
        return self._log.read_text().splitlines() if self._log.exists() else []

    def _perhaps_die(self, point: str) -> None:
        deaths = self._deaths.read_text().splitlines() if self._deaths.exists() else []
        if point in deaths:
            deaths.remove(point)
            self._deaths.write_text("\n".join(deaths))
            os.kill(os.getpid(), signal.SIGKILL)


class Hooks:
    """A job that calls a model once and shows what it said, unless its name says otherwise."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    async def run(self, job: Job, message: str) -> None:
        async def call() -> str:
            self._diary.write("call", job.id)
            return "id"

        self._diary.write("start", job.id)
        await checkpoint("model", call)
        self._diary.write("called", job.id)
        kind = job.thread.rstrip("0123456789")
        if kind == "long":
            await asyncio.sleep(1)
        elif kind == "forever":
            await asyncio.Event().wait()
        elif kind == "broken":
            raise ZeroDivisionError
        self._diary.write(f"shown-on-{message}", job.id)
        self._diary.write("end", job.id)

    async def announce(self, job: Job, *, again: bool) -> str:
        if not (again and f"post {job.id}" in self._diary.lines()):
            self._diary.write("post", job.id)
        return "ts"

    async def finished(self, job: Job, ending: Ending, message: str | None) -> None:
        self._diary.write(f"{ending.outcome.value}-{ending.reason}-on-{message}", job.id)


async def main(url: str, folder: Path) -> None:
    diary = Diary(folder)
    hooks = Hooks(diary)
    async with Queue.open(
        url, run=hooks.run, announce=hooks.announce, finished=hooks.finished, limits=LIMITS
    ) as queue:
        jobs = (folder / "jobs").read_text().split()
        for name in jobs:
            await queue.submit(Job(id=name, workspace="W", thread=name.partition(".")[0]))
            diary.write("submitted", name)
        while len(await rows.find(jobs, status=rows.ENDED)) < len(jobs):  # noqa: ASYNC110  in a database
            await asyncio.sleep(0.05)


if __name__ == "__main__":
    queue_module.REPLICAS = 0.3
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
