"""The one message of a job: posted once, and brought to its end once when the job does not end well."""

from __future__ import annotations

from core.jobs import rows
from core.jobs.endings import Endings
from core.jobs.model import Announce, Ending, Finished, Job
from core.jobs.naming import Fields, Ids, to_ending, to_fields, to_job, to_result
from core.jobs.rows import Register, Row, Workflow
from core.telemetry import Emit


class Messages:
    """Calls the hooks that speak to people, each in a workflow of its own, so that it is called once."""

    def __init__(self, *, endings: Endings, announce: Announce, finished: Finished, emit: Emit) -> None:
        self._endings = endings
        self._post = announce
        self._finished = finished
        self._emit = emit
        self._announce: Workflow
        self._tell: Workflow

    def register(self, register: Register, *, again: int) -> None:
        """Declare the workflows."""
        self._announce = register("announce", self.announce, again)
        self._tell = register("tell", self.tell, again)

    async def post(self, job: Job) -> None:
        """Have the message posted, unless that was begun before; do not wait for it."""
        await rows.start(self._announce, Ids(job.id).announce, to_fields(job))

    async def ts(self, job: Job, *, known: Row | None = None) -> str | None:
        """The ts of the message, once it is posted; None when it could not be. `known` saves a look."""
        if known is None:
            await self.post(job)
        row = known if known is not None and known.ended else await self._endings.of(Ids(job.id).announce)
        ts: str | None = row.output
        return ts

    async def say(self, job: Job, ending: Ending) -> None:
        """Say how a job ended, and wait until that is said."""
        tell = Ids(job.id).tell
        await rows.start(self._tell, tell, to_fields(job), *to_result(ending))
        await self._endings.of(tell)

    async def announce(self, fields: Fields) -> str | None:
        """The body of the workflow that posts."""
        job, ids = to_job(fields)
        own = (await rows.find([ids.announce]))[ids.announce]
        try:
            return await self._post(job, again=own.attempts > 1)
        except Exception as failure:  # noqa: BLE001  whatever it is, the job ends as failed
            self._failed("announce_failed", job, failure)
            return None

    async def tell(self, fields: Fields, outcome: str, reason: str) -> None:
        """The body of the workflow that says how a job ended."""
        job, _ = to_job(fields)
        message = await self.ts(job)
        try:
            await self._finished(job, to_ending((outcome, reason)), message)
        except Exception as failure:  # noqa: BLE001  the job has ended all the same
            self._failed("tell_failed", job, failure)

    def _failed(self, event: str, job: Job, failure: Exception) -> None:
        self._emit(event, job=job.id, workspace=job.workspace, cause=type(failure).__name__)
