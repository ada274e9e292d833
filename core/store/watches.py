"""The channels that opted in to having their files drafted."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from core.clock import Clock
from core.store.connections import Connections, ensure_workspace
from core.store.records import Watch
from core.store.tables import watches


@dataclass(frozen=True, slots=True)
class Watches:
    """The watched channels of every workspace."""

    db: Connections
    clock: Clock

    async def on(self, workspace: str, channel: str, *, author: str) -> None:
        """Watch a channel; a channel already watched stays as it is."""
        new = self.db.insert(watches).values(
            workspace=workspace, channel=channel, author=author, created=self.clock.now()
        )

        def work(connection: sa.Connection) -> None:
            ensure_workspace(self.db, connection, workspace)
            connection.execute(new.on_conflict_do_nothing())

        await self.db.change(work)

    async def off(self, workspace: str, channel: str) -> None:
        """Watch a channel no longer."""
        mine = (watches.c.workspace == workspace) & (watches.c.channel == channel)
        await self.db.change(lambda connection: connection.execute(sa.delete(watches).where(mine)))

    async def get(self, workspace: str, channel: str) -> Watch | None:
        """Who has the channel watched since when; None when nobody does."""
        mine = (watches.c.workspace == workspace) & (watches.c.channel == channel)
        query = sa.select(watches).where(mine)
        row = await self.db.look(lambda connection: connection.execute(query).first())
        return None if row is None else Watch(**row._mapping)  # noqa: SLF001  a public part of SQLAlchemy's Row

    async def of(self, workspace: str) -> tuple[Watch, ...]:
        """Every watched channel of a workspace, oldest first."""
        query = sa.select(watches).where(watches.c.workspace == workspace)

        def work(connection: sa.Connection) -> tuple[Watch, ...]:
            rows = connection.execute(query.order_by(watches.c.created, watches.c.channel)).mappings()
            return tuple(Watch(**row) for row in rows)

        return await self.db.look(work)
