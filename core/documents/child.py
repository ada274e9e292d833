"""Runs one child process to its end, or kills it when its output is too long or its caller cancelled."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import core
from core.documents.limits import OUTPUT

# -I keeps the environment and the working directory out, -S a site's start-up code (25 ms of an editable
# install); the parent's import path, which has all of that in it already, comes as arguments.
BOOT = "import sys; sys.path += sys.argv[5:]; from core.documents.worker import main; main()"
ENVIRONMENT = {"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}


class OutputTooLong(Exception):
    """The child wrote more than it may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a child ended: its exit code, or minus the signal that ended it, and what it wrote."""

    code: int
    output: bytes


async def run(path: Path, extension: str, opinion: str) -> Outcome:
    """Let a child read the file. Raises OutputTooLong.

    However this ends, with a cancellation too, no process and no pipe is left behind.
    """
    if not path.is_absolute():  # the child runs elsewhere
        path = await asyncio.to_thread(path.absolute)
    arguments = [str(path), extension, opinion, str(os.getpid()), *import_path()]
    transport, child = await asyncio.get_running_loop().subprocess_exec(
        _Child,
        *(sys.executable, "-I", "-S", "-c", BOOT, *arguments),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=ENVIRONMENT,
        cwd="/",
        start_new_session=True,
    )
    try:
        await asyncio.shield(child.closed)
    finally:
        _kill(transport)
        try:
            await asyncio.shield(child.closed)
        finally:
            transport.close()
    if child.is_too_long:
        raise OutputTooLong
    return Outcome(code=transport.get_returncode() or 0, output=bytes(child.output))


class _Child(asyncio.SubprocessProtocol):
    """Gathers what the child writes; `closed` is done when it has ended and its pipe is closed."""

    def __init__(self) -> None:
        self.output = bytearray()
        self.is_too_long = False
        self.closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._transport: asyncio.SubprocessTransport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.SubprocessTransport)  # noqa: S101  what loop.subprocess_exec makes
        self._transport = transport

    def pipe_data_received(self, fd: int, data: bytes) -> None:  # noqa: ARG002  there is one pipe
        if len(self.output) + len(data) > OUTPUT:
            self.is_too_long = True
            _kill(self._transport)
        else:
            self.output += data

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  a broken pipe has ended all the same
        self.closed.set_result(None)


def _kill(transport: asyncio.SubprocessTransport) -> None:
    """End the child and all that it started, unless it has ended."""
    if transport.get_returncode() is None:
        with suppress(ProcessLookupError):
            os.killpg(transport.get_pid(), signal.SIGKILL)


@cache
def import_path() -> tuple[str, ...]:
    """Where this process finds modules: the package's own root first."""
    roots = [str(Path(core.__file__).parents[1]), *sys.path]
    return tuple(dict.fromkeys(root for root in roots if Path(root).is_absolute()))
