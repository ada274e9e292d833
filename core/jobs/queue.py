"""The queue as others see it: submit a job, tell its place in line, cancel it, drain."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Self

from core import database
from core.clock import Clock, SystemClock
from core.jobs import engine, rows
from core.jobs.arrivals import Arrivals
from core.jobs.background import Background
from core.jobs.bells import Bells
from core.jobs.bodies import Bodies
from core.jobs.endings import Endings
from core.jobs.engine import LANE_QUEUE, RUN_QUEUE, THREAD_QUEUE
from core.jobs.mending import Mender
from core.jobs.messages import Messages
from core.jobs.model import (
    Announce,
    Ending,
    Finished,
    Job,
    Limits,
    Load,
    Outcome,
    Run,
    Submitted,
)
from core.jobs.naming import to_job
from core.jobs.replicas import Replicas
from core.jobs.rows import Workflow
from core.jobs.running import Running
from core.jobs.stages import STAGES, Stages
from core.jobs.stopping import Stopping
from core.jobs.sweeping import Sweeper
from core.telemetry import Emit, ignore

SWEEP = 1.0  # seconds between two looks at who waits too long, and who is to stop
ENDINGS = 0.05  # seconds between two looks at what ended here
MEND = 10.0  # seconds between two looks at what the engine gave up
FORGET = 3_600.0  # seconds between two deletions of what ended long ago
REPLICAS = 2.0  # seconds between two looks at the other replicas
QUIET = 3  # looks in a row at which nothing moves, before a drain believes it


class Queue:
    """Durable jobs: each is run once, in the order of its thread, and fairly among workspaces.

    Everything is stored before a call returns, so that a crash at any point loses no job. The hooks are
    called on the event loop that opened the queue.
    """

    def __init__(
        self,
        *,
        run: Run,
        announce: Announce,
        finished: Finished,
        limits: Limits,
        clock: Clock,
        emit: Emit,
        alone: bool,
    ) -> None:
        self._name = engine.LOCAL if alone else secrets.token_hex(8)
        self._limits = limits
        self._clock = clock
        self._emit = emit
        self._background = Background()
        self._endings = Endings()
        self._bells = Bells(engine.QUEUES)
        self._bodies = Bodies()
        self._running = Running(run_time=limits.run_time, emit=emit)
        self._messages = Messages(
            endings=self._endings, announce=announce, finished=finished, clock=clock, emit=emit
        )
        self._stopping = Stopping(running=self._running, messages=self._messages, endings=self._endings)
        self._stages = Stages(
            run=run,
            arrivals=Arrivals(alone=alone),
            running=self._running,
            endings=self._endings,
            messages=self._messages,
            bells=self._bells,
            clock=clock,
            emit=emit,
        )
        self._stop_intake: Callable[[], None]

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        url: str,
        *,
        run: Run,
        announce: Announce,
        finished: Finished,
        limits: Limits | None = None,
        clock: Clock | None = None,
        emit: Emit = ignore,
        counted: Callable[[int], None] = lambda _: None,
    ) -> AsyncIterator[Self]:
        """Open the queue in `sqlite:///file` or `postgresql://user@host/database`, and start to work.

        Jobs that a former process left are taken up at once. A SQLite file has one process; a Postgres
        database any number of replicas. Jobs still running at the end are cut off, and taken up by the
        next process: call `drain` before. `counted` is told how many replicas there are, whenever that is
        another number than before; until then there is one. Raises SettingsError.
        """
        address = database.parse(url)
        alone = database.is_sqlite(address)
        queue = cls(
            run=run,
            announce=announce,
            finished=finished,
            limits=limits or Limits(),
            clock=clock or SystemClock(),
            emit=emit,
            alone=alone,
        )
        replicas = None if alone else Replicas(address, name=queue._name, emit=emit, counted=counted)
        async with engine.launched(
            address,
            executor=queue._name,
            limits=queue._limits,
            bells=queue._bells,
            register=queue._register,
        ) as dbos:
            queue._stop_intake = lambda: engine.stop_intake(dbos, queue._bells)
            queue._start(replicas)
            try:
                yield queue
            finally:
                queue._stop_intake()
                await queue._bodies.close()
                await queue._background.close()
                if replicas is not None:
                    await replicas.close()

    async def submit(self, job: Job) -> Submitted:
        """Store a job and have its message posted; a job that is known already changes nothing."""
        new = await self._stages.submit(job)
        if new:
            self._background.start(self._post(job))
        return Submitted(new=new)

    async def cancel(self, job_id: str, reason: str) -> bool:
        """Stop a job, waiting or running, here or at another replica; False when it has ended or never was.

        `reason` is a slug that the `finished` hook gets. The job may still end well before the stop
        reaches it.
        """
        turn = (await rows.find([job_id])).get(job_id)
        if turn is None or turn.ended:
            return False
        job, _ = to_job(turn.args[0])
        await self._stopping.ask(job, Ending(outcome=Outcome.CANCELLED, reason=reason))
        return True

    async def cancel_all(self, workspace: str, reason: str) -> tuple[str, ...]:
        """Stop all jobs of a workspace, as `cancel` does each; return their ids."""
        jobs = [job for job in await self.under_way() if job.workspace == workspace]
        for job in jobs:
            await self._stopping.ask(job, Ending(outcome=Outcome.CANCELLED, reason=reason))
        return tuple(job.id for job in jobs)

    async def under_way(self) -> tuple[Job, ...]:
        """The jobs that have not ended, waiting or running, here or at another replica."""
        return tuple(to_job(row.args[0])[0] for row in await rows.unfinished(THREAD_QUEUE, load_input=True))

    async def ended(self, job_ids: Sequence[str]) -> bool:
        """Whether all of these jobs have ended, and that was said; one that never was counts among them."""
        found = await rows.find(job_ids)
        return all(row.ended for row in found.values())

    async def over(self, job_id: str) -> bool | None:
        """Whether a job has ended, and that was said; None for one that never was, or is forgotten."""
        row = (await rows.find([job_id])).get(job_id)
        return row.ended if row else None

    async def line(self, job_ids: Sequence[str]) -> tuple[str, ...]:
        """Those of the jobs of one thread that have not ended, in the order in which their turn comes."""
        found = await rows.find(job_ids)
        left = [row for row in found.values() if not row.ended]
        return tuple(row.id for row in sorted(left, key=lambda row: row.order))

    async def position(self, job_id: str) -> int | None:
        """A job's place in line, 1 being next; None when it runs, has ended, or never was."""
        return (await self.places()).get(job_id)

    async def places(self) -> dict[str, int]:
        """The places of all jobs that wait: behind others of their thread, of their workspace, or of all."""
        places: dict[str, int] = {}
        ahead: Counter[str] = Counter()  # jobs in each line; one that left a lane for the last line counts on
        stages = (RUN_QUEUE, LANE_QUEUE, THREAD_QUEUE)
        waiting = await rows.waiting(*stages)
        for row in sorted(waiting, key=lambda row: stages.index(row.queue or THREAD_QUEUE)):
            job, _ = to_job(row.args[0])
            line = f"{job.workspace}/{job.thread}" if row.queue == THREAD_QUEUE else job.workspace
            ahead[line] += 1
            places[job.id] = len(places) + 1 if row.queue == RUN_QUEUE else ahead[line]
        return places

    async def load(self) -> Load:
        """How much there is to do."""
        waiting = await rows.waiting(THREAD_QUEUE, LANE_QUEUE, RUN_QUEUE)
        return Load(running=len(self._running.jobs), waiting=len(waiting))

    async def drain(self, within: float) -> bool:
        """Take no more work and let what runs come to its end, for `within` seconds at most.

        True when nothing is left under way here. What is left then is taken up by another process.
        """
        self._stop_intake()
        quiet = 0
        try:
            async with asyncio.timeout(within):
                while quiet < QUIET:
                    quiet = quiet + 1 if len(self._bodies) <= self._endings.waiting else 0
                    await asyncio.sleep(2 * self._limits.poll)
        except TimeoutError:
            return False
        return True

    def _register(self) -> None:
        again = self._limits.attempts - 1

        def register(name: str, body: Workflow, times: int | None) -> Workflow:
            return engine.declare(name, self._bodies.track(body, over=partial(self._over, name)), again=times)

        self._stages.register(register, again=again)
        self._messages.register(register, again=again)
        self._stopping.register(register)

    def _over(self, name: str, id_: str) -> None:
        """A workflow has ended here, and its slot is free."""
        self._endings.notice(id_)
        if name in STAGES:
            self._bells.ring(STAGES[name])

    def _start(self, replicas: Replicas | None) -> None:
        sweeper = Sweeper(
            name=self._name,
            stages=self._stages,
            stopping=self._stopping,
            running=self._running,
            limits=self._limits,
            clock=self._clock,
        )
        work: list[tuple[str, Callable[[], Awaitable[None]], float]] = [
            ("endings", self._endings.look, ENDINGS),
            ("all_endings", self._endings.look_at_all, SWEEP if replicas is None else self._limits.poll),
            ("expire", sweeper.expire, SWEEP),
            ("stop", sweeper.stop, SWEEP),
            ("mend", Mender(messages=self._messages).look, MEND),
            ("forget", sweeper.forget, FORGET),
        ]
        if replicas is not None:
            work.append(("replicas", replicas.look, REPLICAS))
        for each in work:
            self._background.start(self._repeat(*each))

    async def _repeat(self, name: str, look: Callable[[], Awaitable[None]], every: float) -> None:
        while True:
            try:
                await look()
            except Exception as failure:  # noqa: BLE001  a database that is away comes back
                self._emit("queue_look_failed", look=name, cause=type(failure).__name__)
            await self._clock.sleep(every)

    async def _post(self, job: Job) -> None:
        try:
            await self._messages.post(job)
        except Exception as failure:  # noqa: BLE001  the job's turn has it posted, then
            self._emit("queue_look_failed", look="announce", cause=type(failure).__name__)
