"""What the files of a job said, kept until it is done: a file that was read is not fetched and read again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

from core.documents.encoding import decode, encode
from core.documents.extract import encode_refusal
from core.documents.model import File, Reading
from core.documents.refusals import Refused
from core.errors import FileRefused
from core.pipeline.gather import FileReader
from handlers.files.fetching import SlackFiles
from handlers.requests.model import SlackFile

_Outcome = Reading | FileRefused  # of reading a file

_NOWHERE = Path("kept")  # the folder of files that are not fetched; nobody looks there


class Steps(Protocol):
    """The finished steps of a job."""

    async def find(self, name: str) -> bytes | None:
        """What a step gave; None when it has not finished yet."""

    async def keep(self, name: str, body: bytes) -> None:
        """Keep what a step gave."""


@asynccontextmanager
async def at_hand(
    files: Sequence[SlackFile], *, steps: Steps, slack: SlackFiles, token: str, inner: FileReader
) -> AsyncIterator[tuple[tuple[File, ...], FileReader]]:
    """All files of a job in their order, and a reader of them that keeps what `inner` says.

    What a former attempt at the job has read is not fetched, nor is what it could not read: the model may
    have been asked by then, and would have to be asked again about other documents.
    """
    known = {place: found for place in range(len(files)) if (found := await _found(steps, place))}
    missing = [place for place in range(len(files)) if place not in known]
    async with slack.fetch([files[place] for place in missing], token=token) as fetched:
        there = dict(zip(missing, fetched.files, strict=True))
        there |= {place: file for place, (file, _) in known.items()}
        reader = _Reader(
            fetched.reader(inner),
            steps=steps,
            kept={file.path: outcome for file, outcome in known.values()},
            places={file.path: place for place, file in there.items()},
        )
        yield tuple(there[place] for place in range(len(files))), reader


class _Reader:
    def __init__(
        self, inner: FileReader, *, steps: Steps, kept: Mapping[Path, _Outcome], places: Mapping[Path, int]
    ) -> None:
        self._inner = inner
        self._steps = steps
        self._kept = kept
        self._places = places

    async def read(self, file: File) -> Reading:
        """The file's passages, read once. Raises FileRefused, and what `keep` raises."""
        outcome = self._kept.get(file.path) or await self._read(file)
        if isinstance(outcome, FileRefused):
            raise outcome
        return outcome

    async def _read(self, file: File) -> _Outcome:
        outcome: _Outcome
        try:
            outcome = await self._inner.read(file)
        except FileRefused as refused:
            outcome = refused
        body = await asyncio.to_thread(_dump, file.name, outcome)
        await self._steps.keep(_step(self._places[file.path]), body)
        return outcome


async def _found(steps: Steps, place: int) -> tuple[File, _Outcome] | None:
    body = await steps.find(_step(place))
    if body is None:
        return None
    name, outcome = await asyncio.to_thread(_load, body)
    return File(name=name, path=_NOWHERE / str(place)), outcome


def _step(place: int) -> str:
    return f"file/{place}"


def _dump(name: str, outcome: _Outcome) -> bytes:
    """The file's name as a line of JSON, then what `decode` takes."""
    if isinstance(outcome, FileRefused):
        said = encode_refusal(Refused(outcome.code, reason=outcome.reason))
    else:
        said = encode(outcome)
    return json.dumps(name).encode() + b"\n" + said


def _load(body: bytes) -> tuple[str, _Outcome]:
    line, _, said = body.partition(b"\n")
    name = str(json.loads(line))
    try:
        return name, decode(said)
    except Refused as refused:
        return name, FileRefused(name, code=refused.code, reason=refused.reason)
