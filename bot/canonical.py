"""One log line a job, with everything that was told of it from the ack to the last edit."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from bot.gathering import Gathered
from bot.logs import JOB
from core.clock import Clock
from core.telemetry import Emit, Scalar

ELSEWHERE = "elsewhere"  # the outcome where another replica brings the job to its end
INTERRUPTED = "interrupted"  # and where this process ends first; the next one takes the job up

RAN = 60.0  # seconds without a fact until a job that ran here is taken to end elsewhere
GONE = 900.0  # seconds for one that has not run here: the one before it in its thread may take so long
SWEEP = 5.0  # seconds between two looks for such jobs
OPEN = 10_000  # jobs at once; beyond that the oldest is told
CLOSED = 1_000  # jobs that have ended, remembered for what is still told of them

_job: ContextVar[str | None] = ContextVar("job", default=None)


class Canonical:
    """An Emit between those who tell facts and the log.

    A fact belongs to the job that it names, else to the one in whose context it was told. It is passed on
    with that job's id, and gathered: when the job has ended and nobody works in its context any more, the
    log gets one fact `job`. Facts outside of a job are passed on as they are.

    With several replicas a job may be acked here, run there and end at a third. Then each of them tells
    what it saw, and those that did not see the end say `elsewhere`.
    """

    def __init__(self, emit: Emit, *, clock: Clock) -> None:
        self._emit = emit
        self._clock = clock
        self._open: OrderedDict[str, Gathered] = OrderedDict()
        self._ended: OrderedDict[str, None] = OrderedDict()
        self._swept = clock.monotonic()

    def __call__(self, event: str, /, **facts: Scalar) -> None:
        """Take one fact."""
        self._sweep()
        named = facts.get("job")
        job = named if isinstance(named, str) else _job.get()
        if job is None:
            self._emit(event, **facts)
            return
        self._emit(event, **{**facts, "job": job})
        if job not in self._ended:
            gathered = self._of(job)
            gathered.take(event, facts, now=self._clock.monotonic())
            self._close_if_over(job, gathered)

    @contextmanager
    def job(self, id_: str) -> Iterator[None]:
        """What is told within belongs to this job; so does what tasks tell that are begun within."""
        gathered = self._of(id_) if id_ not in self._ended else None
        token = _job.set(id_)
        if gathered is not None:
            gathered.holders += 1
        try:
            yield
        finally:
            _job.reset(token)
            if gathered is not None:
                gathered.holders -= 1
                self._close_if_over(id_, gathered)

    def close(self) -> None:
        """Tell the jobs that have not ended."""
        for job, gathered in list(self._open.items()):
            self._tell(job, gathered, otherwise=INTERRUPTED)

    def _of(self, job: str) -> Gathered:
        gathered = self._open.get(job)
        if gathered is None:
            if len(self._open) >= OPEN:
                self._tell(*next(iter(self._open.items())), otherwise=ELSEWHERE)
            gathered = self._open[job] = Gathered(now=self._clock.monotonic())
        return gathered

    def _close_if_over(self, job: str, gathered: Gathered) -> None:
        if gathered.is_over and not gathered.holders and self._open.get(job) is gathered:
            self._ended[job] = None
            if len(self._ended) > CLOSED:
                self._ended.popitem(last=False)
            self._tell(job, gathered, otherwise=ELSEWHERE)

    def _sweep(self) -> None:
        now = self._clock.monotonic()
        if now - self._swept < SWEEP:
            return
        self._swept = now
        for job, gathered in list(self._open.items()):
            patience = RAN if gathered.has_run else GONE
            if not gathered.is_busy and now - gathered.touched > patience:
                self._tell(job, gathered, otherwise=ELSEWHERE)

    def _tell(self, job: str, gathered: Gathered, *, otherwise: str) -> None:
        del self._open[job]
        if gathered.facts:
            seconds = gathered.touched - gathered.began
            line = {"outcome": otherwise, **gathered.facts, "seconds": seconds}
            self._emit(JOB, job=job, **line)
