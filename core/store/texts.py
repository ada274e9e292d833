"""What was written in a draft's thread: the brief, replies, answers, reviews."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from core.clock import Clock
from core.store.connections import Connections, hold_draft, of_draft
from core.store.records import DraftKey, Text
from core.store.tables import texts


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of every draft."""

    db: Connections
    clock: Clock

    async def add(self, key: DraftKey, *, kind: str, body: str, author: str, job: str) -> Text:
        """Store a text under the draft's next number.

        A job has one text of a kind: run again after a crash, it gets the text it stored.
        Raises DraftForgotten.
        """
        mine = sa.and_(of_draft(texts, key), texts.c.job == job, texts.c.kind == kind)
        newest = sa.select(sa.func.coalesce(sa.func.max(texts.c.number), 0)).where(of_draft(texts, key))

        def work(connection: sa.Connection) -> Text:
            hold_draft(connection, key)
            stored = connection.execute(sa.select(texts).where(mine)).first()
            if stored is not None:
                return _text(stored)
            new = sa.insert(texts).values(
                workspace=key.workspace,
                draft=key.id,
                number=connection.execute(newest).scalar_one() + 1,
                kind=kind,
                body=body,
                author=author,
                job=job,
                created=self.clock.now(),
            )
            connection.execute(new)
            return _text(connection.execute(sa.select(texts).where(mine)).one())

        return await self.db.change(work)

    async def put(self, key: DraftKey, *, kind: str, body: str, author: str, job: str) -> bool:
        """Store a text in the place of the one of this kind and job; False where it is there already.

        Raises DraftForgotten.
        """
        mine = sa.and_(of_draft(texts, key), texts.c.job == job, texts.c.kind == kind)
        newest = sa.select(sa.func.coalesce(sa.func.max(texts.c.number), 0)).where(of_draft(texts, key))
        values = {"body": body, "author": author, "created": self.clock.now()}

        def work(connection: sa.Connection) -> bool:
            hold_draft(connection, key)
            stored = connection.execute(sa.select(texts).where(mine)).first()
            if stored is None:
                number = connection.execute(newest).scalar_one() + 1
                new = {
                    "workspace": key.workspace,
                    "draft": key.id,
                    "number": number,
                    "kind": kind,
                    "job": job,
                }
                connection.execute(sa.insert(texts).values(new | values))
            elif stored.body != body:
                connection.execute(sa.update(texts).where(mine).values(values))
            return stored is None or stored.body != body

        return await self.db.change(work)

    async def get(self, key: DraftKey, number: int) -> Text | None:
        """One text, or None when the draft has none of that number."""
        query = sa.select(texts).where(of_draft(texts, key), texts.c.number == number)
        row = await self.db.look(lambda connection: connection.execute(query).first())
        return None if row is None else _text(row)

    async def of(self, key: DraftKey, *kinds: str) -> tuple[Text, ...]:
        """The texts of a draft, oldest first; of these kinds only, where any are given."""
        query = sa.select(texts).where(of_draft(texts, key)).order_by(texts.c.number)
        if kinds:
            query = query.where(texts.c.kind.in_(kinds))

        def work(connection: sa.Connection) -> tuple[Text, ...]:
            return tuple(_text(row) for row in connection.execute(query))

        return await self.db.look(work)


def _text(row: sa.Row[*tuple[object, ...]]) -> Text:
    return Text(
        number=row.number,
        kind=row.kind,
        body=row.body,
        author=row.author,
        job=row.job,
        created=row.created,
    )
