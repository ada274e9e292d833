"""How a job looks to the engine: the ids of its workflows, and their arguments and results as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from core.jobs.model import Ending, Job, Json, Outcome

Fields = dict[str, Any]  # a job as JSON


@dataclass(frozen=True, slots=True)
class Ids:
    """The workflows of one job. `turn` is the job's own id: it is what a redelivery meets."""

    turn: str

    @property
    def lane(self) -> str:
        """Holds a slot of the workspace."""
        return f"{self.turn}/lane"

    @property
    def run(self) -> str:
        """Holds a slot of all, and does the job."""
        return f"{self.turn}/run"

    @property
    def announce(self) -> str:
        """Posts the message; its result is the message's ts."""
        return f"{self.turn}/announce"

    @property
    def tell(self) -> str:
        """Says how the job ended."""
        return f"{self.turn}/tell"

    @property
    def stops(self) -> tuple[str, str]:
        """Stand for the requests to cancel and to expire the job."""
        return (self.stop(Outcome.CANCELLED), self.stop(Outcome.EXPIRED))

    def stop(self, outcome: Outcome) -> str:
        """Takes the job out of the queues, to end it like this."""
        return f"{self.turn}/{outcome.value}"


def to_fields(job: Job) -> Fields:
    """A job as an argument."""
    return asdict(job)


def to_job(fields: Fields) -> tuple[Job, Ids]:
    """The job behind an argument, and its workflows."""
    job = Job(**fields)
    return job, Ids(job.id)


def to_result(ending: Ending) -> list[Json]:
    """An ending as a result, and as the last two arguments of a request to stop."""
    return [ending.outcome.value, ending.reason]


def to_ending(result: Sequence[str]) -> Ending:
    """The ending behind a result."""
    outcome, reason = result
    return Ending(outcome=Outcome(outcome), reason=reason)
