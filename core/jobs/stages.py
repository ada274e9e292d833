"""The way of a job through the queues, as the bodies of three workflows.

submit ─▶ turn (the slot of its thread) ─▶ lane (a slot of its workspace) ─▶ run (a slot of all) ─▶ the job

Each stage holds its slot until the next one has ended. Every workflow of a job has an id made from the
job's, so that it happens once, whoever starts it; and every body can be run again from its start: what it
did before is found, not repeated.
"""

from __future__ import annotations

import asyncio

import sqlalchemy as sa

from core.clock import Clock
from core.jobs import checkpoints, rows
from core.jobs.arrivals import Arrivals, priority
from core.jobs.bells import Bells
from core.jobs.endings import Endings
from core.jobs.engine import LANE_QUEUE, RUN_QUEUE, THREAD_QUEUE
from core.jobs.messages import Messages
from core.jobs.model import Ending, Job, Json, Outcome, Run
from core.jobs.naming import Fields, Ids, to_ending, to_fields, to_job, to_result
from core.jobs.patience import patiently
from core.jobs.rows import Register, Row, Workflow
from core.jobs.running import Running
from core.jobs.stopping import asked, take_back, taken_back
from core.telemetry import Emit

STAGES = {"turn": THREAD_QUEUE, "lane": LANE_QUEUE, "run": RUN_QUEUE}  # the queue that each comes out of

TICK = 0.001  # seconds; the engine tells what came first by the millisecond at best


class Stages:
    """The stages of every job that this process holds a slot for.

    `in_line` has the jobs whose turn began here and that have not been seen to start, each with the moment
    (monotonic seconds) it began to wait. A job that was on its way when a process died is not among them.
    """

    def __init__(
        self,
        *,
        run: Run,
        arrivals: Arrivals,
        running: Running,
        endings: Endings,
        messages: Messages,
        bells: Bells,
        clock: Clock,
        emit: Emit,
    ) -> None:
        self._run = run
        self._arrivals = arrivals
        self._running = running
        self._endings = endings
        self._messages = messages
        self._bells = bells
        self._clock = clock
        self._emit = emit
        self._in_order = asyncio.Lock()
        self._submitted = -TICK
        self.in_line: dict[str, tuple[Job, float]] = {}

    def register(self, register: Register, *, again: int) -> None:
        """Declare the workflows; of these, only the job itself can take a process down."""
        register("turn", self._patient("turn", self.turn), None)
        register("lane", self._patient("lane", self.lane), None)
        register("run", self.run, again)

    async def submit(self, job: Job) -> bool:
        """Put a job into its thread's queue; False when it is known already."""
        async with self._in_order:
            await self._clock.sleep(max(0.0, self._submitted + TICK - self._clock.monotonic()))
            arrival = await self._arrivals.next()
            new = await rows.enqueue(
                "turn",
                THREAD_QUEUE,
                job.id,
                to_fields(job),
                arrival,
                priority=priority(arrival),
                partition=f"{job.workspace}/{job.thread}",
                ahead=True,
            )
            self._submitted = self._clock.monotonic()
        self._bells.ring(THREAD_QUEUE)
        return new

    async def turn(self, fields: Fields, arrival: int) -> list[Json]:
        """Hold the thread's slot until the job has ended and that has been said."""
        job, ids = to_job(fields)
        since, waiting_since = self._clock.now(), self._clock.monotonic()
        await rows.enqueue(
            "lane",
            LANE_QUEUE,
            ids.lane,
            fields,
            since,
            arrival,
            priority=priority(arrival),
            partition=job.workspace,
        )
        self._bells.ring(LANE_QUEUE)
        found = await rows.find([*ids.stops, ids.turn, ids.announce])
        own = found[ids.turn]
        await take_back(ids.lane, asked(ids, found, own))
        if ids.announce not in found:
            await self._messages.post(job)
        if own.attempts <= 1:
            self.in_line[job.id] = (job, waiting_since)
        try:
            ending = await self._end_of(ids.lane, ids)
        finally:
            self.in_line.pop(job.id, None)
        await self._messages.end(job, ending)
        return to_result(ending)

    async def lane(self, fields: Fields, since: float, arrival: int) -> list[Json]:
        """Hold a slot of the workspace until the job has ended."""
        job, ids = to_job(fields)
        place = priority(arrival, premium=job.premium)
        await rows.enqueue("run", RUN_QUEUE, ids.run, fields, since, priority=place)
        self._bells.ring(RUN_QUEUE)
        found = await rows.find([*ids.stops, ids.lane])
        await take_back(ids.run, asked(ids, found, found[ids.lane]))
        return to_result(await self._end_of(ids.run, ids))

    async def run(self, fields: Fields, since: float) -> list[Json]:
        """Do the job, unless somebody asked to stop it before it started."""
        job, ids = to_job(fields)
        return to_result(await self._running.attempt(job, lambda: self._do(job, ids, since)))

    async def _do(self, job: Job, ids: Ids, since: float) -> Ending:
        found = await rows.find([*ids.stops, ids.run, ids.announce])
        own = found[ids.run]
        request = asked(ids, found, own)
        if request is not None:
            return request
        message = await self._messages.ts(job, known=found.get(ids.announce))
        if message is None:
            return Ending(outcome=Outcome.FAILED, reason="unannounced")
        await checkpoints.restore(ids.run, started_before=own.attempts > 1)
        started = self._clock.monotonic()
        self._tell("job_started", job, attempt=own.attempts, waited=self._clock.now() - since)
        try:
            await self._run(job, message)
        finally:
            self._tell("job_ran", job, attempt=own.attempts, seconds=self._clock.monotonic() - started)
        return Ending(outcome=Outcome.DONE)

    async def _end_of(self, stage: str, ids: Ids) -> Ending:
        return await ending_of(await self._endings.of(stage), ids)

    def _patient(self, stage: str, body: Workflow) -> Workflow:
        """The same body, run again from its start when the database fails it: a full disk is emptied."""

        async def tried(fields: Fields, *more: Json) -> Json:
            job, _ = to_job(fields)
            return await patiently(
                lambda _: body(fields, *more),
                clock=self._clock,
                passes=lambda failure: isinstance(failure, sa.exc.DBAPIError),
                failed=lambda failure: self._tell(
                    "stage_failed", job, stage=stage, cause=type(failure).__name__
                ),
            )

        return tried

    def _tell(self, event: str, job: Job, **facts: str | float) -> None:
        self._emit(event, job=job.id, workspace=job.workspace, **facts)


async def ending_of(ended: Row, ids: Ids) -> Ending:
    """How a job ended, by the stage of it that has."""
    if ended.status == rows.SUCCEEDED:
        return to_ending(ended.output)
    if ended.status == rows.WITHDRAWN:
        return await taken_back(ids)
    return Ending(outcome=Outcome.FAILED, reason="crashed")
