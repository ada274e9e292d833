"""Store and queue in one SQLite file, as they are by default."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from core import turns
from core.jobs.model import Limits
from core.jobs.queue import Queue
from core.store.connections import THREADS
from core.store.records import Thread, Workspace
from core.store.store import Store
from tests.fakes.work import Work, job

PATIENCE = 60.0  # seconds


async def test_a_forgotten_draft_leaves_no_word_although_the_queue_is_busy_in_the_same_file(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path}/crossroads.db"
    work = Work()
    jobs = [job(f"W{number % 4}") for number in range(12)]
    async with Store.open(url) as store:
        draft = await store.drafts.open(
            Thread(workspace="T1", channel="C1", ts="1.0"), id="D1", requester="U1"
        )
        await store.texts.add(draft.key, kind="brief", body="a-marker " * 500, author="U1", job="J1")
        async with Queue.open(
            url,
            run=work.run,
            announce=work.announce,
            finished=work.finished,
            limits=Limits(poll=0.05),
        ) as queue:
            for one in jobs:
                work.plans[one.id] = lambda _: asyncio.sleep(0.05)
                await queue.submit(one)
            await work.until("start", jobs[0])
            assert await store.forget(draft.key)
            assert holding(tmp_path, b"a-marker") == []
            await work.until("end", *jobs)


async def test_who_goes_ahead_waits_for_none_of_the_writers_in_line(tmp_path: Path) -> None:
    at_file, written = turns.at(str((tmp_path / "crossroads.db").resolve())), list[str]()

    async def write(store: Store, name: str) -> None:
        await store.workspaces.put(Workspace(id=name))
        written.append(name)

    async def write_ahead(store: Store, name: str) -> None:
        with turns.ahead():
            await write(store, name)

    async with Store.open(f"sqlite:///{tmp_path}/crossroads.db") as store:
        assert at_file.take(patience=PATIENCE)
        async with asyncio.TaskGroup() as group:
            for number in range(2 * THREADS):
                group.create_task(write(store, f"T{number}"))
            await until(lambda: len(at_file._waiting) == THREADS)  # and no thread is left to those behind
            group.create_task(write_ahead(store, "ahead"))
            await until(lambda: len(at_file._waiting) == THREADS + 1)
            at_file.give_back()
    assert written.index("ahead") < THREADS


async def until(so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not so():  # noqa: ASYNC110  what is looked at is in threads
            await asyncio.sleep(0.01)


def holding(folder: Path, words: bytes) -> list[str]:
    return [file.name for file in folder.iterdir() if words in file.read_bytes()]
