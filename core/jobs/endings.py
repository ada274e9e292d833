"""Waiting for workflows to end, with one query for all who wait."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from core.jobs import rows
from core.jobs.rows import Row


class Endings:
    """Who waits for which workflow. The engine's own wait would ask once for each of them, over and over."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, set[asyncio.Future[Row]]] = defaultdict(set)
        self._somebody = asyncio.Event()

    @property
    def waiting(self) -> int:
        """How many wait."""
        return sum(map(len, self._waiting.values()))

    async def of(self, id_: str) -> Row:
        """Wait until a workflow has ended, wherever it runs; return its row."""
        ended = (await rows.find([id_], status=rows.ENDED)).get(id_)
        if ended is not None:
            return ended
        future: asyncio.Future[Row] = asyncio.get_running_loop().create_future()
        self._waiting[id_].add(future)
        self._somebody.set()
        try:
            return await future
        finally:
            self._waiting[id_].discard(future)
            if not self._waiting[id_]:
                del self._waiting[id_]

    async def look(self) -> None:
        """Wake those whose workflow has ended; wait first while nobody waits."""
        await self._somebody.wait()
        if not self._waiting:
            self._somebody.clear()
            return
        for id_, row in (await rows.find(list(self._waiting), status=rows.ENDED)).items():
            for future in self._waiting.get(id_, ()):
                if not future.done():
                    future.set_result(row)
