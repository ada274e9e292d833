"""The records of the queue, and what whoever opens it has to bring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

Json = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One piece of queued work, by ids alone: what it is about lives in the store.

    `id` is made from the source of the request, so that a redelivery is the same job. Jobs of one
    `thread` run one after another; jobs of one `workspace` share its lane; `premium` goes ahead of others.
    """

    id: str
    workspace: str
    thread: str
    premium: bool = False


class Outcome(StrEnum):
    """How a job ended."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a job ended, and why, as a slug.

    A cancelled job has the reason it was cancelled with. A failed one has the name of an error, `timeout`,
    `crashed` (it took its process down too often), `unannounced` (its message could not be posted) or
    `broken_off` (the database failed it for too long).
    `refusal` is the other side's word for why there is no message; "" where it said none.
    """

    outcome: Outcome
    reason: str = ""
    refusal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """`new` is False when the job was there already."""

    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How many jobs run in this process, and how many wait in all."""

    running: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much runs at once, and how long anything may take. Times are in seconds.

    `running` and `per_workspace` hold over all replicas together. A job whose process ended under it
    `attempts` times is given up. What is queued here is looked for at once; where there are replicas, queues
    are looked at every `poll`, too, for what others queued, and an idle process pays for each. `remember`
    must be longer than a source may redeliver (Slack: 24 hours), since a job that was forgotten would run
    again.
    """

    running: int = 5
    per_workspace: int = 3
    max_wait: float = 30.0
    run_time: float = 600.0
    attempts: int = 5
    remember: float = 7 * 86_400.0
    poll: float = 0.15


class Run(Protocol):
    """Does a job. It is cancelled when somebody stops the job, and when the process shuts down.

    After a crash it is called again, with the same job; what it checkpointed is not done twice.
    """

    async def __call__(self, job: Job, message: str) -> None:
        """Do the job; `message` is what `Announce` returned."""


class Announce(Protocol):
    """Posts the one message that a job lives in."""

    async def __call__(self, job: Job, *, again: bool) -> str:
        """Post the message and return its ts; "" while it is on its way.

        `again` says that a former attempt was cut off and may have posted: look for the message first.
        """


class Finished(Protocol):
    """Says how a job ended that did not end well; a job that did has said so itself."""

    async def __call__(self, job: Job, ending: Ending, message: str | None) -> None:
        """Bring the message to its last state. `message` is None when none could be posted.

        Called once a job, and once more only if the process dies while it runs.
        """
