"""Remembers what a file says by what is in it, so that the same file is read once."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

from core.documents import sniff
from core.documents.encoding import decode, encode
from core.documents.extract import encode_refusal
from core.documents.model import File, Reading
from core.documents.refusals import PASSING, Refused
from core.errors import FileRefused
from core.ids import digest

READER_VERSION = "1"  # changes whenever the same file would give other passages


class FileReader(Protocol):
    """Whatever reads files."""

    async def read(self, file: File) -> Reading:
        """The file's passages. Raises FileRefused."""


class ReadingStore(Protocol):
    """Keeps bytes by key; identical work in flight is joined."""

    async def get(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """The bytes kept under this key, made if there are none. What `make` raises is raised, not kept."""


class CachedReader:
    """A reader that holds a reader, and keeps what that one said.

    A refusal for what is in the file is kept like a reading; one for a lack of time or memory is not, since
    another attempt may end well.
    """

    def __init__(self, reader: FileReader, store: ReadingStore) -> None:
        self._reader = reader
        self._store = store

    async def read(self, file: File) -> Reading:
        """The file's passages. Raises FileRefused, under this file's name."""
        try:
            key = await asyncio.to_thread(_key, file)
        except OSError as error:
            raise _renamed(Refused("missing"), file) from error

        async def make() -> bytes:
            try:
                reading = await self._reader.read(file)
            except FileRefused as refused:
                if refused.code in PASSING:
                    raise
                return encode_refusal(Refused(refused.code, reason=refused.reason))
            return await asyncio.to_thread(encode, reading)

        try:
            return await asyncio.to_thread(decode, await self._store.get(key, make))
        except Refused as refused:
            raise _renamed(refused, file) from refused
        except FileRefused as refused:
            if refused.code == "missing":  # the equal file of another caller is gone, this one is there
                return await self._reader.read(file)
            raise _renamed(refused, file) from refused


def _renamed(refused: Refused | FileRefused, file: File) -> FileRefused:
    """The refusal under this file's name: an equal file may have been read under another."""
    return FileRefused(file.name, code=refused.code, reason=refused.reason)


def _key(file: File) -> str:
    extension = sniff.extension(file.name)
    return digest(READER_VERSION.encode(), extension.encode(), _content(file.path))


def _content(path: Path) -> bytes:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").digest()
