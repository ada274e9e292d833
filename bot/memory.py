"""The memory watch: how much this process and its children hold, and whether new jobs are taken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import psutil

from bot import cgroup
from core.clock import Clock
from core.telemetry import Emit
from handlers.operation import Memory

INTERVAL = 60.0  # seconds between two looks
HIGH = 0.80  # of the limit: above it, a warning
FULL = 0.95  # above it, no new jobs
EASED = 0.85  # under it, new jobs again


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """`resident` is what is held and `limit` what may be held, both in bytes."""

    resident: int
    limit: int

    @property
    def share(self) -> float:
        """How much of the limit is held; 1.0 is all of it."""
        return self.resident / self.limit


def measure(configured: int | None = None) -> Usage:
    """What this process and its children hold now. Blocks for some milliseconds.

    Pages that several of them share count for each. The limit is the lowest of the one configured (bytes),
    the control groups' and the machine's memory.
    """
    this = psutil.Process()
    limits = (configured, cgroup.memory_limit(), psutil.virtual_memory().total)
    return Usage(
        resident=sum(map(resident, (this, *this.children(recursive=True)))),
        limit=min(limit for limit in limits if limit),
    )


def resident(process: psutil.Process) -> int:
    """The bytes that one process holds; 0 when it has ended."""
    try:
        held: int = process.memory_info().rss
    except psutil.Error:
        return 0
    return held


class MemoryWatch:
    """Looks every INTERVAL seconds; `accepting` tells whether new jobs are taken.

    Emits memory at every look, with memory_high or memory_full beside it while there is too little left,
    memory_eased once jobs are taken again, and memory_unknown when `read` failed: then nothing changes.
    """

    def __init__(self, *, read: Callable[[], Usage], clock: Clock, emit: Emit) -> None:
        self.accepting = True
        self._latest: Usage | None = None
        self._read = read
        self._clock = clock
        self._emit = emit

    def held(self) -> Memory | None:
        """What the last look found; None before the first."""
        if self._latest is None:
            return None
        return Memory(resident=self._latest.resident, limit=self._latest.limit, accepting=self.accepting)

    async def run(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            await self.look()
            await self._clock.sleep(INTERVAL)

    async def look(self) -> None:
        """Look once. `read` runs in a thread, since it may block."""
        try:
            usage = await asyncio.to_thread(self._read)
        except Exception as failure:  # noqa: BLE001  a look that fails must not end the process it watches
            self._emit("memory_unknown", cause=type(failure).__name__)
            return
        self._latest = usage
        self._judge(usage)

    def _judge(self, usage: Usage) -> None:
        self._tell("memory", usage)
        if usage.share > FULL:
            self.accepting = False
            self._tell("memory_full", usage)
            return
        if not self.accepting and usage.share < EASED:
            self.accepting = True
            self._tell("memory_eased", usage)
        if usage.share > HIGH:
            self._tell("memory_high", usage)

    def _tell(self, event: str, usage: Usage) -> None:
        self._emit(
            event,
            resident=usage.resident,
            limit=usage.limit,
            share=round(usage.share, 3),
            accepting=self.accepting,
        )
