"""Deleting for good: rows, whatever hangs on them, and what the files would still hold of them."""

from __future__ import annotations

import sqlalchemy as sa

from core.store.connections import Connections


async def delete(db: Connections, table: sa.Table, where: sa.ColumnElement[bool]) -> int:
    """Delete these rows with all that refers to them; return how many they were.

    On SQLite no word of them is left in the database file or its log; Postgres reuses their space in time.
    """
    count = await db.change(lambda connection: connection.execute(sa.delete(table).where(where)).rowcount)
    if count:
        await db.leave_no_trace()
    return count
