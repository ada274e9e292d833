"""The bot as a process of its own, that can be started, ended in order, and killed."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import aiohttp

Phase = Literal["starting", "running", "stopping", "stopped"]

COMMAND = (sys.executable, "-m", "bot.playground.leashed")
HOST = "127.0.0.1"  # nobody else on the network reaches it
LOOK = 0.05  # seconds between two looks at whether it is ready
PATIENCE = 30.0  # seconds until it must be ready
DRAIN = 6.0  # seconds it has for drafts under way; what is left then, the next process takes up
SHOWN = 300  # characters of the last line of its log


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the process stands; `since` is in seconds since the Unix epoch, `note` says why it is down."""

    phase: Phase = "stopped"
    since: float = 0.0
    pid: int = 0
    starts: int = 0
    note: str = ""


class BotProcess:
    """One bot at one address. `environment` is asked at each start; `changed` is called at each new standing.

    Open it with `async with`, which ends it in order. Every method waits for the one called before.
    """

    def __init__(
        self,
        *,
        port: int,
        log: Path,
        environment: Callable[[], Mapping[str, str]],
        command: tuple[str, ...] = COMMAND,
    ) -> None:
        self.standing = Standing()
        self.url = f"http://{HOST}:{port}"
        self._log = log
        self._environment = environment
        self.changed: Callable[[], None] = lambda: None
        self._command = command
        self._turn = asyncio.Lock()
        self._child: asyncio.subprocess.Process | None = None
        self._tasks: asyncio.TaskGroup
        self._is_closed = False

    async def __aenter__(self) -> Self:
        """It is not started yet."""
        self._tasks = await asyncio.TaskGroup().__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it in order, for good."""
        self._is_closed = True
        await self.stop()
        await self._tasks.__aexit__(None, None, None)

    async def start(self) -> None:
        """Start it, unless it is up; returns when it takes requests, or has ended."""
        async with self._turn:
            if self._child is None:
                await self._start()

    async def stop(self) -> None:
        """Let it end in order; after a while, kill it."""
        async with self._turn:
            await self._stop()

    async def restart(self) -> None:
        """Let it end in order, then start it."""
        async with self._turn:
            await self._stop()
            await self._start()

    async def kill(self, *, again: bool = False) -> None:
        """Kill it as kill -9 does, and with `again` start it at once."""
        async with self._turn:
            if self._child is not None:
                await self._end(self._child, note="It was killed with kill -9.")
            if again:
                await self._start()

    async def _start(self) -> None:
        if self._is_closed:
            return
        with self._log.open("ab") as log:
            child = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.PIPE,
                stdout=log,
                stderr=log,
                env=dict(self._environment()),
                start_new_session=True,  # Ctrl-C is for the playground, which then ends it in order
            )
        self._child = child
        self._stand("starting", pid=child.pid, starts=self.standing.starts + 1)
        self._tasks.create_task(self._watch(child))
        if await self._ready(child):
            self._stand("running", pid=child.pid)

    async def _ready(self, child: asyncio.subprocess.Process) -> bool:
        until = time.monotonic() + PATIENCE
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE)) as session:
            while child.returncode is None and time.monotonic() < until:
                with suppress(aiohttp.ClientError):
                    async with session.get(f"{self.url}/readyz") as answer:
                        if answer.ok:
                            return True
                await asyncio.sleep(LOOK)
        return False

    async def _stop(self) -> None:
        child = self._child
        if child is None:
            return
        self._stand("stopping", pid=child.pid)
        if child.returncode is None:
            child.terminate()
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAIN):
                await child.wait()
        await self._end(child)

    async def _end(self, child: asyncio.subprocess.Process, note: str = "") -> None:
        self._child = None  # so that its watcher says nothing
        if child.returncode is None:
            child.kill()
        await child.wait()
        self._stand("stopped", note=note)

    async def _watch(self, child: asyncio.subprocess.Process) -> None:
        code = await child.wait()
        if self._child is child and self.standing.phase != "stopping":
            self._child = None
            self._stand(
                "stopped", note=f"It ended by itself (exit code {code}). {self._last_words()}".strip()
            )

    def _last_words(self) -> str:
        lines = self._log.read_text(errors="replace").strip().splitlines()
        return lines[-1][:SHOWN] if lines else ""

    def _stand(self, phase: Phase, *, pid: int = 0, starts: int | None = None, note: str = "") -> None:
        count = self.standing.starts if starts is None else starts
        self.standing = replace(
            self.standing, phase=phase, since=time.time(), pid=pid, starts=count, note=note
        )
        self.changed()
