"""Every connection to a Postgres server gives up a silent one, that of the queue's engine too."""

from __future__ import annotations

import asyncio

import sqlalchemy as sa

from core import database
from core.jobs import engine
from core.jobs.bells import Bells
from core.jobs.model import Limits


def _kept(pool: sa.Engine) -> dict[str, str]:
    """What a connection of this pool was told of waiting."""
    with pool.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        told = driver.info.get_parameters()
    return {name: told[name] for name in database.SILENCE if name in told}


async def test_all_connections_keep_to_the_same_limits(postgres_url: str) -> None:
    address = database.parse(postgres_url)
    stores = database.open_threaded(address, connections=1)
    assert await asyncio.to_thread(_kept, stores) == database.SILENCE
    stores.dispose()
    async with engine.launched(
        address, executor="one", limits=Limits(), bells=Bells(engine.QUEUES), register=lambda: None
    ) as dbos:
        assert await asyncio.to_thread(_kept, dbos._sys_db.engine) == database.SILENCE
