"""What each job was asked to do, stored before the job is queued."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from core.clock import Clock
from core.store.connections import Connections, hold_draft
from core.store.records import DraftKey, KeptRequest
from core.store.tables import requests


@dataclass(frozen=True, slots=True)
class Requests:
    """The requests of every workspace, by job."""

    db: Connections
    clock: Clock

    async def add(self, draft: DraftKey, *, job: str, kind: str, body: str, author: str) -> bool:
        """Store a request; False when a redelivery brings what is stored already. Raises DraftForgotten."""
        new = self.db.insert(requests).values(
            workspace=draft.workspace,
            draft=draft.id,
            job=job,
            kind=kind,
            body=body,
            author=author,
            created=self.clock.now(),
        )
        async with self.db.write() as connection:
            await hold_draft(connection, draft)
            stored = await connection.execute(new.on_conflict_do_nothing().returning(requests.c.job))
            return stored.first() is not None

    async def get(self, workspace: str, job: str) -> KeptRequest | None:
        """The request of a job, or None when it was forgotten."""
        query = sa.select(requests).where(requests.c.workspace == workspace, requests.c.job == job)
        async with self.db.read() as connection:
            row = (await connection.execute(query)).first()
        if row is None:
            return None
        return KeptRequest(
            job=row.job,
            draft=DraftKey(workspace=row.workspace, id=row.draft),
            kind=row.kind,
            body=row.body,
            author=row.author,
            created=row.created,
        )
