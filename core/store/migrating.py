"""Bringing the schema up to date, by one process at a time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from core import database
from core.errors import SettingsError

LOCK = 0x63726F7373  # "cross": the advisory lock that replicas on one Postgres database queue up for


def migrate(url: sa.URL) -> None:
    """Run the steps that this database lacks, all of them or none. It blocks: call it in a thread.

    Raises SettingsError when there is no such database.
    """
    engine = database.open_blocking(url)
    try:
        engine.connect().close()
    except sa.exc.OperationalError:
        raise SettingsError(database.SETTING, "the database cannot be opened") from None
    try:
        with engine.execution_options(**{database.BEGIN: database.WRITE}).begin() as connection:
            if not database.is_sqlite(url):
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
            command.upgrade(_config(connection), "head")
    finally:
        engine.dispose()


def _config(connection: sa.Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "core.store:migrations")
    config.attributes["connection"] = connection
    return config
