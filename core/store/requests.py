"""What each job was asked to do, stored before the job is queued."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from core.clock import Clock
from core.errors import DraftForgotten
from core.store.connections import Connections, Insert, hold_draft, of_draft
from core.store.drafts import opened, the_draft
from core.store.forgettings import is_forgotten
from core.store.records import Draft, DraftKey, KeptRequest, Thread, Tier
from core.store.tables import requests, workspaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The draft that a request is for, and the tier of its workspace."""

    draft: Draft
    tier: Tier


@dataclass(frozen=True, slots=True)
class Requests:
    """The requests of every workspace, by job."""

    db: Connections
    clock: Clock

    async def open(self, thread: Thread, *, job: str, kind: str, body: str, author: str) -> Opened:
        """Store a request together with the draft it is for, made unless the thread has one.

        The draft takes the job's id. A redelivery changes nothing. Raises DraftForgotten when it comes after
        its draft was forgotten.
        """
        now = self.clock.now()

        def work(connection: sa.Connection) -> Opened:
            if is_forgotten(connection, thread.workspace, job):
                raise DraftForgotten
            draft = opened(self.db, connection, thread, id_=job, requester=author, now=now)
            new = self._new(draft.key, job=job, kind=kind, body=body, author=author, created=now)
            connection.execute(new.on_conflict_do_nothing())
            tier = sa.select(workspaces.c.tier).where(workspaces.c.id == thread.workspace)
            return Opened(draft=draft, tier=Tier(connection.execute(tier).scalar_one()))

        return await self.db.change(work)

    async def add(self, draft: DraftKey, *, job: str, kind: str, body: str, author: str) -> bool:
        """Store a request; False when a redelivery brings what is stored already. Raises DraftForgotten."""
        new = self._new(draft, job=job, kind=kind, body=body, author=author, created=self.clock.now())

        def work(connection: sa.Connection) -> bool:
            hold_draft(connection, draft)
            stored = connection.execute(new.on_conflict_do_nothing().returning(requests.c.job))
            return stored.first() is not None

        return await self.db.change(work)

    async def get(self, workspace: str, job: str) -> KeptRequest | None:
        """The request of a job, or None when it was forgotten."""
        return await self.db.look(lambda connection: _first(connection, workspace, job))

    async def jobs(self, draft: DraftKey, *, latest: int = 50) -> tuple[str, ...]:
        """The jobs that were ordered last in a draft's thread, from the first of these to the newest."""
        query = (
            sa.select(requests.c.job)
            .where(of_draft(requests, draft))
            .order_by(requests.c.created.desc(), requests.c.job.desc())
            .limit(latest)
        )

        def work(connection: sa.Connection) -> tuple[str, ...]:
            return tuple(connection.scalars(query))[::-1]

        return await self.db.look(work)

    async def find(self, workspace: str, job: str) -> tuple[KeptRequest, Draft] | None:
        """The request of a job with the draft it is for, or None when they were forgotten."""

        def work(connection: sa.Connection) -> tuple[KeptRequest, Draft] | None:
            request = _first(connection, workspace, job)
            return (request, the_draft(connection, request.draft)) if request else None

        return await self.db.look(work)

    def _new(self, draft: DraftKey, *, job: str, kind: str, body: str, author: str, created: float) -> Insert:
        return self.db.insert(requests).values(
            workspace=draft.workspace,
            draft=draft.id,
            job=job,
            kind=kind,
            body=body,
            author=author,
            created=created,
        )


def _first(connection: sa.Connection, workspace: str, job: str) -> KeptRequest | None:
    query = sa.select(requests).where(requests.c.workspace == workspace, requests.c.job == job)
    row = connection.execute(query).first()
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
