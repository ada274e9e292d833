from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa

from core import database
from core.errors import SettingsError


@pytest.mark.parametrize(
    ("url", "drivername"),
    [
        ("sqlite:////var/lib/crossroads.db", "sqlite"),
        ("sqlite+aiosqlite:///crossroads.db", "sqlite"),
        ("postgres://me@host/crossroads", "postgresql+psycopg"),
        ("postgresql://me:secret@host:5433/crossroads", "postgresql+psycopg"),
        ("postgresql+asyncpg://me@host/crossroads", "postgresql+psycopg"),
        ("postgresql://me@/crossroads?host=/run/postgresql", "postgresql+psycopg"),
    ],
)
def test_an_address_is_read_whatever_driver_it_names(url: str, drivername: str) -> None:
    parsed = database.parse(url)
    assert parsed.drivername == drivername
    assert database.is_sqlite(parsed) == (drivername == "sqlite")


@pytest.mark.parametrize(
    "url",
    ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://me@host/db", "postgresql://me@host"],
)
def test_any_other_address_names_the_setting_and_not_itself(url: str) -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL") as refused:
        database.parse(url)
    assert "me@host/" not in str(refused.value).replace("user@host/database", "")


async def test_a_host_that_says_nothing_is_given_up_however_it_is_asked() -> None:
    async def silent(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(writer)
        said.set()

    connections: list[asyncio.StreamWriter] = []
    said = asyncio.Event()
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    address = database.parse(f"postgresql://me@127.0.0.1:{port}/crossroads?connect_timeout=2")
    on_loop, on_thread = database.open_async(address), database.open_threaded(address, connections=1)
    refusals = await asyncio.gather(
        on_loop.connect().start(), asyncio.to_thread(on_thread.connect), return_exceptions=True
    )
    assert [type(refusal) for refusal in refusals] == [sa.exc.OperationalError] * 2
    assert said.is_set()
    await on_loop.dispose()
    on_thread.dispose()
    for writer in connections:
        writer.close()
    server.close()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, {"connect_timeout": "5", "keepalives_count": "2", "tcp_user_timeout": "20000"}),
        ({"connect_timeout": "30"}, {"connect_timeout": "30", "tcp_user_timeout": "20000"}),
        ({"keepalives": "0", "tcp_user_timeout": "0"}, {"keepalives": "0", "tcp_user_timeout": "0"}),
    ],
)
def test_what_an_address_says_of_waiting_goes_before_what_is_usual(
    given: dict[str, str], told: dict[str, str]
) -> None:
    plain = sa.make_url("postgresql://me@host/crossroads").update_query_dict(given)
    address = database.parse(plain.render_as_string())
    assert told.items() <= address.query.items()
    assert (address.host, address.database, address.username) == ("host", "crossroads", "me")


def test_a_file_is_told_nothing_of_a_network() -> None:
    assert not database.parse("sqlite:////var/lib/crossroads.db").query


def test_an_error_of_the_database_holds_nothing_that_somebody_wrote(tmp_path: Path) -> None:
    address = database.parse(f"sqlite:///{tmp_path}/state.db")
    for engine in (database.open_blocking(address), database.open_threaded(address, connections=1)):
        with engine.connect() as connection, pytest.raises(sa.exc.OperationalError) as failed:
            connection.execute(sa.text("SELECT :brief FROM nowhere"), {"brief": "should we sell"})
        engine.dispose()
        assert "nowhere" in str(failed.value)
        assert "should we sell" not in str(failed.value)


async def test_an_error_on_the_event_loop_holds_nothing_that_somebody_wrote_either(tmp_path: Path) -> None:
    engine = database.open_async(database.parse(f"sqlite:///{tmp_path}/state.db"))
    async with engine.connect() as connection:
        with pytest.raises(sa.exc.OperationalError) as failed:
            await connection.execute(sa.text("SELECT :brief FROM nowhere"), {"brief": "should we sell"})
    await engine.dispose()
    assert "should we sell" not in str(failed.value)
