"""The bots of all workspaces in the database, every token of theirs encrypted."""

from __future__ import annotations

from typing import TypeVar

import sqlalchemy as sa
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.installations.encryption import TokenCipher
from bot.installations.tables import TOKENS, RoomyInstallationStore, create
from core import database

Kept = TypeVar("Kept", Bot, Installation)


class BotRows:
    """Bots by workspace. The engine is the caller's. What a database raises passes through."""

    def __init__(self, client_id: str, engine: AsyncEngine, cipher: TokenCipher) -> None:
        self._client_id = client_id
        self._engine = engine
        self._writer = engine.execution_options(**{database.BEGIN: database.WRITE})
        self._store = RoomyInstallationStore(client_id, self._writer)
        self._cipher = cipher

    async def prepare(self) -> None:
        """Make the tables, and bring every token under the first key. Raises SettingsError on a lost key."""
        await create(self._engine, self._store.metadata)
        for table in (self._store.bots, self._store.installations):
            await self._renew(table)

    async def save(self, installation: Installation) -> None:
        """Keep an installation, and the bot that it brought."""
        await self._store.async_save(self._encrypted(Installation(**installation.to_dict_for_copying())))

    async def save_bot(self, bot: Bot) -> None:
        """Keep a bot whose tokens were renewed."""
        await self._store.async_save_bot(self._encrypted(Bot(**bot.to_dict_for_copying())))

    async def find(self, workspace: str) -> Bot | None:
        """The bot that was installed last in a workspace. Raises SettingsError on a lost key.

        A workspace of an organisation is found by its own id alone: jobs know nothing else.
        """
        bots = self._store.bots
        query = sa.select(bots).where(self._in(bots, workspace), bots.c.bot_token.is_not(None))
        latest = query.order_by(bots.c.installed_at.desc(), bots.c.id.desc()).limit(1)
        async with self._engine.connect() as connection:
            row = (await connection.execute(latest)).mappings().first()
        if row is None:
            return None
        bot = SQLAlchemyInstallationStore.build_bot_entity(row)
        bot.bot_token = self._cipher.decrypt(bot.bot_token)
        if bot.bot_refresh_token:
            bot.bot_refresh_token = self._cipher.decrypt(bot.bot_refresh_token)
        return bot

    async def remove(self, workspace: str) -> None:
        """Delete every installation in a workspace."""
        async with self._writer.begin() as connection:
            for table in (self._store.bots, self._store.installations):
                await connection.execute(sa.delete(table).where(self._in(table, workspace)))

    def _in(self, table: sa.Table, workspace: str) -> sa.ColumnElement[bool]:
        return sa.and_(table.c.client_id == self._client_id, table.c.team_id == workspace)

    def _encrypted(self, kept: Kept) -> Kept:
        for name in TOKENS:
            if token := getattr(kept, name, None):
                setattr(kept, name, self._cipher.encrypt(token))
        return kept

    async def _renew(self, table: sa.Table) -> None:
        """Encrypt anew what is under an older key, unless somebody changes it meanwhile."""
        columns = [table.c[name] for name in TOKENS if name in table.c]
        async with self._engine.connect() as connection:
            rows = (await connection.execute(sa.select(table.c.id, *columns))).all()
        for row in rows:
            for column, stored in zip(columns, row[1:], strict=True):
                if stored and (renewed := self._cipher.renewed(stored)):
                    same = sa.and_(table.c.id == row[0], column == stored)
                    async with self._writer.begin() as connection:
                        await connection.execute(sa.update(table).where(same).values({column: renewed}))
