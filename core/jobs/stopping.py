"""Ending a job before its time, whatever stage it has reached.

A request to stop races with the start of the job. The request is written down first, and then looks at the
job's stages; whoever lets a stage start looks for a request after that. So at least one sees the other.
"""

from __future__ import annotations

from core.jobs import rows
from core.jobs.endings import Endings
from core.jobs.messages import Messages
from core.jobs.model import Ending, Job, Outcome
from core.jobs.naming import Fields, Ids, to_ending, to_fields, to_job, to_result
from core.jobs.rows import Register, Row, Workflow
from core.jobs.running import Running


class Stopping:
    """Requests to cancel or expire a job. Each is a workflow with an id of its own, so it is made once."""

    def __init__(self, *, running: Running, messages: Messages, endings: Endings) -> None:
        self._running = running
        self._messages = messages
        self._endings = endings
        self._stop: Workflow

    def register(self, register: Register) -> None:
        """Declare the workflow."""
        self._stop = register("stop", self.stop, None)

    async def ask(self, job: Job, ending: Ending) -> None:
        """Have a job end like this."""
        await rows.start(self._stop, Ids(job.id).stop(ending.outcome), to_fields(job), *to_result(ending))

    async def stop(self, fields: Fields, outcome: str, reason: str) -> None:
        """The body: take a job out of the queues; one that runs is cancelled, but not expired."""
        job, ids = to_job(fields)
        ending = to_ending((outcome, reason))
        found = await rows.find([ids.turn, ids.lane, ids.run])
        waiting = {row.id for row in found.values() if _may_withdraw(row, ending)}
        if found[ids.turn].attempts:
            waiting.discard(ids.turn)  # it has started before, and will see for itself what was asked
        await rows.withdraw(sorted(waiting))
        self._endings.notice(*waiting)
        if ending.outcome is Outcome.CANCELLED:
            self._running.stop(job.id, reason)
        if ids.turn in waiting:
            await self._messages.end(job, ending)


def asked(ids: Ids, found: dict[str, Row], own: Row) -> Ending | None:
    """What somebody asked to end the job with, for a stage that was about to start.

    A stage that started before a crash does not expire any more.
    """
    endings = [to_ending(found[id_].args[1:]) for id_ in ids.stops if id_ in found]
    if own.attempts > 1:
        endings = [ending for ending in endings if ending.outcome is Outcome.CANCELLED]
    return next(iter(endings), None)


async def take_back(stage: str, ending: Ending | None) -> None:
    """Take a stage that was just let go out of its queue again, if a request stands and it still waits."""
    if ending is not None and _may_withdraw((await rows.find([stage]))[stage], ending):
        await rows.withdraw([stage])


async def taken_back(ids: Ids) -> Ending:
    """How the job ends whose stage somebody took out of its queue."""
    found = await rows.find(ids.stops)
    endings = (to_ending(found[id_].args[1:]) for id_ in ids.stops if id_ in found)
    return next(endings, Ending(outcome=Outcome.CANCELLED))


def _may_withdraw(row: Row, ending: Ending) -> bool:
    """Whether a row still waits; one that started before a crash waits again, and may only be cancelled."""
    return row.status == rows.WAITING and (ending.outcome is Outcome.CANCELLED or not row.attempts)
