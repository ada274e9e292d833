"""Where a job stands, told event by event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.pipeline.events import (
    Checking,
    Clarified,
    Critiqued,
    Done,
    Drafting,
    Event,
    FileNote,
    Queued,
    Reading,
    Repairing,
    Revised,
    Suggested,
)
from handlers.blocks.text import count, duration
from handlers.errors import provider_name
from handlers.phrases import WORDINGS, Wording
from handlers.view import Kind

_NAMED = 3  # files that are named in a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """The job waits for the one before it in its thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """No job is begun: the server is short of memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the message of a job tells: its stage with a detail, and lines past, present and to come.

    `task` is what the job does, `files` is how many came with it, `kind` how much the newest change matters.
    The last four are remembered for what comes later.
    """

    job: str
    task: str = "draft"
    files: int = 0
    stage: str = "Queued"
    detail: str = ""
    past: tuple[str, ...] = ()
    now: str = "Waiting for a turn"
    coming: tuple[str, ...] = ()
    kind: Kind = Kind.STAGE
    can_stop: bool = True
    has_waited: bool = False
    refused: tuple[FileNote, ...] = ()
    provider: str = ""
    nodes: int = 0

    @property
    def words(self) -> Wording:
        """How the work is told of."""
        return WORDINGS[self.task]


def begin(job: str, *, task: str = "draft", files: int = 0) -> Standing:
    """Before anything has happened."""
    reading = (f"Read {count(files, 'file')}",) if files else ()
    words = WORDINGS[task]
    return Standing(job=job, task=task, files=files, coming=(*reading, words.coming, *_last(words)))


def taken_up(waiting: Standing | None, begun: Standing) -> Standing:
    """Where a job stands that waited until now; `begun` where it did not, or has been dealt other work."""
    if waiting is None:
        return begun
    same = (waiting.task, waiting.files) == (begun.task, begun.files)
    return waiting if same else replace(begun, has_waited=waiting.has_waited)


def after(before: Standing, event: Event | Behind | Short, elapsed: float) -> Standing:
    """Where the job stands once this has happened, `elapsed` seconds after its message began."""
    now = _next(before, event, elapsed)
    moved = (now.stage, now.past) != (before.stage, before.past)
    return replace(now, kind=Kind.STAGE if moved else Kind.TICK)


def later(before: Standing) -> Standing:
    """Where the job stands when nothing happened but time."""
    return replace(before, kind=Kind.TICK)


def _next(before: Standing, event: Event | Behind | Short, elapsed: float) -> Standing:
    match event:
        case Behind() | Short() | Queued():
            return _queued(before, event, elapsed)
        case Reading():
            return _read(before, event)
        case Drafting():
            return _drafting(before, event)
        case Repairing():
            return _repairing(before, event)
        case Checking() | Done() | Revised():
            return _drafted(before, event)
        case Suggested() | Critiqued() | Clarified():
            return before  # their message says it all


def _queued(before: Standing, event: Behind | Short | Queued, elapsed: float) -> Standing:
    if isinstance(event, Short):
        waiting = "Waiting: the server is short of memory"
        return replace(before, detail="", now=waiting, has_waited=True)
    if isinstance(event, Behind):
        return replace(before, detail="", now="Waiting for the work before it in this thread")
    if event.place:
        place = f"place {event.place} in line"
        return replace(before, detail=place, now="Waiting for a turn", has_waited=True)
    return _started(before, elapsed)


def _started(before: Standing, elapsed: float) -> Standing:
    waited = _with_past(before, f"Waited {duration(elapsed)} in line") if before.has_waited else before
    if not before.files:
        return _to_draft(waited)
    files = count(before.files, "file")
    return replace(
        waited,
        stage="Reading",
        detail=f"0 of {files}",
        now=f"Reading {files}",
        coming=(before.words.coming, *_last(before.words)),
    )


def _read(before: Standing, event: Reading) -> Standing:
    refused = before.refused
    if event.latest is not None and event.latest.status == "refused":
        refused += (event.latest,)
    total = count(event.total, "file")
    if event.done < event.total:
        return replace(before, detail=f"{event.done} of {total}", refused=refused)
    good = event.total - len(refused)
    line = f"Read {good or 'none'} of {total}" if refused else f"Read {total}"
    return _to_draft(_with_past(replace(before, refused=refused), line + _without(refused)))


def _without(refused: Sequence[FileNote]) -> str:
    """The end of a line on files: which were not read, and with a single one also why."""
    if not refused:
        return ""
    if len(refused) == 1:
        why, _, _ = (refused[0].message or "").partition("; ")
        return f", not {refused[0].name}: {why}" if why else f", not {refused[0].name}"
    names = [note.name for note in refused[:_NAMED]]
    more = [f"{len(refused) - _NAMED} more"] if len(refused) > _NAMED else []
    return f", not {', '.join([*names, *more])}"


def _to_draft(before: Standing) -> Standing:
    words = before.words
    return replace(before, stage=words.stage, detail="", now=words.stage, coming=_last(words))


def _last(words: Wording) -> tuple[str, ...]:
    return (words.last,) if words.last else ()


def _drafting(before: Standing, event: Drafting) -> Standing:
    left = before.provider not in {"", event.provider}
    told = _with_past(before, f"{provider_name(before.provider)} did not work out") if left else before
    detail = f"{count(event.nodes, before.words.item)} so far" if event.nodes else ""
    if not event.nodes and before.nodes and not left:
        detail = "starting over"
    who = "without a model" if event.provider == "template" else f"with {event.model}"
    return replace(
        _to_draft(told),
        detail=detail,
        now=f"{before.words.stage} {who}",
        provider=event.provider,
        nodes=event.nodes,
    )


def _drafted(before: Standing, event: Checking | Done | Revised) -> Standing:
    if not isinstance(event, Checking):
        now = replace(before, stage="Drawing", detail="", now="Drawing the picture", coming=())
        return _with_past(replace(now, can_stop=False), "Checked and analysed")
    made = f"{before.words.done} {count(event.nodes, 'node')} and {count(event.edges, 'link')}"
    now = replace(before, stage="Checking", detail="", now="Checking and analysing", coming=("Draw",))
    return _with_past(now, made)


def _repairing(before: Standing, event: Repairing) -> Standing:
    detail = f"{count(event.nodes, 'node')} so far" if event.nodes else ""
    now = replace(before, stage="Repairing", detail=detail, now="Repairing", coming=("Analyse, draw",))
    if before.stage == now.stage:
        return now
    return _with_past(now, f"Checked: the draft breaks {count(len(event.violations), 'rule')}")


def _with_past(before: Standing, line: str) -> Standing:
    return replace(before, past=(*before.past, line))
