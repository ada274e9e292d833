"""A Postgres server that goes away and comes back: who has time does not notice."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from core import outages
from core.store.records import Workspace
from core.store.store import Store
from tests.fakes.outages import Awaited, Server


@pytest.fixture
def server(postgres_url: str, postgres_server: sa.URL) -> Server:
    return Server(postgres_url, postgres_server)


@pytest.fixture
def waits() -> Awaited:
    return Awaited()


@pytest.fixture
async def distant(server: Server, waits: Awaited) -> AsyncIterator[Store]:
    async with Store.open(server.url, clock=waits) as store:
        yield store
    server.comes_back()


async def test_who_has_time_outlasts_an_outage(distant: Store, server: Server, waits: Awaited) -> None:
    await distant.ping()
    waits.at = (6, server.comes_back)
    server.goes_away()
    with outages.patiently():
        await distant.workspaces.put(Workspace(id="T1", risks=True))
    assert len(waits.slept) == 6
    waits.at = (12, server.comes_back)
    server.goes_away()
    with outages.patiently():
        assert await distant.workspaces.get("T1") == Workspace(id="T1", risks=True)
    assert len(waits.slept) == 12


async def test_who_waits_for_an_answer_hears_soon_that_there_is_none(
    distant: Store, server: Server, waits: Awaited
) -> None:
    server.goes_away()
    with pytest.raises(sa.exc.OperationalError):
        await distant.workspaces.ids()
    assert 0.5 < sum(waits.slept) < 1.0


async def test_an_outage_that_does_not_end_is_an_error_in_the_end(
    distant: Store, server: Server, waits: Awaited
) -> None:
    server.goes_away()
    with outages.patiently(), pytest.raises(sa.exc.OperationalError):
        await distant.workspaces.put(Workspace(id="T1"))
    assert 20.0 < sum(waits.slept) < 25.0


async def test_a_transaction_that_is_cut_off_is_done_again_and_once(distant: Store, server: Server) -> None:
    tries: list[int] = []

    def work(connection: sa.Connection) -> None:
        connection.execute(
            sa.text("INSERT INTO workspaces (id, tier, settings) VALUES ('T1', 'standard', '{}')")
        )
        tries.append(1)
        if len(tries) == 1:
            server.hangs_up()
        connection.execute(
            sa.text("INSERT INTO workspaces (id, tier, settings) VALUES ('T2', 'standard', '{}')")
        )

    await distant.db.change(work)
    assert len(tries) == 2
    assert await distant.workspaces.ids() == ("T1", "T2")


async def test_a_transaction_whose_commit_got_no_answer_is_not_done_again(
    distant: Store, server: Server, waits: Awaited
) -> None:
    def work(connection: sa.Connection) -> None:
        connection.execute(
            sa.text("INSERT INTO workspaces (id, tier, settings) VALUES ('T1', 'standard', '{}')")
        )
        server.hangs_up()

    with pytest.raises(sa.exc.OperationalError):
        await distant.db.change(work)
    assert waits.slept == []


async def test_what_the_database_refuses_is_refused_at_once(store: Store) -> None:
    with outages.patiently(), pytest.raises(sa.exc.DBAPIError):
        await store.db.change(
            lambda connection: connection.execute(sa.text("INSERT INTO nothing VALUES (1)"))
        )
