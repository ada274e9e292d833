"""The jobs that wait in this process: their messages are held open, and tell their place in line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass

from core.clock import Clock
from core.jobs.model import Job
from core.pipeline.events import Queued
from handlers.presenter import present
from handlers.standing import Behind, Short, Standing, after
from handlers.view import Kind
from handlers.writer import Message

LOOK = 1.0  # seconds between two looks at the line
ABSENT = 4  # looks in a row at which a job is not in line: then it runs, here or elsewhere


@dataclass(slots=True, kw_only=True)
class _Guest:
    job: Job
    message: Message
    hold: AsyncExitStack
    standing: Standing
    since: float
    absent: int = 0


class Lobby:
    """Who waits, and what their messages say meanwhile. Times are Unix seconds.

    While `accepting` says no, nobody's turn comes, and that is what is said.
    """

    def __init__(self, *, clock: Clock, accepting: Callable[[], bool] = lambda: True) -> None:
        self._clock = clock
        self._accepting = accepting
        self._guests: dict[str, _Guest] = {}
        self._busy: Counter[str] = Counter()

    def enter(
        self, job: Job, message: Message, hold: AsyncExitStack, *, standing: Standing, since: float
    ) -> None:
        """Hold a message until its job has its turn; `hold` lets go of it."""
        self._guests[job.id] = _Guest(job=job, message=message, hold=hold, standing=standing, since=since)

    async def leave(self, job: str) -> Standing | None:
        """Let go of a job's message; return what it tells. None for a job that did not wait here."""
        guest = self._guests.pop(job, None)
        if guest is None:
            return None
        await guest.hold.aclose()
        return guest.standing

    def message(self, job: str) -> Message | None:
        """The message that is held open for a job that waits here."""
        guest = self._guests.get(job)
        return guest.message if guest else None

    @contextmanager
    def running(self, job: Job) -> Iterator[None]:
        """While this is open, the job's thread is known to be taken."""
        self._busy[job.thread] += 1
        try:
            yield
        finally:
            self._busy[job.thread] -= 1
            if not self._busy[job.thread]:
                del self._busy[job.thread]

    @property
    def is_empty(self) -> bool:
        """Whether nobody waits here."""
        return not self._guests

    async def tell(self, places: Mapping[str, int]) -> None:
        """Tell all who wait where they stand; look at the places every LOOK seconds."""
        for guest in tuple(self._guests.values()):
            place = places.get(guest.job.id)
            if not self._accepting():
                self._say(guest, Short())
            elif place is None:
                guest.absent += 1
                guest.message.forget_progress()  # whoever runs the job tells of it now
                if guest.absent > ABSENT:
                    await self.leave(guest.job.id)
            else:
                self._say(guest, Behind() if self._busy[guest.job.thread] > 0 else Queued(place=place))

    async def close(self) -> None:
        """Let go of every message."""
        for job in tuple(self._guests):
            await self.leave(job)

    def _say(self, guest: _Guest, event: Behind | Queued | Short) -> None:
        guest.absent = 0
        elapsed = self._clock.now() - guest.since
        guest.standing = after(guest.standing, event, elapsed)
        if guest.standing.kind is not Kind.TICK or guest.message.takes_tick(LOOK):
            guest.message.show(present(guest.standing, elapsed))
