"""What the model calls of a workspace used; it holds no text and outlives a forgotten draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from core.clock import Clock
from core.llm.usage import Usage
from core.store.connections import Connections, holds_workspace
from core.store.records import UsageTotal
from core.store.tables import usage

_COUNTED = ("input", "cache_read", "cache_write_5m", "cache_write_1h", "output", "reasoning")


@dataclass(frozen=True, slots=True)
class UsageLedger:
    """The usage of every workspace."""

    db: Connections
    clock: Clock

    async def add(self, workspace: str, used: Sequence[Usage], *, person: str) -> None:
        """Write down what was billed, and the person it was billed for, unless the workspace left.

        A request has one row, however often it is told of: what it had used when most of it was written.
        """
        if used:
            await self.db.change(lambda connection: self.write(connection, workspace, used, person=person))

    def write(self, connection: sa.Connection, workspace: str, used: Sequence[Usage], *, person: str) -> None:
        """The same as a part of somebody's transaction, and the first that it locks."""
        if not used or not holds_workspace(connection, workspace):
            return
        new = self.db.insert(usage)
        longer = new.on_conflict_do_update(
            index_elements=["workspace", "id"],
            set_={name: new.excluded[name] for name in ("person", "model", *_COUNTED, "cost")},
            where=new.excluded.output > usage.c.output,
        )
        told = {"workspace": workspace, "person": person, "created": self.clock.now()}
        connection.execute(longer, [told | asdict(one) for one in used])

    async def totals(
        self, workspace: str, *, since: float, person: str | None = None
    ) -> tuple[UsageTotal, ...]:
        """The sums since a moment (Unix seconds) by provider, model and task; of one person, if given."""
        by = (usage.c.provider, usage.c.model, usage.c.task)
        query = (
            sa.select(
                *by,
                sa.func.count().label("calls"),
                *(sa.func.sum(usage.c[name]).label(name) for name in _COUNTED),
                sa.func.coalesce(sa.func.sum(usage.c.cost), 0.0).label("cost"),
                (sa.func.count() - sa.func.count(usage.c.cost)).label("unpriced"),
            )
            .where(usage.c.workspace == workspace, usage.c.created >= since)
            .group_by(*by)
            .order_by(*by)
        )
        if person is not None:
            query = query.where(usage.c.person == person)

        def work(connection: sa.Connection) -> tuple[UsageTotal, ...]:
            return tuple(UsageTotal(**row) for row in connection.execute(query).mappings())

        return await self.db.look(work)
