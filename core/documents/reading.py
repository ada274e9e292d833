"""Reads a file in a child process of its own, so that no file can harm or stop this one."""

from __future__ import annotations

import asyncio
import os
import signal

from core.documents import child, sniff
from core.documents.encoding import decode
from core.documents.model import File, Reading
from core.documents.refusals import Refused
from core.documents.worker import FIRST, SECOND
from core.errors import FileRefused
from core.telemetry import Emit, ignore

# How a child that broke off ended. PDFium, the allocator of Rust and the C library abort without memory.
_ENDINGS = {-signal.SIGABRT: "memory", -signal.SIGKILL: "memory", -signal.SIGXCPU: "slow"}


class Reader:
    """Reads files: `files` at once, `children` of them in a child (one for each processor by default).

    `timeout` is in seconds from the start of a file's child; a second child for the same file (pypdf, after
    PDFium crashed) has what the first one left of it.
    """

    def __init__(
        self, *, files: int = 5, children: int | None = None, timeout: float = 12.0, emit: Emit = ignore
    ) -> None:
        self._files = asyncio.Semaphore(files)
        self._children = asyncio.Semaphore(children or os.cpu_count() or 1)
        self._timeout = timeout
        self._emit = emit

    async def read(self, file: File) -> Reading:
        """The file's passages, whatever the brief. Raises FileRefused."""
        async with self._files:
            try:
                reading = await _decoded(await self._answer(file))
            except Refused as refused:
                self._emit("file_refused", code=refused.code, cause=refused.cause)
                raise FileRefused(file.name, code=refused.code, reason=refused.reason) from refused
        self._emit(
            "file_read",
            kind=reading.kind,
            passages=len(reading.passages),
            characters=reading.characters,
            warnings=len(reading.warnings),
        )
        return reading

    async def _answer(self, file: File) -> bytes:
        """What the child says of the file, at the second attempt if need be. Raises Refused."""
        extension = sniff.extension(file.name)
        async with self._children:
            try:
                async with asyncio.timeout(self._timeout):
                    outcome = await child.run(file.path, extension, FIRST)
                    if _has_crashed(outcome):
                        outcome = await child.run(file.path, extension, SECOND)
            except TimeoutError as error:
                raise Refused("slow") from error
            except child.OutputTooLong as error:
                raise Refused("too_much_text") from error
            except OSError as error:  # no process or no pipe can be had just now
                raise Refused("crashed", cause=type(error).__name__) from error
        if outcome.code != 0:
            raise Refused(_ENDINGS.get(outcome.code, "crashed"), cause=f"exit {outcome.code}")
        return outcome.output


async def _decoded(answer: bytes) -> Reading:
    try:
        return await asyncio.to_thread(decode, answer)
    except ValueError as error:
        raise Refused("crashed", cause=type(error).__name__) from error


def _has_crashed(outcome: child.Outcome) -> bool:
    """True when a signal ended the child that says nothing of memory or time: most likely in PDFium."""
    return outcome.code < 0 and outcome.code not in _ENDINGS
