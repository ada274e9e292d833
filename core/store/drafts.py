"""The drafts: one decision in one thread, found by either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa

from core.clock import Clock
from core.errors import DraftForgotten
from core.store.connections import Connections, ensure_workspace, hold_draft, of_draft
from core.store.records import Draft, DraftKey, DraftState, Thread
from core.store.tables import drafts, postings, requests, views


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of every workspace."""

    db: Connections
    clock: Clock

    async def open(self, thread: Thread, *, id: str, requester: str) -> Draft:  # noqa: A002  the record's word
        """The draft of a thread, made with this id when the thread has none.

        A thread whose ts is still unknown has none yet: the draft is then found again by its id, so that
        an id made from the source of the request makes one draft however often it is delivered.
        """
        now = self.clock.now()
        return await self.db.change(
            lambda connection: opened(self.db, connection, thread, id_=id, requester=requester, now=now)
        )

    async def get(self, key: DraftKey) -> Draft | None:
        """The draft, or None when it is gone."""
        return await self.db.look(lambda connection: _first(connection, _is(key)))

    async def at(self, thread: Thread) -> Draft | None:
        """The draft of a thread, or None when it has none."""
        return await self.db.look(lambda connection: _first(connection, _at(thread)))

    async def update(
        self,
        key: DraftKey,
        *,
        state: DraftState | None = None,
        title: str | None = None,
        message: str | None = None,
    ) -> None:
        """Change what is given. Raises DraftForgotten."""
        given = {"state": state and state.value, "title": title, "message": message}
        values = {name: value for name, value in given.items() if value is not None}

        def work(connection: sa.Connection) -> None:
            change = sa.update(drafts).where(_is(key)).values(updated=self.clock.now(), **values)
            if not connection.execute(change).rowcount:
                raise DraftForgotten

        await self.db.change(work)

    async def begins(self, key: DraftKey, *, thread: str) -> Draft:
        """The draft of the thread that was begun for this one; `thread` is the ts of its first message.

        Somebody may have asked for a draft in the thread before its ts came here. Then that one is the
        thread's, and takes over what was asked for and posted. Raises DraftForgotten.
        """
        now = self.clock.now()

        def work(connection: sa.Connection) -> Draft:
            hold_draft(connection, key)
            mine = _first(connection, _is(key))
            assert mine is not None  # noqa: S101  it is held
            there = _first(connection, _at(replace(mine.thread, ts=thread)))
            if there is not None and there.key != key:
                _merge(connection, key, into=there.key)
                return there
            connection.execute(sa.update(drafts).where(_is(key)).values(updated=now, thread=thread))
            return the_draft(connection, key)

        return await self.db.change(work)

    async def recent(
        self, workspace: str, *, channels: Sequence[str] | None = None, limit: int = 10
    ) -> tuple[Draft, ...]:
        """The drafts last touched, newest first; of these channels only, where they are given."""
        query = sa.select(drafts).where(drafts.c.workspace == workspace)
        if channels is not None:
            query = query.where(drafts.c.channel.in_(channels))

        def work(connection: sa.Connection) -> tuple[Draft, ...]:
            rows = connection.execute(
                query.order_by(drafts.c.updated.desc(), drafts.c.id.desc()).limit(limit)
            )
            return tuple(_draft(row) for row in rows)

        return await self.db.look(work)


def opened(
    db: Connections, connection: sa.Connection, thread: Thread, *, id_: str, requester: str, now: float
) -> Draft:
    """The draft of a thread, as `Drafts.open` has it, inside a transaction."""
    mine = _is(DraftKey(workspace=thread.workspace, id=id_))
    ensure_workspace(db, connection, thread.workspace)
    found = _first(connection, _at(thread)) if thread.ts else None
    if found is not None:
        return found
    new = db.insert(drafts).values(
        workspace=thread.workspace,
        id=id_,
        channel=thread.channel,
        thread=thread.ts,
        state=DraftState.ASKED.value,
        requester=requester,
        title="",
        created=now,
        updated=now,
    )
    connection.execute(new.on_conflict_do_nothing())
    found = _first(connection, mine) or _first(connection, _at(thread))
    assert found is not None  # noqa: S101  it was inserted, or one of the two stood in the way
    return found


def _merge(connection: sa.Connection, key: DraftKey, *, into: DraftKey) -> None:
    """Give what hangs on a draft that has not begun to another, and delete it."""
    for table in (requests, postings, views):
        connection.execute(sa.update(table).where(of_draft(table, key)).values(draft=into.id))
    connection.execute(sa.delete(drafts).where(_is(key)))


def ask_again(connection: sa.Connection, key: DraftKey, *, now: float) -> None:
    """Put a draft that came to nothing back to where it was asked for, inside a transaction."""
    came_to_nothing = drafts.c.state.in_([DraftState.FAILED.value, DraftState.STOPPED.value])
    change = sa.update(drafts).where(_is(key), came_to_nothing)
    connection.execute(change.values(state=DraftState.ASKED.value, updated=now))


def the_draft(connection: sa.Connection, key: DraftKey) -> Draft:
    """A draft that something refers to, inside a transaction."""
    return _draft(connection.execute(sa.select(drafts).where(_is(key))).one())


def _is(key: DraftKey) -> sa.ColumnElement[bool]:
    return sa.and_(drafts.c.workspace == key.workspace, drafts.c.id == key.id)


def _at(thread: Thread) -> sa.ColumnElement[bool]:
    return sa.and_(
        drafts.c.workspace == thread.workspace,
        drafts.c.channel == thread.channel,
        drafts.c.thread == thread.ts,
    )


def _first(connection: sa.Connection, where: sa.ColumnElement[bool]) -> Draft | None:
    row = connection.execute(sa.select(drafts).where(where)).first()
    return None if row is None else _draft(row)


def _draft(row: sa.Row[*tuple[object, ...]]) -> Draft:
    return Draft(
        key=DraftKey(workspace=row.workspace, id=row.id),
        thread=Thread(workspace=row.workspace, channel=row.channel, ts=row.thread),
        state=DraftState(row.state),
        requester=row.requester,
        title=row.title,
        message=row.message,
        created=row.created,
        updated=row.updated,
    )
