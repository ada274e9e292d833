"""The files of a request, fetched side by side into a folder that is gone afterwards."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import aiohttp

from core.clock import Clock
from core.documents.model import File, Reading
from core.errors import FileRefused
from core.pipeline.gather import FileReader
from core.telemetry import Emit, ignore
from handlers.files.describing import described, is_described, judge
from handlers.files.downloading import download
from handlers.files.origins import Origins
from handlers.files.patience import patiently
from handlers.files.refusals import Refused
from handlers.requests.model import SlackFile

AT_ONCE = 5
NAMELESS = "A file"
PREFIX = "crossroads-"  # of the folders


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The files of a request, all of them and in order; `refused` are those that are not there, by path."""

    files: tuple[File, ...]
    refused: Mapping[Path, FileRefused]

    def reader(self, inner: FileReader) -> FileReader:
        """A reader that refuses what was not fetched, and leaves the rest to `inner`."""
        return _Reader(inner, self.refused)


class SlackFiles:
    """Fetches files from Slack: five at once, over all requests. It is told the token for each request.

    The session is the caller's. `folder` is where the folders are made, the system's place for such without
    it. Emits file_fetched and file_not_fetched, never a name.
    """

    def __init__(
        self,
        *,
        session: aiohttp.ClientSession,
        api_url: str,
        clock: Clock,
        random: Random | None = None,
        folder: Path | None = None,
        emit: Emit = ignore,
    ) -> None:
        self._session = session
        self._api_url = api_url
        self._origins = Origins(api_url)
        self._clock = clock
        self._random = random or Random()
        self._folder = folder
        self._emit = emit
        self._slots = asyncio.Semaphore(AT_ONCE)

    @asynccontextmanager
    async def fetch(self, files: Sequence[SlackFile], *, token: str) -> AsyncIterator[Fetched]:
        """Have the files on disk until the end of the block. A file that cannot be had is no error."""
        folder = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix=PREFIX, dir=self._folder))
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [
                    group.create_task(self._bring(file, folder / str(place), token))
                    for place, file in enumerate(files, start=1)
                ]
            outcomes = [task.result() for task in tasks]
            yield Fetched(
                files=tuple(file for file, _ in outcomes),
                refused={file.path: refused for file, refused in outcomes if refused},
            )
        finally:
            await asyncio.shield(asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True))

    async def _bring(self, file: SlackFile, path: Path, token: str) -> tuple[File, FileRefused | None]:
        async with self._slots:
            try:
                judge(file)
                if not is_described(file):
                    file = await self._described(file, token)
                    judge(file)
                size = await self._saved(file, path, token)
            except Refused as refused:
                self._emit("file_not_fetched", code=refused.code)
                name = file.name or NAMELESS
                return (
                    File(name=name, path=path),
                    FileRefused(name, code=refused.code, reason=refused.reason),
                )
        self._emit("file_fetched", bytes=size)
        return File(name=file.name or NAMELESS, path=path), None

    async def _described(self, file: SlackFile, token: str) -> SlackFile:
        async def ask() -> SlackFile:
            return await described(file, token=token, session=self._session, api_url=self._api_url)

        return await patiently(ask, clock=self._clock, random=self._random)

    async def _saved(self, file: SlackFile, path: Path, token: str) -> int:
        async def save() -> int:
            return await download(file, path, token=token, session=self._session, origins=self._origins)

        return await patiently(save, clock=self._clock, random=self._random)


class _Reader:
    def __init__(self, inner: FileReader, refused: Mapping[Path, FileRefused]) -> None:
        self._inner = inner
        self._refused = refused

    async def read(self, file: File) -> Reading:
        """What `inner` reads. Raises FileRefused."""
        if refused := self._refused.get(file.path):
            raise refused
        return await self._inner.read(file)
