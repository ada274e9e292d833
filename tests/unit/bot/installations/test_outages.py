"""A database that is away for a moment costs no job its token."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from bot.installations.store import Installations
from core import outages
from tests.fakes.outages import Awaited, Server
from tests.unit.bot.installations.kit import installation, replica
from tests.unit.playground.scene import scene


async def test_a_job_waits_for_its_token_and_a_request_does_not(
    postgres_url: str, postgres_server: sa.URL
) -> None:
    server, waits = Server(postgres_url, postgres_server), Awaited()
    async with scene() as world, replica(postgres_url, world.slack) as own:
        await own.installations.async_save(installation())
        installations = Installations(own.rows, own.rotation, clock=waits)
        server.goes_away()
        with pytest.raises(sa.exc.OperationalError):
            await installations.find("T1")
        brief = len(waits.slept)
        waits.at = (brief + 6, server.comes_back)
        with outages.patiently():
            assert await installations.find("T1")
        assert len(waits.slept) == brief + 6
