"""The numbered graphs of a draft."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from core.clock import Clock
from core.graph.model import Graph
from core.graph.serial import canonical, from_bytes
from core.store.connections import Connections, hold_draft, of_draft
from core.store.records import DraftKey, Revision
from core.store.tables import drafts, revisions


@dataclass(frozen=True, slots=True)
class Revisions:
    """The revisions of every draft."""

    db: Connections
    clock: Clock

    async def add(
        self, key: DraftKey, graph: Graph, *, job: str, author: str, cause: str, extra: str = "{}"
    ) -> Revision:
        """Store a graph, its parts in order, under the draft's next number; the draft takes its title.

        One job makes one revision: a job that is run again after a crash gets the revision it made.
        Raises DraftForgotten.
        """
        mine = sa.and_(of_draft(revisions, key), revisions.c.job == job)
        newest = sa.select(sa.func.coalesce(sa.func.max(revisions.c.number), 0)).where(
            of_draft(revisions, key)
        )
        now = self.clock.now()

        def work(connection: sa.Connection) -> Revision:
            hold_draft(connection, key)
            made = connection.execute(sa.select(revisions).where(mine)).first()
            if made is not None:
                return _revision(made)
            new = sa.insert(revisions).values(
                workspace=key.workspace,
                draft=key.id,
                number=connection.execute(newest).scalar_one() + 1,
                graph=canonical(graph).decode(),
                job=job,
                author=author,
                cause=cause,
                extra=extra,
                created=now,
            )
            connection.execute(new)
            touched = sa.update(drafts).where(drafts.c.workspace == key.workspace, drafts.c.id == key.id)
            connection.execute(touched.values(title=graph.title, updated=now))
            return _revision(connection.execute(sa.select(revisions).where(mine)).one())

        return await self.db.change(work)

    async def get(self, key: DraftKey, number: int) -> Revision | None:
        """One revision, or None when the draft has none of that number."""
        return await self._first(sa.and_(of_draft(revisions, key), revisions.c.number == number))

    async def latest(self, key: DraftKey) -> Revision | None:
        """The newest revision, or None when nothing has been drafted yet."""
        return await self._first(of_draft(revisions, key))

    async def of(self, key: DraftKey) -> tuple[Revision, ...]:
        """Every revision of a draft, from the first to the newest."""
        query = sa.select(revisions).where(of_draft(revisions, key)).order_by(revisions.c.number)

        def work(connection: sa.Connection) -> tuple[Revision, ...]:
            return tuple(_revision(row) for row in connection.execute(query))

        return await self.db.look(work)

    async def _first(self, where: sa.ColumnElement[bool]) -> Revision | None:
        query = sa.select(revisions).where(where).order_by(revisions.c.number.desc()).limit(1)
        row = await self.db.look(lambda connection: connection.execute(query).first())
        return None if row is None else _revision(row)


def _revision(row: sa.Row[*tuple[object, ...]]) -> Revision:
    return Revision(
        number=row.number,
        graph=from_bytes(row.graph.encode()),
        job=row.job,
        author=row.author,
        cause=row.cause,
        extra=row.extra,
        created=row.created,
    )
