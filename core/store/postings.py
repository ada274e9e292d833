"""What was put into the source for each draft, by ids alone, so that it can be deleted there."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from core.store.connections import Connections, holds_workspace, of_draft
from core.store.records import DraftKey, PostedKind, Posting
from core.store.tables import postings


@dataclass(frozen=True, slots=True)
class Postings:
    """The postings of every draft, forgotten ones too."""

    db: Connections

    async def note(self, posting: Posting) -> None:
        """Write down what is put into the source, or is about to be; a forgotten draft is no obstacle.

        Nothing is written down of a workspace that left: nobody could delete it there any more.
        """
        workspace = posting.draft.workspace
        new = self.db.insert(postings).values(
            workspace=workspace,
            draft=posting.draft.id,
            kind=posting.kind.value,
            channel=posting.channel,
            id=posting.id,
        )

        def work(connection: sa.Connection) -> None:
            if holds_workspace(connection, workspace):
                connection.execute(new.on_conflict_do_nothing())

        await self.db.change(work)

    async def of(self, key: DraftKey) -> tuple[Posting, ...]:
        """All of a draft, the newest messages first."""
        query = sa.select(postings).where(of_draft(postings, key))

        def work(connection: sa.Connection) -> tuple[Posting, ...]:
            rows = connection.execute(query.order_by(postings.c.kind.desc(), postings.c.id.desc()))
            return tuple(_posting(row) for row in rows)

        return await self.db.look(work)

    async def drop(self, posting: Posting) -> None:
        """Forget one that is gone from the source, or will never go."""
        mine = sa.and_(
            postings.c.workspace == posting.draft.workspace,
            postings.c.kind == posting.kind.value,
            postings.c.channel == posting.channel,
            postings.c.id == posting.id,
        )
        await self.db.change(lambda connection: connection.execute(sa.delete(postings).where(mine)))


def _posting(row: sa.Row[*tuple[object, ...]]) -> Posting:
    return Posting(
        draft=DraftKey(workspace=row.workspace, id=row.draft),
        kind=PostedKind(row.kind),
        id=row.id,
        channel=row.channel,
    )
