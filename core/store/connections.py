"""How the repositories reach the database: a reading or a writing transaction, and inserts that may meet."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from core import database
from core.errors import DraftForgotten
from core.store import tables
from core.store.records import DraftKey, Tier

Insert = sqlite.Insert | postgresql.Insert

_CHECKPOINTS = 5  # attempts at emptying the write-ahead log; each waits for readers as long as a writer would


class Connections:
    """One pool of connections. `read()` and `write()` are transactions; a write commits when it ends well."""

    def __init__(self, url: sa.URL) -> None:
        self._sqlite = database.is_sqlite(url)
        self._engine = database.open_async(url)
        self._writer = self._engine.execution_options(**{database.BEGIN: database.WRITE})
        self._bare = self._engine.execution_options(**{database.BEGIN: database.BARE})

    def read(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A transaction that changes nothing."""
        return self._engine.connect()

    def write(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A transaction that holds the write lock of a SQLite file from its start."""
        return self._writer.begin()

    def insert(self, table: sa.Table) -> Insert:
        """An insert that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
        return sqlite.insert(table) if self._sqlite else postgresql.insert(table)

    async def leave_no_trace(self) -> None:
        """After a deletion: empty SQLite's write-ahead log, which still holds the pages as they were."""
        if not self._sqlite:
            return
        for _ in range(_CHECKPOINTS):
            async with self._bare.connect() as connection:
                result = await connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))
                if not result.one()[0]:  # the first column says whether a reader stood in the way
                    return

    async def close(self) -> None:
        """Give every connection back."""
        await self._engine.dispose()


async def ensure_workspace(db: Connections, connection: AsyncConnection, workspace: str) -> None:
    """Make the row that everything of a workspace hangs on, unless it is there."""
    new = db.insert(tables.workspaces).values(id=workspace, tier=Tier.STANDARD.value, settings="{}")
    await connection.execute(new.on_conflict_do_nothing())


async def hold_draft(connection: AsyncConnection, key: DraftKey) -> None:
    """Lock a draft's row until the transaction ends. Raises DraftForgotten when it is gone."""
    drafts = tables.drafts
    query = sa.select(drafts.c.id).where(drafts.c.workspace == key.workspace, drafts.c.id == key.id)
    if (await connection.execute(query.with_for_update())).first() is None:
        raise DraftForgotten


def of_draft(table: sa.Table, key: DraftKey) -> sa.ColumnElement[bool]:
    """The rows of one draft."""
    return sa.and_(table.c.workspace == key.workspace, table.c.draft == key.id)
