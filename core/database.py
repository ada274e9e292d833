"""Which database an address names, and the engines that open it safely."""

from __future__ import annotations

import sqlite3
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from core.errors import SettingsError

SETTING = "DATABASE_URL"
BUSY_TIMEOUT = 30_000  # milliseconds a writer waits for its turn at a SQLite file
POOL_SIZE = 5  # connections

# How a transaction begins, as an execution option of a connection; SQLite only, Postgres has one way.
BEGIN = "begin"
READ = "BEGIN"
WRITE = "BEGIN IMMEDIATE"  # takes the write lock at once: a reader that turns writer could be refused it
BARE = ""  # no transaction at all, as a checkpoint of the write-ahead log asks for

PRAGMAS = (
    f"busy_timeout={BUSY_TIMEOUT}",
    "journal_mode=WAL",
    "synchronous=FULL",  # what was committed survives a power cut
    "foreign_keys=ON",
    "secure_delete=ON",  # deleted text is overwritten, not only unlinked
)


def parse(url: str) -> sa.URL:
    """The address of a SQLite file or a Postgres database. Raises SettingsError on any other."""
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError:
        raise SettingsError(SETTING, "it is no database address") from None
    kind = parsed.drivername.partition("+")[0]
    if kind == "sqlite" and parsed.database and parsed.database != ":memory:":
        return parsed.set(drivername="sqlite")
    if kind in {"postgresql", "postgres"} and parsed.database:
        return parsed.set(drivername="postgresql+psycopg")
    raise SettingsError(SETTING, "it must be sqlite:///file or postgresql://user@host/database")


def is_sqlite(url: sa.URL) -> bool:
    """True for a file, False for Postgres."""
    return url.drivername == "sqlite"


def open_async(url: sa.URL) -> AsyncEngine:
    """An engine for the event loop; dispose of it when done."""
    if not is_sqlite(url):
        return create_async_engine(url, pool_size=POOL_SIZE, pool_pre_ping=True)
    engine = create_async_engine(url.set(drivername="sqlite+aiosqlite"), pool_size=POOL_SIZE, max_overflow=0)
    _guard(engine.sync_engine)
    return engine


def open_blocking(url: sa.URL) -> sa.Engine:
    """An engine for a thread of its own, with one connection; dispose of it when done."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    if is_sqlite(url):
        _guard(engine)
    return engine


def _guard(engine: sa.Engine) -> None:
    @sa.event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401  SQLAlchemy's record
        connection.isolation_level = None  # the driver's own BEGIN leaves out reads and changes of schema
        cursor = connection.cursor()
        for pragma in PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def _begun(connection: sa.Connection) -> None:
        begin = connection.get_execution_options().get(BEGIN, READ)
        if begin != BARE:
            connection.exec_driver_sql(begin)
