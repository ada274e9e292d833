"""The store as a whole: opened once, with its schema brought up to date."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Self

import sqlalchemy as sa

from core import database
from core.clock import Clock, SystemClock
from core.store.connections import Connections
from core.store.documents import Documents
from core.store.drafts import Drafts
from core.store.forgetting import delete
from core.store.forgettings import Forgettings
from core.store.migrating import migrate
from core.store.postings import Postings
from core.store.records import DraftKey
from core.store.requests import Requests
from core.store.results import Results
from core.store.revisions import Revisions
from core.store.tables import drafts, postings, requests, workspaces
from core.store.texts import Texts
from core.store.usage import UsageLedger
from core.store.views import Views
from core.store.watches import Watches
from core.store.workspaces import Workspaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """Every repository, over one pool of connections. A workspace sees only its own rows."""

    workspaces: Workspaces
    watches: Watches
    drafts: Drafts
    revisions: Revisions
    documents: Documents
    texts: Texts
    requests: Requests
    views: Views
    results: Results
    postings: Postings
    forgettings: Forgettings
    usage: UsageLedger
    db: Connections

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str, *, clock: Clock | None = None) -> AsyncIterator[Self]:
        """Open `sqlite:///file` or `postgresql://user@host/database`, after bringing its schema up to date.

        Replicas may start at once: one migrates, the others wait for it. Raises SettingsError.
        """
        address = database.parse(url)
        await asyncio.to_thread(migrate, address)
        clock = clock or SystemClock()
        db = Connections(address, clock=clock)
        try:
            yield cls.over(db, clock)
        finally:
            await db.close()

    @classmethod
    def over(cls, db: Connections, clock: Clock) -> Self:
        """The repositories over connections that are already open."""
        ledger = UsageLedger(db, clock)
        return cls(
            workspaces=Workspaces(db),
            watches=Watches(db, clock),
            drafts=Drafts(db, clock),
            revisions=Revisions(db, clock),
            documents=Documents(db),
            texts=Texts(db, clock),
            requests=Requests(db, clock),
            views=Views(db, clock),
            results=Results(db, ledger),
            postings=Postings(db),
            forgettings=Forgettings(db, clock),
            usage=ledger,
            db=db,
        )

    async def ping(self) -> None:
        """Ask the database for an answer. Raises what the driver raises when there is none."""
        await self.db.look(lambda connection: connection.execute(sa.select(1)))

    async def forget(self, draft: DraftKey) -> bool:
        """Delete a draft with its revisions, documents, texts, requests, views and results.

        False when there was none.
        """
        mine = sa.and_(drafts.c.workspace == draft.workspace, drafts.c.id == draft.id)
        return await delete(self.db, drafts, mine) > 0

    async def forget_workspace(self, workspace: str) -> bool:
        """Delete a workspace with its choices, watches, drafts and usage; False when it had nothing."""
        return await delete(self.db, workspaces, workspaces.c.id == workspace) > 0

    async def expire(
        self, *, older_than: float, workspace: str | None = None, spared: Sequence[str] = ()
    ) -> int:
        """Delete the drafts last touched before this moment (Unix seconds); return how many there were.

        Of one workspace only, where it is given, and not those that a job in `spared` is for. What they left
        in the source stays there, ours no more.
        """
        old = drafts.c.updated < older_than
        if workspace is not None:
            old = sa.and_(old, drafts.c.workspace == workspace)
        if spared:
            old = sa.and_(old, ~_are_of(spared))
        of_old = sa.exists().where(
            drafts.c.workspace == postings.c.workspace, drafts.c.id == postings.c.draft, old
        )
        await self.db.change(lambda connection: connection.execute(sa.delete(postings).where(of_old)))
        return await delete(self.db, drafts, old)


def _are_of(jobs: Sequence[str]) -> sa.ColumnElement[bool]:
    """Whether a draft is one that these jobs are for."""
    return sa.exists().where(
        drafts.c.workspace == requests.c.workspace,
        drafts.c.id == requests.c.draft,
        requests.c.job.in_(jobs),
    )
