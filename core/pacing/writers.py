"""The live messages of one process, and the tasks that keep them going."""

from __future__ import annotations

import asyncio
from random import Random
from types import TracebackType
from typing import Self

from core.clock import Clock
from core.pacing.gate import Gate
from core.pacing.live import Live, Surroundings
from core.pacing.outlet import Outlet, P
from core.pacing.spacing import Spacing
from core.telemetry import Emit


class Writers:
    """Starts live messages. Open it with `async with`, inside the gate that its calls go through."""

    def __init__(self, *, gate: Gate, clock: Clock, random: Random, emit: Emit) -> None:
        self._around = Surroundings(gate=gate, spacing=Spacing(), clock=clock, random=random, emit=emit)
        self._tasks = asyncio.TaskGroup()
        self._loops: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        """Begin."""
        await self._tasks.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End every loop where it stands; what a message ends with is kept elsewhere until it is shown.

        An error of the body goes on as it is, not inside a group.
        """
        for loop in self._loops:
            loop.cancel()
        if isinstance(error, asyncio.CancelledError):
            await self._tasks.__aexit__(kind, error, trace)
        else:
            await self._tasks.__aexit__(None, None, None)

    def start(self, workspace: str, outlet: Outlet[P]) -> Live[P]:
        """Start the loop of one message of a workspace; the caller holds it."""
        live = Live(outlet, workspace=workspace, around=self._around)
        loop = self._tasks.create_task(live.run())
        self._loops.add(loop)
        loop.add_done_callback(self._loops.discard)
        return live
