"""How many replicas live on one Postgres is known to each of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import psycopg
import pytest
import sqlalchemy as sa

from core import database
from core.jobs import queue as queue_module
from core.jobs.model import Limits
from core.jobs.queue import Queue
from core.jobs.replicas import Replicas
from tests.fakes.facts import Facts
from tests.fakes.work import Work, eventually


async def test_replicas_that_come_and_go_are_counted(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_module, "REPLICAS", 0.05)
    work, facts = Work(), Facts()
    heard: list[int] = []
    async with Queue.open(
        postgres_url,
        run=work.run,
        announce=work.announce,
        finished=work.finished,
        limits=Limits(poll=0.05),
        emit=facts,
        counted=heard.append,
    ):
        told: list[int] = []
        second, third = other(postgres_url, "second", told.append), other(postgres_url, "third")
        await second.look()
        await until(lambda: heard == [2])
        await third.look()
        await until(lambda: heard == [2, 3])
        await second.look()
        assert told[-1] == 3
        await asyncio.to_thread(end_sessions, postgres_url)
        await until(lambda: heard[-1] == 1)
        with pytest.raises(sa.exc.DBAPIError):
            await second.look()
        await second.look()
        await until(lambda: heard[-1] == 2)
        for replica in (second, third):
            await replica.close()
        await until(lambda: heard[-1] == 1)
    assert facts.count("replicas_counted") == len(heard)


async def until(check: Callable[[], bool]) -> None:
    async def checked() -> bool:
        return check()

    await eventually(checked)


def other(url: str, name: str, counted: Callable[[int], None] = lambda _: None) -> Replicas:
    return Replicas(database.parse(url), name=name, emit=Facts(), counted=counted)


def end_sessions(url: str) -> None:
    """End every session that holds a lock, as a server does whose replicas it has lost."""
    with psycopg.connect(url, autocommit=True) as connection:
        ended = "SELECT pg_terminate_backend(pid, 30000) FROM pg_locks"
        connection.execute(f"{ended} WHERE locktype = 'advisory' AND objsubid = 1".encode())
