"""Finished replies of models, so that a job that is run again after a crash does not pay for them twice."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from core.store.connections import Connections, hold_draft, of_draft
from core.store.records import DraftKey
from core.store.tables import replies


@dataclass(frozen=True, slots=True)
class Replies:
    """The replies of every job, by the name of the call."""

    db: Connections

    async def keep(self, draft: DraftKey, *, job: str, name: str, body: str) -> None:
        """Store the reply to one call of a job; the newest counts. Raises DraftForgotten."""
        new = self.db.insert(replies).values(
            workspace=draft.workspace, draft=draft.id, job=job, name=name, body=body
        )
        async with self.db.write() as connection:
            await hold_draft(connection, draft)
            await connection.execute(
                new.on_conflict_do_update(
                    index_elements=["workspace", "draft", "job", "name"], set_={"body": body}
                )
            )

    async def get(self, draft: DraftKey, *, job: str, name: str) -> str | None:
        """The reply to a call, or None when the call never finished."""
        query = sa.select(replies.c.body).where(
            of_draft(replies, draft), replies.c.job == job, replies.c.name == name
        )
        async with self.db.read() as connection:
            body: str | None = (await connection.execute(query)).scalar_one_or_none()
        return body

    async def drop(self, draft: DraftKey, *, job: str) -> None:
        """Let a finished job's replies go: nothing asks for them again."""
        mine = sa.and_(of_draft(replies, draft), replies.c.job == job)
        async with self.db.write() as connection:
            await connection.execute(sa.delete(replies).where(mine))
