"""Waiting for workflows to end, with one query for all who wait."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable

from core.jobs import rows
from core.jobs.rows import Row


class Endings:
    """Who waits for which workflow. The engine's own wait would ask once for each of them, over and over.

    What ends in this process is noticed, and asked for at once; what ends elsewhere, by asking for all.
    """

    def __init__(self) -> None:
        self._waiting: defaultdict[str, set[asyncio.Future[Row]]] = defaultdict(set)
        self._noticed: set[str] = set()
        self._news = asyncio.Event()

    @property
    def waiting(self) -> int:
        """How many wait."""
        return sum(map(len, self._waiting.values()))

    async def of(self, id_: str) -> Row:
        """Wait until a workflow has ended, wherever it runs; return its row."""
        future: asyncio.Future[Row] = asyncio.get_running_loop().create_future()
        self._waiting[id_].add(future)
        self.notice(id_)  # it may have ended before
        try:
            return await future
        finally:
            self._waiting[id_].discard(future)
            if not self._waiting[id_]:
                del self._waiting[id_]

    def notice(self, *ids: str) -> None:
        """These workflows may have ended just now."""
        self._noticed.update(id_ for id_ in ids if id_ in self._waiting)
        if self._noticed:
            self._news.set()

    async def look(self) -> None:
        """Wake those whose workflow was noticed and has ended; wait first while there is no news."""
        await self._news.wait()
        noticed, self._noticed = self._noticed, set()
        self._news.clear()
        await self._wake(noticed)

    async def look_at_all(self) -> None:
        """Wake everybody whose workflow has ended."""
        await self._wake(self._waiting)

    async def _wake(self, ids: Iterable[str]) -> None:
        for id_, row in (await rows.find(ids, status=rows.ENDED)).items():
            for future in self._waiting.get(id_, ()):
                if not future.done():
                    future.set_result(row)
