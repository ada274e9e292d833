"""The tables of slack_sdk, with room for encrypted tokens, made by one process at a time."""

from __future__ import annotations

import sqlalchemy as sa
from slack_sdk.oauth.installation_store.sqlalchemy import AsyncSQLAlchemyInstallationStore
from sqlalchemy.ext.asyncio import AsyncEngine

from core import database

LOCK = 0x696E7374616C6C  # "install": the advisory lock that replicas on one Postgres database queue up for
TOKENS = ("bot_token", "bot_refresh_token", "user_token", "user_refresh_token")


class RoomyInstallationStore(AsyncSQLAlchemyInstallationStore):
    """The ready-made store; its 200 characters for a token are too few for an encrypted one."""

    @classmethod
    def build_installations_table(cls, metadata: sa.MetaData, table_name: str) -> sa.Table:
        """The table of installations, by who installed."""
        return _roomy(super().build_installations_table(metadata, table_name))

    @classmethod
    def build_bots_table(cls, metadata: sa.MetaData, table_name: str) -> sa.Table:
        """The table of bots, by workspace."""
        return _roomy(super().build_bots_table(metadata, table_name))


def _roomy(table: sa.Table) -> sa.Table:
    for name in TOKENS:
        if name in table.c:
            table.c[name].type = sa.Text()
    return table


async def create(engine: AsyncEngine, *described: sa.MetaData) -> None:
    """Make the tables that are missing. Replicas may do so at once: one does, the others wait for it."""
    async with engine.execution_options(**{database.BEGIN: database.WRITE}).begin() as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        for metadata in described:
            await connection.run_sync(metadata.create_all)
