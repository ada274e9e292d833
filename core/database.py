"""Which database an address names, and the engines that open it safely.

Their errors hold no parameters: those are what people wrote.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from core import turns
from core.errors import SettingsError

SETTING = "DATABASE_URL"
BUSY_TIMEOUT = 30_000  # milliseconds a writer waits for its turn at a SQLite file
POOL_SIZE = 5  # connections

# How long Postgres, or the way there, may say nothing. Left alone, the driver waits two minutes for a new
# connection, and the system a quarter of an hour for an answer to what was sent.
SILENCE = {
    "connect_timeout": "5",  # seconds, for each host: two lost packets are sent again after 1 s and 3 s
    "keepalives_idle": "10",  # seconds until the other end is asked whether it is there
    "keepalives_interval": "5",  # seconds until it is asked again
    "keepalives_count": "2",  # questions without an answer: then the connection is lost, after 20 s in all
    "tcp_user_timeout": "20000",  # milliseconds that what was sent may stay unconfirmed
}

# How a transaction begins, as an execution option of a connection; SQLite only, Postgres has one way.
BEGIN = "begin"
READ = "BEGIN"
WRITE = "BEGIN IMMEDIATE"  # takes the write lock at once: a reader that turns writer could be refused it
BARE = ""  # no transaction at all, as a checkpoint of the write-ahead log asks for

_LOCKING = (WRITE, "INSERT", "UPDATE", "DELETE", "REPLACE")  # before the last four the driver itself begins
_TURN = "turn"  # among what the pool knows of a connection

PRAGMAS = (
    f"busy_timeout={BUSY_TIMEOUT}",
    "journal_mode=WAL",
    "synchronous=FULL",  # what was committed survives a power cut
    "foreign_keys=ON",
    "secure_delete=ON",  # deleted text is overwritten, not only unlinked
)


def parse(url: str) -> sa.URL:
    """The address of a SQLite file or a Postgres database. Raises SettingsError on any other.

    Whatever opens a Postgres database by it, the engine of the jobs too, keeps to SILENCE, or to what the
    address says itself: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
    """
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError:
        raise SettingsError(SETTING, "it is no database address") from None
    kind = parsed.drivername.partition("+")[0]
    if kind == "sqlite" and parsed.database and parsed.database != ":memory:":
        return parsed.set(drivername="sqlite")
    if kind in {"postgresql", "postgres"} and parsed.database:
        return parsed.set(drivername="postgresql+psycopg", query={**SILENCE, **parsed.query})
    raise SettingsError(SETTING, "it must be sqlite:///file or postgresql://user@host/database")


def is_sqlite(url: sa.URL) -> bool:
    """True for a file, False for Postgres."""
    return url.drivername == "sqlite"


def open_async(url: sa.URL) -> AsyncEngine:
    """An engine for the event loop; dispose of it when done."""
    if not is_sqlite(url):
        return create_async_engine(url, pool_size=POOL_SIZE, pool_pre_ping=True, hide_parameters=True)
    engine = create_async_engine(
        url.set(drivername="sqlite+aiosqlite"), pool_size=POOL_SIZE, max_overflow=0, hide_parameters=True
    )
    _guard(engine.sync_engine)
    return engine


def open_blocking(url: sa.URL) -> sa.Engine:
    """An engine for a thread of its own, with one connection; dispose of it when done."""
    engine = sa.create_engine(url, poolclass=sa.NullPool, hide_parameters=True)
    if is_sqlite(url):
        _guard(engine)
    return engine


def open_threaded(url: sa.URL, *, connections: int) -> sa.Engine:
    """An engine for as many threads; dispose of it when done."""
    if not is_sqlite(url):
        return sa.create_engine(
            url, pool_size=connections, max_overflow=0, pool_pre_ping=True, hide_parameters=True
        )
    engine = sa.create_engine(url, pool_size=connections, max_overflow=0, hide_parameters=True)
    _guard(engine)
    take_turns(engine)
    return engine


def take_turns(engine: sa.Engine) -> None:
    """Have the writers of an engine at a SQLite file wait for their turn.

    It begins with the statement that takes the write lock, and ends when the connection goes back. So the
    connection is for threads that do nothing but read and write: an event loop would be late.
    """
    file = turns.at(str(Path(engine.url.database or "").resolve()))

    @sa.event.listens_for(engine, "before_cursor_execute")
    def _executing(connection: sa.Connection, _: object, statement: str, *_more: object) -> None:
        info = connection.connection.record_info
        if info is not None and not info.get(_TURN) and statement.startswith(_LOCKING):
            info[_TURN] = file.take(patience=BUSY_TIMEOUT / 1000)

    @sa.event.listens_for(engine, "checkin")
    def _returned(_: object, record: sa.pool.ConnectionPoolEntry) -> None:
        if (record.record_info or {}).pop(_TURN, False):
            file.give_back()


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
