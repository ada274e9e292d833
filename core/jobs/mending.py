"""Ending the jobs whose turn the engine gave up: nobody waits for them any more, and nobody was told."""

from __future__ import annotations

from core.jobs import rows
from core.jobs.messages import Messages
from core.jobs.model import Ending, Outcome
from core.jobs.naming import Ids, to_job
from core.jobs.rows import Row
from core.jobs.stages import ending_of

BROKEN_OFF = Ending(outcome=Outcome.FAILED, reason="broken_off")


class Mender:
    """Looks for turns that ended in an error, as when the database failed them for too long."""

    def __init__(self, *, messages: Messages) -> None:
        self._messages = messages

    async def look(self) -> None:
        """Say how each of these jobs ended, once: the engine remembers who was told."""
        broken = {turn.id: turn for turn in await rows.broken("turn")}
        told = await rows.find(Ids(id_).tell for id_ in broken)
        left = [turn for id_, turn in broken.items() if Ids(id_).tell not in told]
        lanes = await rows.find(Ids(turn.id).lane for turn in left)
        for turn in left:
            await self._end(turn, lanes.get(Ids(turn.id).lane))

    async def _end(self, turn: Row, lane: Row | None) -> None:
        """End a job, unless the rest of it goes on without its turn, or came to a good end."""
        if lane is not None and not lane.ended:
            return
        job, ids = to_job(turn.args[0])
        ending = BROKEN_OFF if lane is None else await ending_of(lane, ids)
        if ending.outcome is not Outcome.DONE:
            await self._messages.end(job, ending)
