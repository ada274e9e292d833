"""How the repositories reach the database: a reading or a writing transaction, and inserts that may meet."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from contextvars import copy_context
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from core import database, turns
from core.clock import Clock
from core.errors import DraftForgotten
from core.outages import NotReached, is_outage, outlast
from core.store import tables
from core.store.records import DraftKey, Tier

T = TypeVar("T")
Insert = sqlite.Insert | postgresql.Insert
Begin = Callable[[], AbstractContextManager[sa.Connection]]

# A crew for each: readers need not wait for writers, nor who goes ahead for those who wait for their turn.
THREADS = 4
CREWS = 3

_CHECKPOINTS = 5  # attempts at emptying the write-ahead log; each waits for readers as long as a writer would


class Connections:
    """One pool of connections. `look` and `change` are transactions.

    One thread does each of them, from its begin to its commit: whoever holds the write lock of a file should
    wait for nothing, least of all for the event loop. A Postgres server that is away is tried again, and
    so is one that goes away under a transaction; a transaction whose commit got no answer is not.
    """

    def __init__(self, url: sa.URL, *, clock: Clock) -> None:
        self._clock = clock
        self._sqlite = database.is_sqlite(url)
        self._engine = database.open_threaded(url, connections=CREWS * THREADS)
        self._writer = self._engine.execution_options(**{database.BEGIN: database.WRITE})
        self._bare = self._engine.execution_options(**{database.BEGIN: database.BARE})
        self._readers = ThreadPoolExecutor(THREADS, "store-reader")
        self._writers = ThreadPoolExecutor(THREADS, "store-writer")
        self._ahead = ThreadPoolExecutor(THREADS, "store-ahead")

    async def look(self, work: Callable[[sa.Connection], T]) -> T:
        """What `work` returns; it changes nothing, and may be called again."""
        return await self._outlasting(self._readers, self._engine.connect, work)

    async def change(self, work: Callable[[sa.Connection], T]) -> T:
        """What `work` returns, once what it wrote is committed; nothing is written when it raises.

        It may be called again, when nothing of it was kept. It holds the write lock of a SQLite file from its
        start. A caller that is cancelled waits for the end of work that has begun.
        """
        threads = self._ahead if turns.goes_ahead() else self._writers
        return await self._outlasting(threads, self._writer.begin, work)

    def insert(self, table: sa.Table) -> Insert:
        """An insert that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
        return sqlite.insert(table) if self._sqlite else postgresql.insert(table)

    async def leave_no_trace(self) -> None:
        """After a deletion: empty SQLite's write-ahead log, which still holds the pages as they were."""
        if self._sqlite:
            await _done_by(self._writers, self._empty_log)

    async def close(self) -> None:
        """Give every connection back, once all that has begun is done."""
        for threads in (self._readers, self._writers, self._ahead):
            await asyncio.to_thread(threads.shutdown)
        self._engine.dispose()

    async def _outlasting(
        self, threads: ThreadPoolExecutor, begin: Begin, work: Callable[[sa.Connection], T]
    ) -> T:
        """What `work` returns, done again where it was in vain.

        The thread is given back between two attempts, to those who would rather hear that soon.
        """

        def attempt() -> T:
            worked = False
            try:
                with begin() as connection:
                    result = work(connection)
                    worked = True
            except sa.exc.DBAPIError as error:
                if self._sqlite or worked or not is_outage(error):
                    raise
                raise NotReached(error) from error
            return result

        return await outlast(lambda: _done_by(threads, attempt), clock=self._clock)

    def _empty_log(self) -> None:
        for _ in range(_CHECKPOINTS):
            with self._bare.connect() as connection:
                result = connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))
                if not result.one()[0]:  # the first column says whether a reader stood in the way
                    return


async def _done_by(threads: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    """What the work returns, done by one of the threads; when this is over, nothing of it goes on."""
    begun = threads.submit(copy_context().run, work)
    done = asyncio.wrap_future(begun)
    try:
        return await asyncio.shield(done)
    except asyncio.CancelledError:
        if not begun.cancel():
            await asyncio.wait([done])
        raise


def ensure_workspace(db: Connections, connection: sa.Connection, workspace: str) -> None:
    """Make the row that everything of a workspace hangs on, unless it is there."""
    new = db.insert(tables.workspaces).values(id=workspace, tier=Tier.STANDARD.value, settings="{}")
    connection.execute(new.on_conflict_do_nothing())


def holds_workspace(connection: sa.Connection, workspace: str) -> bool:
    """Whether anything is stored of a workspace; if so, it stays until the transaction ends.

    For what may come late: a job that outlasts its workspace must not bring it back.
    """
    query = sa.select(tables.workspaces.c.id).where(tables.workspaces.c.id == workspace)
    return connection.execute(query.with_for_update(read=True, key_share=True)).first() is not None


def hold_draft(connection: sa.Connection, key: DraftKey) -> None:
    """Lock a draft's row until the transaction ends. Raises DraftForgotten when it is gone."""
    drafts = tables.drafts
    query = sa.select(drafts.c.id).where(drafts.c.workspace == key.workspace, drafts.c.id == key.id)
    if connection.execute(query.with_for_update()).first() is None:
        raise DraftForgotten


def of_draft(table: sa.Table, key: DraftKey) -> sa.ColumnElement[bool]:
    """The rows of one draft."""
    return sa.and_(table.c.workspace == key.workspace, table.c.draft == key.id)
