from __future__ import annotations

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
