"""What the queue promises when its process is killed with signal 9, at any point."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections import Counter
from pathlib import Path

import pytest

from core.jobs.queue import Queue
from tests.fakes.work import Work, eventually

pytestmark = pytest.mark.slow

POINTS = {
    "submitted": "nothing but the stored job is there",
    "post": "the message is posted, and nobody has noted it",
    "start": "the job has begun",
    "called": "the model has answered",
    "shown-on-ts": "the result was shown",
    "end": "the job is over, and nobody has noted it",
}


async def live(url: str, folder: Path) -> int:
    """One life of a process: how it ended."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.contract.dying", url, str(folder)
    )
    try:
        async with asyncio.timeout(300):
            return await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def told(folder: Path) -> Counter[str]:
    return Counter((folder / "log").read_text().splitlines())


def prepare(folder: Path, *, jobs: str, deaths: str) -> None:
    (folder / "jobs").write_text(jobs)
    (folder / "deaths").write_text(deaths)


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_no_job_is_lost_and_no_message_posted_twice(
    database_url: str, tmp_path: Path, point: str
) -> None:
    prepare(tmp_path, jobs="one", deaths=f"{point} one")
    assert await live(database_url, tmp_path) == -signal.SIGKILL
    assert await live(database_url, tmp_path) == 0
    lines = told(tmp_path)
    assert lines["post one"] == 1
    assert lines["call one"] == 1
    assert lines["end one"] == (2 if point == "end" else 1)


async def test_a_job_killed_again_and_again_is_still_done_once(database_url: str, tmp_path: Path) -> None:
    prepare(tmp_path, jobs="one", deaths="submitted one\npost one\ncalled one\nshown-on-ts one")
    assert [await live(database_url, tmp_path) for _ in range(5)] == [-signal.SIGKILL] * 4 + [0]
    lines = told(tmp_path)
    assert (lines["post one"], lines["call one"], lines["end one"]) == (1, 1, 1)


async def test_a_job_that_takes_its_process_down_each_time_is_given_up_and_that_is_told(
    database_url: str, tmp_path: Path
) -> None:
    prepare(tmp_path, jobs="t.one t.two", deaths="start t.one\n" * 4)
    lives = [await live(database_url, tmp_path) for _ in range(4)]
    assert lives == [-signal.SIGKILL] * 3 + [0]
    lines = told(tmp_path)
    assert lines["failed-crashed-on-ts t.one"] == 1
    assert lines["end t.two"] == 1
    assert lines["post t.one"] == lines["post t.two"] == 1


async def test_a_death_while_a_failure_is_told_has_it_told_again(database_url: str, tmp_path: Path) -> None:
    failed = "failed-ZeroDivisionError-on-ts"
    prepare(tmp_path, jobs="broken", deaths=f"{failed} broken")
    assert await live(database_url, tmp_path) == -signal.SIGKILL
    assert await live(database_url, tmp_path) == 0
    lines = told(tmp_path)
    assert lines["post broken"] == lines["call broken"] == 1
    assert lines[f"{failed} broken"] == 2


async def test_a_replica_takes_over_what_another_left(postgres_url: str, tmp_path: Path) -> None:
    names = [f"long{number}" for number in range(8)]
    prepare(tmp_path, jobs=" ".join(names), deaths="called long1")
    first, second = await asyncio.gather(live(postgres_url, tmp_path), live(postgres_url, tmp_path))
    assert sorted([first, second]) == [-signal.SIGKILL, 0]
    lines = told(tmp_path)
    assert all(lines[f"post {name}"] == 1 for name in names)
    assert lines["call long1"] == 1
    assert all(lines[f"call {name}"] <= 2 for name in names)  # one in flight at the death is made again
    assert all(lines[f"end {name}"] == 1 for name in names)


async def test_a_job_is_stopped_from_another_replica_than_the_one_it_runs_at(
    postgres_url: str, tmp_path: Path
) -> None:
    prepare(tmp_path, jobs="forever", deaths="")
    here = Work()
    async with asyncio.TaskGroup() as group:
        there = group.create_task(live(postgres_url, tmp_path))
        await eventually(lambda: says(tmp_path, "called forever"))
        async with Queue.open(
            postgres_url, run=here.run, announce=here.announce, finished=here.finished
        ) as queue:
            assert await queue.cancel("forever", "person") is True
            assert await there == 0
    assert told(tmp_path)["cancelled-person-on-ts forever"] == 1
    assert here.seen == []


async def says(folder: Path, line: str) -> bool:
    return (folder / "log").exists() and told(folder)[line] > 0
