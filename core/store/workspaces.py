"""What a workspace chose: its tier, whether risks are drawn, its settings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from core.store.connections import Connections, ensure_workspace
from core.store.records import Tier, Workspace
from core.store.tables import workspaces


@dataclass(frozen=True, slots=True)
class Workspaces:
    """The workspaces; one that never chose anything has the defaults."""

    db: Connections

    async def get(self, workspace: str) -> Workspace:
        """The workspace as stored, or with the defaults."""
        query = sa.select(workspaces).where(workspaces.c.id == workspace)
        row = await self.db.look(lambda connection: connection.execute(query).first())
        if row is None:
            return Workspace(id=workspace)
        return Workspace(id=row.id, tier=Tier(row.tier), risks=row.risks, settings=json.loads(row.settings))

    async def ids(self) -> tuple[str, ...]:
        """Every workspace that anything is stored of."""
        query = sa.select(workspaces.c.id).order_by(workspaces.c.id)
        return await self.db.look(lambda connection: tuple(connection.scalars(query)))

    async def put(self, workspace: Workspace) -> None:
        """Store a workspace's choices in place of the former ones."""
        chosen = {
            "tier": workspace.tier.value,
            "risks": workspace.risks,
            "settings": json.dumps(dict(workspace.settings), sort_keys=True),
        }
        new = self.db.insert(workspaces).values(id=workspace.id, **chosen)
        put = new.on_conflict_do_update(index_elements=["id"], set_=chosen)
        await self.db.change(lambda connection: connection.execute(put))

    async def choose(
        self, workspace: str, *, risks: bool | None = None, settings: Mapping[str, str] | None = None
    ) -> None:
        """Change the choices that are given, and no other: of two people who choose at once, both count."""
        mine = workspaces.c.id == workspace

        def work(connection: sa.Connection) -> None:
            ensure_workspace(self.db, connection, workspace)
            row = connection.execute(sa.select(workspaces).where(mine).with_for_update()).one()
            chosen = {
                "risks": row.risks if risks is None else risks,
                "settings": json.dumps(json.loads(row.settings) | dict(settings or {}), sort_keys=True),
            }
            connection.execute(sa.update(workspaces).where(mine).values(chosen))

        await self.db.change(work)
