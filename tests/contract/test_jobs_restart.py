"""What the queue promises over restarts, on SQLite and on Postgres alike."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
import sqlalchemy as sa

from core import database
from core.errors import SettingsError
from core.jobs import patience, rows
from core.jobs import queue as queue_module
from core.jobs.checkpoints import checkpoint
from core.jobs.model import Ending, Job, Limits, Outcome
from core.jobs.naming import Ids
from core.jobs.queue import Queue
from tests.fakes.clock import Ahead
from tests.fakes.facts import Facts
from tests.fakes.work import Work, eventually, job

LIMITS = Limits(poll=0.05, per_workspace=1, running=2)
MARKER = "a-marker of something that nobody may keep"


@pytest.fixture(autouse=True)
def _quick_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_module, "REPLICAS", 0.1)
    monkeypatch.setattr(queue_module, "SWEEP", 0.2)
    monkeypatch.setattr(patience, "WAITS", (0.01,))


@pytest.fixture
def clock() -> Ahead:
    return Ahead()


def opened(
    url: str, work: Work, *, clock: Ahead | None = None, facts: Facts | None = None, limits: Limits = LIMITS
) -> AbstractAsyncContextManager[Queue]:
    return Queue.open(
        url,
        run=work.run,
        announce=work.announce,
        finished=work.finished,
        limits=limits,
        clock=clock or Ahead(),
        emit=facts or Facts(),
    )


async def forever(_: Job) -> None:
    await asyncio.Event().wait()


async def test_a_job_cut_off_by_a_shutdown_is_taken_up_where_it_was(database_url: str) -> None:
    one, before, after = job(), Work(), Work()
    calls: list[str] = []

    async def call(name: str) -> str:
        calls.append(name)
        if name == "cut off":
            await forever(one)
        return f"id of {name}"

    async def first(_: Job) -> None:
        # The next attempt calls in another order, and makes a call that this one does not.
        await checkpoint("b", lambda: call("b"))
        await checkpoint("a", lambda: call("a"))
        await checkpoint("cut off", lambda: call("cut off"))

    async def second(_: Job) -> None:
        assert await checkpoint("a", lambda: call("a")) == "id of a"
        assert await checkpoint("new", lambda: call("new")) == "id of new"
        assert await checkpoint("b", lambda: call("b")) == "id of b"

    before.plans[one.id], after.plans[one.id] = first, second

    async def cut_off() -> bool:
        return "cut off" in calls

    async with opened(database_url, before) as queue:
        await queue.submit(one)
        await eventually(cut_off)
    facts = Facts()
    async with opened(database_url, after, facts=facts):
        await after.until("end", one)
    assert calls == ["b", "a", "cut off", "new"]
    assert before.seen == [("announce", one.id), ("start", one.id), ("cut off", one.id)]
    assert after.seen == [("start", one.id), ("end", one.id)]
    assert facts.count("job_started", job=one.id, attempt=2) == 1


async def test_a_job_that_was_waiting_when_its_process_ended_does_not_expire(
    database_url: str, clock: Ahead
) -> None:
    running, in_lane, in_line = job("W1"), job("W1"), job("W2")
    other = job("W3")
    before, after = Work(), Work()
    before.plans[running.id] = before.plans[other.id] = forever
    async with opened(database_url, before, clock=clock) as queue:
        await queue.submit(running)
        await queue.submit(other)
        await before.until("start", running, other)
        await queue.submit(in_lane)
        await queue.submit(in_line)

        async def both_wait() -> bool:
            waiting = [Ids(in_lane.id).lane, Ids(in_line.id).run]
            return len(await rows.find(waiting, status=[rows.WAITING])) == 2

        await eventually(both_wait)
    clock.ahead += 10 * LIMITS.max_wait
    after.plans[running.id] = after.plans[other.id] = lambda _: asyncio.sleep(1)  # some sweeps go by
    async with opened(database_url, after, clock=clock):
        await after.until("start", running, other)
        clock.ahead += 10 * LIMITS.max_wait
        await after.until("end", running, other, in_lane, in_line)
    assert after.endings == []


async def test_the_order_of_a_thread_holds_over_a_restart(database_url: str) -> None:
    jobs = [job("W", "t") for _ in range(4)]
    before, after = Work(), Work()
    before.plans[jobs[0].id] = forever
    async with opened(database_url, before) as queue:
        for one in jobs[:3]:
            await queue.submit(one)
        await before.until("start", jobs[0])
    async with opened(database_url, after) as queue:
        await queue.submit(jobs[3])
        await after.until("end", *jobs)
    assert after.order("start", *jobs) == [one.id for one in jobs]


async def test_a_delivered_job_is_known_until_nobody_would_deliver_it_again(
    database_url: str, clock: Ahead
) -> None:
    one = job()
    work = Work()
    async with opened(database_url, work, clock=clock) as queue:
        await asyncio.gather(*(queue.submit(one) for _ in range(5)))
        await work.until("end", one)
        await eventually(lambda: ended(one))
    clock.ahead += LIMITS.remember - 3_600
    async with opened(database_url, work, clock=clock) as queue:
        assert (await queue.submit(one)).new is False
    clock.ahead += 7_200
    later = Work()
    async with opened(database_url, later, clock=clock) as queue:
        await eventually(lambda: forgotten(one))
        assert (await queue.submit(one)).new is True
        await later.until("end", one)
    assert (work.count("announce", one), work.count("start", one)) == (1, 1)


async def ended(one: Job) -> bool:
    return bool(await rows.find([one.id], status=rows.ENDED))


async def forgotten(one: Job) -> bool:
    ids = Ids(one.id)
    return not await rows.find([ids.turn, ids.lane, ids.run, ids.announce, ids.tell])


async def test_a_drain_lets_jobs_finish_and_leaves_the_others(database_url: str) -> None:
    running, waiting = job("W"), job("W")
    before, after = Work(), Work()
    gate = asyncio.Event()
    before.plans[running.id] = lambda _: gate.wait()
    async with opened(database_url, before) as queue:
        await queue.submit(running)
        await before.until("start", running)
        await queue.submit(waiting)
        assert await queue.drain(0.3) is False
        gate.set()
        assert await queue.drain(20) is True
        assert before.count("end", running) == 1
        assert before.count("start", waiting) == 0
        assert (await queue.submit(job())).new is True
    async with opened(database_url, after):
        await after.until("end", waiting)
    assert after.count("start", running) == 0


async def test_a_job_that_takes_too_long_fails(database_url: str) -> None:
    slow, work = job(), Work()
    work.plans[slow.id] = forever
    async with opened(database_url, work, limits=Limits(poll=0.05, run_time=0.2)) as queue:
        await queue.submit(slow)
        await work.until("failed", slow)
    assert work.endings == [(slow.id, Ending(outcome=Outcome.FAILED, reason="timeout"))]


async def test_a_hook_that_fails_is_a_fact_and_ends_nothing(database_url: str) -> None:
    class Mute(Work):
        async def finished(self, job: Job, ending: Ending, message: str | None) -> None:
            await super().finished(job, ending, message)
            raise ConnectionError(MARKER)

    async def fail(_: Job) -> None:
        raise ZeroDivisionError(MARKER)

    work, facts = Mute(), Facts()
    broken, next_ = job("W", "t"), job("W", "t")
    work.plans[broken.id] = fail
    async with opened(database_url, work, facts=facts) as queue:
        await queue.submit(broken)
        await queue.submit(next_)
        await work.until("end", next_)
    assert work.count("failed", broken) == 2
    assert facts.count("tell_failed", cause="ConnectionError") == 2


async def test_no_text_ever_reaches_the_engines_tables(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail() -> str:
        raise ZeroDivisionError(MARKER)

    async def too_much() -> str:
        return MARKER * 100

    work, facts = Work(), Facts()
    failing, talking, silent = job(), job(), job()
    work.plans[failing.id] = lambda _: checkpoint("call", fail)
    work.plans[talking.id] = lambda _: checkpoint("call", too_much)
    work.unpostable.add(silent.id)
    work.hiccups = {("announce", silent.id): 1, ("finished", silent.id): 1}
    async with opened(database_url, work, facts=facts) as queue:
        for one in (failing, talking, silent):
            await queue.submit(one)
        await work.until("failed", failing, talking, silent)
        await eventually(lambda: ended(silent))
    kept = everything(database_url)
    assert failing.id in kept
    assert "a-marker" not in kept
    assert "a-marker" not in str(facts.seen)
    assert "a-marker" not in caplog.text


def everything(url: str) -> str:
    """Every row of every table there is."""
    engine = database.open_blocking(database.parse(url))
    schema = None if url.startswith("sqlite") else "dbos"
    metadata = sa.MetaData()
    metadata.reflect(engine, schema=schema)
    with engine.connect() as connection:
        text = str([connection.execute(sa.select(table)).all() for table in metadata.sorted_tables])
    engine.dispose()
    return text


async def test_an_error_beside_the_queue_passes_through_it_as_it_is(database_url: str) -> None:
    with pytest.raises(ZeroDivisionError):
        async with opened(database_url, Work()):
            raise ZeroDivisionError
    assert await asyncio.to_thread(lambda: "the loop has threads again") is not None


async def test_a_process_has_one_queue(tmp_path: Path) -> None:
    async with opened(f"sqlite:///{tmp_path}/one.db", Work()):
        with pytest.raises(RuntimeError, match="one queue"):
            async with opened(f"sqlite:///{tmp_path}/two.db", Work()):
                pass


async def test_a_place_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL: no file can be written there"):
        async with opened(f"sqlite:///{tmp_path}/nowhere/jobs.db", Work()):
            pass


async def test_jobs_outlive_the_connections_of_a_postgres_server(postgres_url: str) -> None:
    jobs = [job(f"W{number % 2}") for number in range(8)]
    work, facts = Work(), Facts()
    for one in jobs:
        work.plans[one.id] = lambda _: asyncio.sleep(0.2)
    async with opened(postgres_url, work, facts=facts) as queue:
        for one in jobs:
            await queue.submit(one)
        await work.until("start", jobs[0])
        await asyncio.to_thread(cut_connections, postgres_url)
        await work.until("end", *jobs)
        assert (await queue.submit(jobs[0])).new is False
        assert await queue.drain(20) is True
    assert work.count("start", *jobs) == work.count("announce", *jobs) == len(jobs)
    assert work.endings == []


async def test_a_job_that_was_given_to_another_replica_is_cut_off_here(postgres_url: str) -> None:
    one, work, facts = job(), Work(), Facts()

    async def first_time(_: Job) -> None:
        if work.count("start", one) == 1:
            await forever(one)

    work.plans[one.id] = first_time
    async with opened(postgres_url, work, facts=facts) as queue:
        await queue.submit(one)
        await work.until("start", one)
        await asyncio.to_thread(give_away, postgres_url, Ids(one.id).run)
        await work.until("end", one)  # the other replica is dead: the job comes back, and starts again
    assert [what for what, _ in work.seen] == ["announce", "start", "cut off", "start", "end"]
    assert work.endings == []
    assert facts.count("replica_dead", replica="another") == 1


def give_away(url: str, workflow: str) -> None:
    engine = database.open_blocking(database.parse(url))
    with engine.begin() as connection:
        change = "UPDATE dbos.workflow_status SET executor_id = 'another' WHERE workflow_uuid = :id"
        assert connection.execute(sa.text(change), {"id": workflow}).rowcount == 1
    engine.dispose()


def cut_connections(url: str) -> None:
    engine = database.open_blocking(database.parse(url))
    with engine.connect() as connection:
        others = sa.text(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        assert len(connection.execute(others).all()) > 1
    engine.dispose()


async def test_a_file_that_another_process_uses_is_refused(tmp_path: Path) -> None:
    lock = await asyncio.create_subprocess_exec(
        "python3",
        "-c",
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('BEGIN EXCLUSIVE'); print('held', flush=True); sys.stdin.read()",
        f"{tmp_path}/jobs.db.lock",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert lock.stdout is not None
    assert await lock.stdout.readline() == b"held\n"
    with pytest.raises(SettingsError, match="DATABASE_URL: another Crossroads"):
        async with opened(f"sqlite:///{tmp_path}/jobs.db", Work()):
            pass
    lock.kill()
    await lock.wait()
    async with opened(f"sqlite:///{tmp_path}/jobs.db", Work()):
        pass
