"""The replicas on one Postgres: those that live are counted, the jobs of one that died are taken over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

import sqlalchemy as sa
from dbos import DBOS
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from core.ids import digest
from core.jobs import rows
from core.telemetry import Emit

STRIKES = 2  # looks in a row that find a replica dead; a live one takes a lost lock back between two

_ALL = 0x7265706C69636173  # "replicas": the lock that all of them share

# A lock's key of 64 bits is told in two halves: https://www.postgresql.org/docs/current/view-pg-locks.html
_LIVING = sa.text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
    " AND classid = :upper AND objid = :lower"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
).bindparams(upper=_ALL >> 32, lower=_ALL & 0xFFFFFFFF)


class Replicas:
    """Each replica holds a lock in the database while it lives, so a lock that can be had is a dead one's.

    All of them share another one beside it; `counted` is told how many do, whenever that has changed.
    """

    def __init__(
        self, address: sa.URL, *, name: str, emit: Emit, counted: Callable[[int], None] = lambda _: None
    ) -> None:
        self._engine = create_async_engine(address, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
        self._name = name
        self._emit = emit
        self._counted = counted
        self._count = self._found = 1
        self._connection: AsyncConnection | None = None
        self._held = False
        self._strikes: dict[str, int] = {}

    async def look(self) -> None:
        """Hold the own locks, count who lives, and take over the started jobs of whoever is dead.

        Dead is who was found so twice in a row. Raises what the database raises; the next look connects
        again.
        """
        try:
            connection = await self._connected()
            if not self._held:  # another replica may be holding it this very moment, to judge this one
                self._held = await _lock(connection, self._name)
            await self._look_around(connection)
            others = await rows.executors() - {self._name}
            self._strikes = {name: self._strikes.get(name, 0) for name in others}
            for name in others:
                await self._judge(connection, name)
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Let go of the lock."""
        connection, self._connection, self._held = self._connection, None, False
        if connection is not None:
            with suppress(sa.exc.DBAPIError):
                await connection.close()

    async def _connected(self) -> AsyncConnection:
        if self._connection is None:
            self._connection = await self._engine.connect()
            await self._connection.execute(sa.select(sa.func.pg_advisory_lock_shared(_ALL)))
        await self._connection.execute(sa.select(1))  # raises when the session is gone, and its locks with it
        return self._connection

    async def _look_around(self, connection: AsyncConnection) -> None:
        """Count the sessions that hold the lock of all: a replica has one, and loses it when it dies.

        One that lost its session for a moment is counted for another look, as the dead have two.
        """
        former, self._found = self._found, (await connection.execute(_LIVING)).scalar_one()
        count = max(former, self._found)
        if count != self._count:
            self._count = count
            self._emit("replicas_counted", count=count)
            self._counted(count)

    async def _judge(self, connection: AsyncConnection, name: str) -> None:
        if not await _lock(connection, name):
            self._strikes[name] = 0
            return
        try:
            self._strikes[name] += 1
            if self._strikes[name] >= STRIKES:
                # The public way, resuming, would count the starts of a job from zero again, and a job that
                # takes its process down would go round for ever. Done under the lock, so by one replica.
                await asyncio.to_thread(DBOS._recover_pending_workflows, [name])  # noqa: SLF001  see above
                self._emit("replica_dead", replica=name)
        finally:
            await connection.execute(sa.select(sa.func.pg_advisory_unlock(_key(name))))


async def _lock(connection: AsyncConnection, name: str) -> bool:
    taken: bool = (await connection.execute(sa.select(sa.func.pg_try_advisory_lock(_key(name))))).scalar_one()
    return taken


def _key(name: str) -> int:
    """A number of 64 bits with a sign, as Postgres locks them."""
    return int.from_bytes(
        bytes.fromhex(digest(b"crossroads-replica", name.encode())[:16]), "big", signed=True
    )
