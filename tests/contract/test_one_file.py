"""Store and queue in one SQLite file, as they are by default."""

from __future__ import annotations

import asyncio
from pathlib import Path

from core.jobs.model import Limits
from core.jobs.queue import Queue
from core.store.records import Thread
from core.store.store import Store
from tests.fakes.work import Work, job


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


def holding(folder: Path, words: bytes) -> list[str]:
    return [file.name for file in folder.iterdir() if words in file.read_bytes()]
