"""The one message of a job: posted once, and brought to its end once when the job does not end well."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from core.clock import Clock
from core.errors import CrossroadsError, DeliveryError
from core.jobs import rows
from core.jobs.endings import Endings
from core.jobs.model import Announce, Ending, Finished, Job, Json, Outcome
from core.jobs.naming import Fields, Ids, to_ending, to_fields, to_job, to_result
from core.jobs.patience import patiently
from core.jobs.rows import Register, Row, Workflow
from core.telemetry import Emit

T = TypeVar("T")

REFUSAL = "refusal"  # in the result of an announcement that came to nothing: why


class Messages:
    """Calls the hooks that speak to people, each in a workflow of its own, so that it comes to one end.

    What fails on the way is tried again for a while, unless it was refused in so many words.
    """

    def __init__(
        self, *, endings: Endings, announce: Announce, finished: Finished, clock: Clock, emit: Emit
    ) -> None:
        self._endings = endings
        self._clock = clock
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
        return _ts(await self._announced(job, known=known))

    async def end(self, job: Job, ending: Ending) -> None:
        """Say how a job ended, unless it ended well, and wait until that is said. Emits job_ended."""
        if ending.outcome is not Outcome.DONE:
            tell = Ids(job.id).tell
            await rows.start(self._tell, tell, to_fields(job), *to_result(ending))
            await self._endings.of(tell)
        outcome = ending.outcome.value
        self._emit("job_ended", job=job.id, workspace=job.workspace, outcome=outcome, reason=ending.reason)

    async def announce(self, fields: Fields) -> Json:
        """The body of the workflow that posts; its result is the message's ts, or why there is none."""
        job, ids = to_job(fields)

        async def post(again: bool) -> str:  # noqa: FBT001  it is called with nothing else
            own = (await rows.find([ids.announce]))[ids.announce]
            return await self._post(job, again=again or own.attempts > 1)

        try:
            return await self._patiently("announce_failed", job, post)
        except Exception as failure:  # noqa: BLE001  whatever it is, the job ends as failed
            self._failed("announce_failed", job, failure)
            return {REFUSAL: failure.code if isinstance(failure, DeliveryError) else ""}

    async def tell(self, fields: Fields, outcome: str, reason: str) -> None:
        """The body of the workflow that says how a job ended."""
        job, _ = to_job(fields)

        async def say(_: bool) -> None:  # noqa: FBT001  it is called with nothing else
            announced = await self._announced(job)
            ending = replace(to_ending((outcome, reason)), refusal=_refusal(announced))
            await self._finished(job, ending, _ts(announced))

        try:
            await self._patiently("tell_failed", job, say)
        except Exception as failure:  # noqa: BLE001  the job has ended all the same
            self._failed("tell_failed", job, failure)

    async def _announced(self, job: Job, *, known: Row | None = None) -> Row:
        """The announcement, once it has ended."""
        if known is None:
            await self.post(job)
        return known if known is not None and known.ended else await self._endings.of(Ids(job.id).announce)

    async def _patiently(self, event: str, job: Job, call: Callable[[bool], Awaitable[T]]) -> T:
        return await patiently(
            call,
            clock=self._clock,
            passes=lambda failure: not isinstance(failure, CrossroadsError),
            failed=lambda failure: self._failed(event, job, failure),
        )

    def _failed(self, event: str, job: Job, failure: Exception) -> None:
        self._emit(event, job=job.id, workspace=job.workspace, cause=type(failure).__name__)


def _ts(announced: Row) -> str | None:
    return announced.output if isinstance(announced.output, str) else None


def _refusal(announced: Row) -> str:
    """The other side's word for why there is no message; "" where it said none, and where there is one."""
    given = announced.output
    return str(given[REFUSAL]) if isinstance(given, dict) else ""
