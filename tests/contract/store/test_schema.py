"""The store as a whole: its schema, its start, what it says of a missing database."""

from __future__ import annotations

import asyncio

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from core import database
from core.errors import SettingsError
from core.store import tables
from core.store.migrating import migrate
from core.store.records import (
    Thread,
)
from core.store.store import Store
from tests.contract.store.filling import opened


async def test_a_store_answers_and_opens_again_with_what_it_held(database_url: str) -> None:
    async with Store.open(database_url) as store:
        await store.ping()
        await opened(store, ts="1.0")
    async with Store.open(database_url) as store:
        assert await store.drafts.at(Thread(workspace="T1", channel="C1", ts="1.0"))


async def test_replicas_that_start_at_once_migrate_once(database_url: str) -> None:
    async def start() -> None:
        async with Store.open(database_url) as store:
            await store.ping()

    async with asyncio.TaskGroup() as group:
        for _ in range(4):
            group.create_task(start())


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all.db", "postgresql://nobody@127.0.0.1:1/nothing"])
async def test_a_database_that_is_not_there_names_the_setting(url: str) -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL: the database cannot be opened"):
        async with Store.open(url):
            pass


def test_the_migrations_make_the_very_tables_that_the_code_uses(database_url: str) -> None:
    address = database.parse(database_url)
    migrate(address)
    engine = database.open_blocking(address)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    engine.dispose()
