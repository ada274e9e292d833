"""The files of a brief, read side by side, and the passages of them that fit the brief."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from core.documents.clean import clean, one_line
from core.documents.model import File, Reading
from core.documents.selection import TOTAL, choose
from core.errors import FileRefused
from core.graph.model import BRIEF, HYPOTHESIS
from core.graph.sources import Document
from core.pipeline import events

_OURS = re.compile(r"reply \d+")  # what replies in a thread are called as sources


class FileReader(Protocol):
    """Reads one file, away from the event loop."""

    async def read(self, file: File) -> Reading:
        """The file's passages. Raises FileRefused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What the files gave: the documents to draft from, and a note on every file."""

    documents: tuple[Document, ...]
    notes: tuple[events.FileNote, ...]


async def gather(
    brief: str, files: Sequence[File], reader: FileReader, *, first: int = 1, total: int = TOTAL
) -> AsyncGenerator[events.Reading | Gathered]:
    """Yield progress as each file is read, then what all of them gave. No file's failure is an error.

    The documents are numbered from `first` on, and have at most `total` characters together.
    """
    outcomes: list[Reading | FileRefused | None] = [None] * len(files)
    finished: asyncio.Queue[int] = asyncio.Queue()
    closed = False

    async def read(place: int) -> None:
        try:
            outcomes[place] = await reader.read(files[place])
        except FileRefused as refused:
            outcomes[place] = refused
        finished.put_nowait(place)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(read(place)) for place in range(len(files))]
        try:
            for done in range(1, len(files) + 1):
                place = await finished.get()
                note = _note(files[place], outcomes[place])
                yield events.Reading(done=done, total=len(files), latest=note)
        except GeneratorExit:  # closed early: a TaskGroup would wrap it, so end the reads and leave quietly
            for task in tasks:
                task.cancel()
            closed = True
    if closed:
        return
    chosen = await asyncio.to_thread(_choose, brief, files, outcomes, total)
    documents = tuple(replace(document, id=f"D{i}") for i, document in enumerate(chosen, start=first))
    notes = tuple(_note(file, outcome) for file, outcome in zip(files, outcomes, strict=True))
    yield Gathered(documents=documents, notes=notes)


def _note(file: File, outcome: Reading | FileRefused | None) -> events.FileNote:
    if isinstance(outcome, Reading):
        return events.FileNote(
            name=_citable(file.name),
            kind=outcome.kind,
            status="partly" if outcome.warnings else "read",
            passages=len(outcome.passages),
            message="; ".join(outcome.warnings) or None,
        )
    assert outcome is not None  # noqa: S101  a note is made only once the file has been read
    return events.FileNote(name=_citable(file.name), kind="", status="refused", message=outcome.reason)


def _citable(name: str) -> str:
    """A name fit to be shown: no control characters, and not that of one of our own sources."""
    name = one_line(clean(name)) or "file"
    return f"{name} (file)" if name in {BRIEF, HYPOTHESIS} or _OURS.fullmatch(name) else name


def _choose(
    brief: str, files: Sequence[File], outcomes: Sequence[Reading | FileRefused | None], total: int
) -> tuple[Document, ...]:
    """What was read of each file, in their order, without ids."""
    read = [(f, o) for f, o in zip(files, outcomes, strict=True) if isinstance(o, Reading)]
    chosen = choose([reading for _, reading in read], brief, total=total)
    return tuple(
        Document(
            id="",
            name=_citable(file.name),
            kind=reading.kind,
            passages=passages,
            summary=reading.summary,
        )
        for (file, reading), passages in zip(read, chosen, strict=True)
    )
