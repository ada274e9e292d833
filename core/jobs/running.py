"""The jobs that run in this process, and the ways in which a run ends."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import PurePath

from dbos import error

from core.jobs.model import Ending, Job, Outcome
from core.telemetry import Emit

# The engine gave the job to somebody else: this process was taken for dead.
_LOST = (error.DBOSWorkflowConflictIDError, error.DBOSWorkflowCancelledError)


@dataclass(slots=True, kw_only=True)
class _Attempt:
    task: asyncio.Task[Ending]
    stopped: str | None = None  # the reason, once somebody stopped it


class Running:
    """Runs jobs, and stops them on demand. A job may take `run_time` seconds."""

    def __init__(self, *, run_time: float, emit: Emit) -> None:
        self._run_time = run_time
        self._emit = emit
        self._attempts: dict[str, _Attempt] = {}

    @property
    def jobs(self) -> tuple[str, ...]:
        """The ids of the jobs that run here."""
        return tuple(self._attempts)

    def stop(self, job: str, reason: str) -> None:
        """Cancel a job, if it runs here."""
        attempt = self._attempts.get(job)
        if attempt is not None and attempt.stopped is None:
            attempt.stopped = reason
            attempt.task.cancel()

    def abandon(self, job: str) -> None:
        """Cut a job off that is not this process's to run any more; whoever has it now ends it."""
        attempt = self._attempts.get(job)
        if attempt is not None:
            attempt.task.cancel()

    async def attempt(self, job: Job, work: Callable[[], Awaitable[Ending]]) -> Ending:
        """Do a job's work to its end, whichever that is.

        Raises CancelledError when the process shuts down, or has lost the job to another.
        """
        async with asyncio.TaskGroup() as group:
            self.abandon(job.id)  # an attempt that this process was taken to have died with
            task = group.create_task(self._guarded(job, work))
            attempt = self._attempts[job.id] = _Attempt(task=task)
            task.add_done_callback(lambda _: self._over(job.id, attempt))
        if not task.cancelled():
            return task.result()
        if attempt.stopped is None:
            raise asyncio.CancelledError
        return Ending(outcome=Outcome.CANCELLED, reason=attempt.stopped)

    def _over(self, job: str, attempt: _Attempt) -> None:
        if self._attempts.get(job) is attempt:
            del self._attempts[job]

    async def _guarded(self, job: Job, work: Callable[[], Awaitable[Ending]]) -> Ending:
        try:
            async with asyncio.timeout(self._run_time) as limit:
                return await work()
        except _LOST:
            raise asyncio.CancelledError from None
        except Exception as failure:  # noqa: BLE001  whatever a job does, the queue goes on
            reason = "timeout" if limit.expired() else type(failure).__name__
            self._emit("job_failed", job=job.id, workspace=job.workspace, cause=reason, at=_place(failure))
            return Ending(outcome=Outcome.FAILED, reason=reason)


def _place(failure: Exception) -> str:
    """Where an error arose: file and line, and none of its words, which may quote what nobody should log."""
    frame = traceback.extract_tb(failure.__traceback__)[-1]
    return f"{PurePath(frame.filename).name}:{frame.lineno}"
