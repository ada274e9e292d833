"""What each job was asked to do, stored before the job is queued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from core.clock import Clock
from core.errors import DraftForgotten
from core.store.connections import Connections, Insert, hold_draft, of_draft
from core.store.drafts import ask_again, opened, the_draft
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

    async def open(
        self,
        thread: Thread,
        *,
        job: str,
        kind: str,
        body: str,
        author: str,
        said: float | None = None,
        anew: bool = False,
    ) -> Opened:
        """Store a request together with the draft it is for, made unless the thread has one.

        The draft takes the job's id. `said` is when it was said (Unix seconds of the source), where it may be
        dealt to another job that waits. `anew` has a draft that failed or was stopped count as asked for.
        A redelivery changes nothing. Raises DraftForgotten when it comes after its draft was forgotten.
        """
        now = self.clock.now()

        def work(connection: sa.Connection) -> Opened:
            if is_forgotten(connection, thread.workspace, job):
                raise DraftForgotten
            draft = opened(self.db, connection, thread, id_=job, requester=author, now=now)
            new = self._new(draft.key, job=job, kind=kind, body=body, author=author, created=now, said=said)
            stored = connection.execute(new.on_conflict_do_nothing().returning(requests.c.job)).first()
            if anew and stored is not None:
                ask_again(connection, draft.key, now=now)
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

    async def begin(self, workspace: str, job: str) -> tuple[KeptRequest, Draft] | None:
        """As `find`; and from now on the request stays with its job."""
        mine = sa.and_(requests.c.workspace == workspace, requests.c.job == job)

        def work(connection: sa.Connection) -> tuple[KeptRequest, Draft] | None:
            connection.execute(sa.update(requests).where(mine).values(begun=True))
            request = _first(connection, workspace, job)
            return (request, the_draft(connection, request.draft)) if request else None

        return await self.db.change(work)

    async def said(self, draft: DraftKey) -> tuple[str, ...]:
        """The jobs with something that was said in a draft's thread and that has not begun."""
        query = sa.select(requests.c.job).where(of_draft(requests, draft), _waits())
        return await self.db.look(lambda connection: tuple(connection.scalars(query)))

    async def deal(self, draft: DraftKey, jobs: Sequence[str]) -> None:
        """Deal what was said for these jobs out among them, so that the first does what was said first.

        What has begun by now stays with its job. Every request has one job before and after.
        """
        those = sa.and_(of_draft(requests, draft), _waits(), requests.c.job.in_(jobs))
        query = sa.select(requests).where(those).order_by(requests.c.job).with_for_update()

        def work(connection: sa.Connection) -> None:
            rows = {row.job: row for row in connection.execute(query)}
            there = [job for job in jobs if job in rows]
            in_time = sorted((rows[job] for job in there), key=lambda row: float(row.said))
            for job, row in zip(there, in_time, strict=True):
                if row.job != job:
                    mine = sa.and_(requests.c.workspace == draft.workspace, requests.c.job == job)
                    moved = {"kind": row.kind, "body": row.body, "author": row.author, "said": row.said}
                    connection.execute(sa.update(requests).where(mine).values(moved))

        await self.db.change(work)

    def _new(
        self,
        draft: DraftKey,
        *,
        job: str,
        kind: str,
        body: str,
        author: str,
        created: float,
        said: float | None = None,
    ) -> Insert:
        return self.db.insert(requests).values(
            workspace=draft.workspace,
            draft=draft.id,
            job=job,
            kind=kind,
            body=body,
            author=author,
            created=created,
            said=said,
            begun=False,
        )


def _waits() -> sa.ColumnElement[bool]:
    """The requests that were said, and have not begun."""
    return sa.and_(requests.c.said.is_not(None), requests.c.begun.is_(False))


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
