"""DBOS, launched on a database for this process and put away again."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing, contextmanager

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, DBOSConfig, DBOSPortableJSONSerializer, error

from core import database
from core.errors import SettingsError
from core.jobs.bells import Bells
from core.jobs.model import Json, Limits
from core.jobs.rows import VERSION, Workflow

APPLICATION = "crossroads"
THREADS = 24  # for the engine, and for every asyncio.to_thread of a loop it runs on
CONNECTIONS = 10
SHUTDOWN = 0.2  # seconds; a thread of DBOS that has nothing to do here sleeps so long before it sees the end
LOCAL = "local"  # the one process that a SQLite file has: its restart takes up what it left

# Jobs pass three queues. One slot a thread keeps their order, the lane's slots keep a workspace from
# taking everything, and the run queue holds what runs at all.
THREAD_QUEUE = "crossroads-thread"
LANE_QUEUE = "crossroads-lane"
RUN_QUEUE = "crossroads-run"
QUEUES = (THREAD_QUEUE, LANE_QUEUE, RUN_QUEUE)
QUIET_POLL = 1.0  # seconds between two looks at a queue of a SQLite file, which nobody else fills

_ROUTINE = ("Asyncio task cancelled", "outcome was not recorded", "was cancelled during execution")

_the_only_one = threading.Lock()  # DBOS is one object a process


@asynccontextmanager
async def launched(
    address: sa.URL, *, executor: str, limits: Limits, bells: Bells, register: Callable[[], None]
) -> AsyncIterator[DBOS]:
    """Run DBOS on this event loop until the end; `register` declares the workflows.

    Its pollers hear the bells. Raises SettingsError when another process uses the SQLite file, and
    RuntimeError when this process has a queue open already.
    """
    if not _the_only_one.acquire(blocking=False):
        raise RuntimeError("a process has one queue at a time")
    try:
        with _owned(address):
            await asyncio.to_thread(_prepare, address, limits)
            with _engine(address) as engine:
                dbos = _construct(address, engine, executor)
                try:
                    register()
                    DBOS.launch()  # on the loop's own thread, so that workflows run on this loop
                    for event in dbos.background_thread_stop_events:
                        bells.hang(event)
                    yield dbos
                finally:
                    # DBOS made its threads the loop's own, and they go with it: the loop needs new ones.
                    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor())
                    await asyncio.to_thread(DBOS.destroy, destroy_registry=True)
    finally:
        _the_only_one.release()


def stop_intake(dbos: DBOS, bells: Bells) -> None:
    """Take no more work from the queues in this process; what runs goes on."""
    for event in dbos.background_thread_stop_events:
        event.set()
    bells.ring()


def declare(name: str, body: Workflow, *, again: int | None) -> Workflow:
    """Declare a workflow. `again` is how often it is started once more after a crash; None is no limit."""

    async def call(*args: Json) -> Json:
        return await body(*args)

    return DBOS.workflow(name=name, max_recovery_attempts=again)(call)


def _construct(address: sa.URL, engine: sa.Engine | None, executor: str) -> DBOS:
    config = DBOSConfig(
        name=APPLICATION,
        system_database_url=_text(address),
        system_database_engine=engine,
        sys_db_pool_size=CONNECTIONS,
        executor_id=executor,
        application_version=VERSION,
        serializer=DBOSPortableJSONSerializer(),
        max_executor_threads=THREADS,
        use_listen_notify=False,
        notification_listener_polling_interval_sec=SHUTDOWN,
        run_migrations=False,
        log_level="WARNING",
    )
    logger = logging.getLogger("dbos")
    if not logger.handlers:  # with one of our own it adds none, and leaves its records to the root logger
        logger.addHandler(logging.NullHandler())
    logger.addFilter(_is_news)
    return DBOS(config=config)


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a record of DBOS is worth a line: that a workflow was cut off or withdrawn is not."""
    kind = record.exc_info[0] if record.exc_info else None
    if kind is not None and issubclass(kind, error.DBOSAwaitedWorkflowCancelledError):
        return False
    return not any(words in record.getMessage() for words in _ROUTINE)


def _prepare(address: sa.URL, limits: Limits) -> None:
    """Bring the engine's schema up to date and declare the queues, so that a launch finds both."""
    DBOS.migrate(_text(address))
    client = DBOSClient(system_database_url=_text(address), application_name=APPLICATION)
    poll = QUIET_POLL if database.is_sqlite(address) else limits.poll
    try:
        client.register_queue(THREAD_QUEUE, partition_concurrency=1, polling_interval_sec=poll)
        # A lane that this process fills by itself is passed over without a question to the database.
        client.register_queue(
            LANE_QUEUE,
            partition_concurrency=limits.per_workspace,
            partition_worker_concurrency=limits.per_workspace,
            polling_interval_sec=poll,
        )
        client.register_queue(
            RUN_QUEUE,
            global_concurrency=limits.running,
            worker_concurrency=limits.running,
            polling_interval_sec=poll,
        )
    finally:
        client.destroy()


@contextmanager
def _engine(address: sa.URL) -> Iterator[sa.Engine | None]:
    """Our own engine for a SQLite file: DBOS would leave out the write-ahead log. Its own for Postgres."""
    if not database.is_sqlite(address):
        yield None
        return
    engine = sa.create_engine(address, pool_size=CONNECTIONS, max_overflow=0, hide_parameters=True)

    @sa.event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = "IMMEDIATE"  # as DBOS opens it: it relies on writers taking turns
        for pragma in database.PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    database.take_turns(engine)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _owned(address: sa.URL) -> Iterator[None]:
    """Keep other processes off a SQLite file for as long as this one lives: they would share its name."""
    if not database.is_sqlite(address):
        yield
        return
    with closing(_lock(f"{address.database}.lock")):
        yield


def _lock(file: str) -> sqlite3.Connection:
    """Lock a file; the system lets go of it when the process dies, however it dies."""
    try:
        lock = sqlite3.connect(file, timeout=0, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as refused:
        taken = refused.sqlite_errorcode == sqlite3.SQLITE_BUSY
        reason = "another Crossroads uses this file" if taken else "no file can be written there"
        raise SettingsError(database.SETTING, reason) from None
    return lock


def _text(address: sa.URL) -> str:
    return address.render_as_string(hide_password=False)
