"""The records that go into the store and come out of it; none of them knows a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from core.graph.model import Graph
from core.graph.sources import Document


class Tier(StrEnum):
    """How a workspace's jobs are queued."""

    STANDARD = "standard"
    PREMIUM = "premium"


class DraftState(StrEnum):
    """How far a draft has come."""

    ASKED = "asked"  # stored, and nothing shown yet
    WORKING = "working"
    ASKING = "asking"  # the brief leaves much open: questions wait for answers
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A Slack team. `risks` is None where it never said; `settings` are its other choices by name."""

    id: str
    tier: Tier = Tier.STANDARD
    risks: bool | None = None
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Where a decision is being made: a channel of a workspace, and the ts of the thread's first message.

    `ts` is None while that message is still to be posted, as after a slash command.
    """

    workspace: str
    channel: str
    ts: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKey:
    """Names a draft for good: its thread's ts may come later, its id is there from the first moment."""

    workspace: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One decision in one thread. `message` is the ts of its newest live message; times are Unix seconds."""

    key: DraftKey
    thread: Thread
    state: DraftState
    requester: str
    title: str
    message: str | None
    created: float
    updated: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A numbered graph of a draft, the first being 1, and the job and the person it came from.

    `cause` is a short slug (draft, refine, fix, undo); `extra` is whatever else the caller wants back with
    the graph, as JSON: reasons per change, notes on files, elapsed time.
    """

    number: int
    graph: Graph
    job: str
    author: str
    cause: str
    extra: str
    created: float


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDocument:
    """A file of a draft and what became of it. `file` is its id at the source.

    `document` holds the passages chosen for the draft, as citations name them; None when it was refused.
    """

    file: str
    name: str
    kind: str
    status: Literal["read", "partly", "refused"]
    message: str | None = None
    document: Document | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Something written in a draft's thread: `kind` is a slug such as brief, reply, answers, options."""

    number: int
    kind: str
    body: str
    author: str
    job: str
    created: float


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRequest:
    """What a job was asked to do, stored before it is queued. `body` is the caller's own JSON."""

    job: str
    draft: DraftKey
    kind: str
    body: str
    author: str
    created: float


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A job's live message: where it stands, and its last state. `sent` is False until Slack has `body`."""

    job: str
    draft: DraftKey
    channel: str
    message: str | None
    body: str | None
    sent: bool
    updated: float


class PostedKind(StrEnum):
    """What can be put into the source."""

    MESSAGE = "message"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Something that was put into the source for a draft: a message of a channel by its ts, a file by its id.

    A file has no `channel` of its own.
    """

    draft: DraftKey
    kind: PostedKind
    id: str
    channel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetting:
    """A draft that `person` asked to forget at a moment (Unix seconds), and that has no row any more.

    `kept` counts what the source would not let us delete; `ended` is when all was done, None before.
    """

    draft: DraftKey
    channel: str
    thread: str | None
    person: str
    asked: float
    kept: int = 0
    ended: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A channel that opted in to having its files drafted, and who said so."""

    workspace: str
    channel: str
    author: str
    created: float


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageTotal:
    """What calls of one provider, model and task used together. `cost` leaves out the `unpriced` calls."""

    provider: str
    model: str
    task: str
    calls: int
    input: int
    cache_read: int
    cache_write_5m: int
    cache_write_1h: int
    output: int
    reasoning: int
    cost: float
    unpriced: int
