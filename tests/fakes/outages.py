"""A Postgres server that refuses one database for a while, and a clock by which it comes back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import psycopg
import sqlalchemy as sa

from tests.fakes.clock import JumpingClock

PATIENCE = 30_000  # milliseconds until a connection must be gone


@dataclass(frozen=True)
class Server:
    """Refuses the database at `url`, and hangs up on everybody there, until it comes back."""

    url: str
    admin: sa.URL

    def goes_away(self) -> None:
        self._tell("ALTER DATABASE {} ALLOW_CONNECTIONS false")
        self.hangs_up()

    def comes_back(self) -> None:
        self._tell("ALTER DATABASE {} ALLOW_CONNECTIONS true")

    def hangs_up(self) -> None:
        ended = f"pg_terminate_backend(pid, {PATIENCE})"
        self._tell(f"SELECT {ended} FROM pg_stat_activity WHERE datname = '{{}}'")  # noqa: S608  a test's own

    def _tell(self, statement: str) -> None:
        address = self.admin.render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement.format(sa.make_url(self.url).database).encode())


class Awaited(JumpingClock):
    """At the sleep of this number, counted from one, something happens."""

    def __init__(self) -> None:
        super().__init__()
        self.at: tuple[int, Callable[[], None]] = (0, lambda: None)

    async def sleep(self, seconds: float) -> None:
        await super().sleep(seconds)
        number, happens = self.at
        if len(self.slept) == number:
            await asyncio.to_thread(happens)
