"""The workflows that are under way in this process, from their first line to their recorded outcome."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from dbos import DBOS

from core.jobs.model import Json
from core.jobs.rows import Workflow

RECORDING = 10.0  # seconds that outcomes may take to reach the database while closing


class Bodies:
    """Knows every task that the engine runs here, so that a shutdown leaves none behind."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()
        self._inside: set[asyncio.Task[object]] = set()
        self._closed = False

    def __len__(self) -> int:
        """How many there are."""
        return len(self._tasks)

    def track(self, body: Workflow, *, over: Callable[[str], None] = lambda _: None) -> Workflow:
        """The same body, known for as long as the engine is busy with it; then `over` is told the id."""

        async def tracked(*args: Json) -> Json:
            task = asyncio.current_task()
            assert task is not None  # noqa: S101  a coroutine is awaited by a task
            if self._closed:
                raise asyncio.CancelledError  # it stays as it is, and the next process starts it
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            if (workflow := DBOS.workflow_id) is not None:
                task.add_done_callback(lambda _: over(workflow))
            self._inside.add(task)
            try:
                return await body(*args)
            finally:
                self._inside.discard(task)

        return tracked

    async def close(self) -> None:
        """Cut off the bodies under way, for another process to take up; let recorded outcomes be written."""
        self._closed = True
        for task in self._inside:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=RECORDING)
