"""The live message of each job: where it stands, and its last state until Slack has it."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from core.clock import Clock
from core.store.connections import Connections, hold_draft
from core.store.records import DraftKey, View
from core.store.tables import views


@dataclass(frozen=True, slots=True)
class Views:
    """The views of every workspace, by job."""

    db: Connections
    clock: Clock

    async def posted(self, draft: DraftKey, *, job: str, channel: str, message: str) -> None:
        """Remember where a job's message stands, or stands now. Raises DraftForgotten."""
        await self._put(draft, job=job, channel=channel, values={"message": message})

    async def keep(self, draft: DraftKey, *, job: str, channel: str, body: str) -> None:
        """Store the state that the message ends with, before it is sent. Raises DraftForgotten."""
        await self._put(draft, job=job, channel=channel, values={"body": body, "sent": False})

    async def sent(self, workspace: str, job: str, *, body: str) -> None:
        """Note that Slack has this state; a newer one that was kept meanwhile is still to be sent."""
        mine = sa.and_(_is(workspace, job), views.c.body == body)
        change = sa.update(views).where(mine).values(sent=True, updated=self.clock.now())
        await self.db.change(lambda connection: connection.execute(change))

    async def get(self, workspace: str, job: str) -> View | None:
        """The view of a job, or None when it has none yet."""
        query = sa.select(views).where(_is(workspace, job))
        row = await self.db.look(lambda connection: connection.execute(query).first())
        return None if row is None else _view(row)

    async def unsent(self, *, kept_before: float, limit: int = 100) -> tuple[View, ...]:
        """States kept before this moment (Unix seconds) that Slack still does not have, oldest first."""
        query = sa.select(views).where(
            views.c.sent.is_(False), views.c.updated < kept_before, views.c.body.is_not(None)
        )

        def work(connection: sa.Connection) -> tuple[View, ...]:
            rows = connection.execute(query.order_by(views.c.updated, views.c.job).limit(limit))
            return tuple(_view(row) for row in rows)

        return await self.db.look(work)

    async def _put(self, draft: DraftKey, *, job: str, channel: str, values: dict[str, object]) -> None:
        changed = {"channel": channel, "updated": self.clock.now(), **values}
        new = self.db.insert(views).values(
            {"workspace": draft.workspace, "draft": draft.id, "job": job, "sent": False, **changed}
        )

        def work(connection: sa.Connection) -> None:
            hold_draft(connection, draft)
            connection.execute(new.on_conflict_do_update(index_elements=["workspace", "job"], set_=changed))

        await self.db.change(work)


def _is(workspace: str, job: str) -> sa.ColumnElement[bool]:
    return sa.and_(views.c.workspace == workspace, views.c.job == job)


def _view(row: sa.Row[*tuple[object, ...]]) -> View:
    return View(
        job=row.job,
        draft=DraftKey(workspace=row.workspace, id=row.draft),
        channel=row.channel,
        message=row.message,
        body=row.body,
        sent=row.sent,
        updated=row.updated,
    )
