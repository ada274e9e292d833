"""The drafts somebody asked to forget: their rows go at once, what they left elsewhere is named by ids."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from core.clock import Clock
from core.store.connections import Connections, of_draft
from core.store.records import DraftKey, Forgetting
from core.store.tables import drafts, forgettings, forgotten_jobs, postings, requests


@dataclass(frozen=True, slots=True)
class Forgettings:
    """The forgettings of every workspace, under way and ended."""

    db: Connections
    clock: Clock

    async def begin(self, key: DraftKey, *, person: str) -> bool:
        """Delete a draft with all that hangs on it, and note by ids what is left to do.

        False when there was no such draft. Its jobs are known as forgotten from the same moment.
        """
        mine = sa.and_(drafts.c.workspace == key.workspace, drafts.c.id == key.id)
        now = self.clock.now()

        def work(connection: sa.Connection) -> bool:
            draft = connection.execute(sa.select(drafts).where(mine).with_for_update()).first()
            if draft is None:
                return False
            jobs = sa.select(requests.c.workspace, requests.c.draft, requests.c.job, sa.literal(now)).where(
                of_draft(requests, key)
            )
            named = ["workspace", "draft", "job", "asked"]
            connection.execute(sa.insert(forgotten_jobs).from_select(named, jobs))
            new = sa.insert(forgettings).values(
                workspace=key.workspace,
                draft=key.id,
                channel=draft.channel,
                thread=draft.thread,
                person=person,
                asked=now,
                held=0.0,
                kept=0,
            )
            connection.execute(new)
            connection.execute(sa.delete(drafts).where(mine))
            return True

        return await self.db.change(work)

    async def has(self, key: DraftKey) -> bool:
        """Whether somebody asked to forget this draft."""
        query = sa.select(forgettings.c.draft).where(of_draft(forgettings, key))
        return await self.db.look(lambda connection: connection.execute(query).first() is not None)

    async def jobs(self, key: DraftKey) -> tuple[str, ...]:
        """The jobs that a forgotten draft had."""
        query = sa.select(forgotten_jobs.c.job).where(of_draft(forgotten_jobs, key))
        return await self.db.look(lambda connection: tuple(connection.scalars(query)))

    async def due(self, *, lease: float) -> tuple[Forgetting, ...]:
        """Those with something left to do, held by whoever asks for `lease` seconds.

        One that ended is due again while something of it turned up in the source.
        """
        now = self.clock.now()
        left = sa.exists().where(
            postings.c.workspace == forgettings.c.workspace, postings.c.draft == forgettings.c.draft
        )
        open_ = sa.and_(forgettings.c.held <= now, sa.or_(forgettings.c.ended.is_(None), left))
        look = sa.select(forgettings.c.draft).where(open_).limit(1)
        hold = sa.update(forgettings).where(open_).values(held=now + lease).returning(forgettings)

        if await self.db.look(lambda connection: connection.execute(look).first()) is None:
            return ()
        return await self.db.change(lambda connection: tuple(map(_forgetting, connection.execute(hold))))

    async def hold(self, key: DraftKey, *, lease: float) -> None:
        """Go on holding one."""
        await self._set(key, held=self.clock.now() + lease)

    async def release(self, key: DraftKey) -> None:
        """Leave one to whoever looks next."""
        await self._set(key, held=0.0)

    async def keep(self, key: DraftKey) -> None:
        """Count one thing more that the source would not let us delete."""
        await self._set(key, kept=forgettings.c.kept + 1)

    async def end(self, key: DraftKey) -> None:
        """All is done; that its jobs were forgotten is remembered."""
        await self._set(key, ended=self.clock.now(), held=0.0)

    async def get(self, key: DraftKey) -> Forgetting | None:
        """One, or None when nobody asked for it."""
        query = sa.select(forgettings).where(of_draft(forgettings, key))
        row = await self.db.look(lambda connection: connection.execute(query).first())
        return None if row is None else _forgetting(row)

    async def drop(self, *, ended_before: float) -> None:
        """Delete what was done so long ago that no request of it is delivered again (Unix seconds)."""
        old = forgettings.c.ended < ended_before
        of_old = sa.exists().where(
            forgettings.c.workspace == forgotten_jobs.c.workspace,
            forgettings.c.draft == forgotten_jobs.c.draft,
            old,
        )

        def work(connection: sa.Connection) -> None:
            connection.execute(sa.delete(forgotten_jobs).where(of_old))
            connection.execute(sa.delete(forgettings).where(old))

        await self.db.change(work)

    async def _set(self, key: DraftKey, **values: object) -> None:
        change = sa.update(forgettings).where(of_draft(forgettings, key)).values(**values)
        await self.db.change(lambda connection: connection.execute(change))


def is_forgotten(connection: sa.Connection, workspace: str, job: str) -> bool:
    """Whether a job belonged to a draft that was forgotten, inside a transaction."""
    query = sa.select(forgotten_jobs.c.job).where(
        forgotten_jobs.c.workspace == workspace, forgotten_jobs.c.job == job
    )
    return connection.execute(query).first() is not None


def _forgetting(row: sa.Row[*tuple[object, ...]]) -> Forgetting:
    return Forgetting(
        draft=DraftKey(workspace=row.workspace, id=row.draft),
        channel=row.channel,
        thread=row.thread,
        person=row.person,
        asked=row.asked,
        kept=row.kept,
        ended=row.ended,
    )
