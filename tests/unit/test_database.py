from __future__ import annotations

import pytest

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
