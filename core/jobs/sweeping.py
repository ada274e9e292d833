"""What has to be looked at again and again: who waits too long, who is to stop, what can be forgotten."""

from __future__ import annotations

from core.clock import Clock
from core.jobs import rows
from core.jobs.model import Ending, Limits, Outcome
from core.jobs.naming import Ids
from core.jobs.running import Running
from core.jobs.stages import Stages
from core.jobs.stopping import Stopping

TOO_LATE = Ending(outcome=Outcome.EXPIRED, reason="max_wait")


class Sweeper:
    """The periodic work of one process, which the engine knows by `name`."""

    def __init__(
        self,
        *,
        name: str,
        stages: Stages,
        stopping: Stopping,
        running: Running,
        limits: Limits,
        clock: Clock,
    ) -> None:
        self._name = name
        self._stages = stages
        self._stopping = stopping
        self._running = running
        self._limits = limits
        self._clock = clock

    async def expire(self) -> None:
        """End the jobs that waited too long for a slot of their workspace, and of all.

        Whoever sets the clock of the machine makes nobody wait longer.
        """
        latest = self._clock.monotonic() - self._limits.max_wait
        late = [job for job, since in self._stages.in_line.values() if since < latest]
        started = await rows.find((Ids(job.id).run for job in late), status=[rows.STARTED, *rows.ENDED])
        for job in late:
            if Ids(job.id).run not in started:
                await self._stopping.ask(job, TOO_LATE)
            self._stages.in_line.pop(job.id, None)

    async def stop(self) -> None:
        """Cancel the jobs running here that somebody asked to stop at another replica, or has taken over."""
        jobs = self._running.jobs
        found = await rows.find(
            id_ for job in jobs for id_ in (Ids(job).run, Ids(job).stop(Outcome.CANCELLED))
        )
        for job in jobs:
            request, run = found.get(Ids(job).stop(Outcome.CANCELLED)), found.get(Ids(job).run)
            if request is not None:
                self._running.stop(job, request.args[2])
            elif run is not None and run.executor != self._name:
                self._running.abandon(job)

    async def forget(self) -> None:
        """Delete what ended so long ago that nobody will deliver it again."""
        await rows.forget_ended(self._clock.now() - self._limits.remember)
