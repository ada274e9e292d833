"""What the queue promises, on SQLite and on Postgres alike; one queue serves all tests of this module."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest
import pytest_asyncio

from core.jobs import queue as queue_module
from core.jobs import rows
from core.jobs.checkpoints import checkpoint
from core.jobs.model import Ending, Job, Limits, Outcome
from core.jobs.naming import Ids
from core.jobs.queue import Queue
from tests.fakes import postgres
from tests.fakes.clock import Ahead
from tests.fakes.facts import Facts
from tests.fakes.work import Work, eventually, job

pytestmark = pytest.mark.asyncio(loop_scope="module")

LIMITS = Limits(poll=0.05, running=5, per_workspace=3)
SWEEP = 0.2  # seconds


@dataclass(kw_only=True)
class Office:
    queue: Queue
    work: Work
    clock: Ahead
    facts: Facts
    gates: list[asyncio.Event] = field(default_factory=list)

    def gate(self, *jobs: Job) -> asyncio.Event:
        """Keep these jobs running until the gate is set."""
        event = asyncio.Event()
        self.gates.append(event)
        for one in jobs:
            self.work.plans[one.id] = lambda _: event.wait()
        return event

    async def submit(self, *jobs: Job) -> None:
        for one in jobs:
            assert (await self.queue.submit(one)).new

    async def idle(self) -> None:
        """Wait until nothing runs or waits."""

        async def check() -> bool:
            load = await self.queue.load()
            return not load.running and not load.waiting

        await eventually(check)

    async def ended(self, one: Job) -> None:
        """Wait until a job is over for the queue too."""
        await self._reaches(Ids(one.id).turn, *rows.ENDED)

    async def in_lane(self, one: Job) -> None:
        """Wait until a job waits for a slot of its workspace."""
        await self._reaches(Ids(one.id).lane, rows.WAITING)

    async def in_line(self, one: Job) -> None:
        """Wait until a job waits for a slot of all."""
        await self._reaches(Ids(one.id).run, rows.WAITING)

    async def _reaches(self, workflow: str, *status: str) -> None:
        async def check() -> bool:
            return bool(await rows.find([workflow], status=status))

        await eventually(check)


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=["sqlite", "postgres"])
async def opened(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Office]:
    work, clock, facts = Work(), Ahead(), Facts()
    with ExitStack() as stack:
        stack.enter_context(pytest.MonkeyPatch.context()).setattr(queue_module, "SWEEP", SWEEP)
        url = f"sqlite:///{tmp_path_factory.mktemp('jobs')}/jobs.db"
        if request.param == "postgres":
            url = stack.enter_context(postgres.database(request.getfixturevalue("postgres_server")))
        async with Queue.open(
            url,
            run=work.run,
            announce=work.announce,
            finished=work.finished,
            limits=LIMITS,
            clock=clock,
            emit=facts,
        ) as queue:
            yield Office(queue=queue, work=work, clock=clock, facts=facts)


@pytest_asyncio.fixture(loop_scope="module")
async def office(opened: Office) -> AsyncIterator[Office]:
    """The one queue, and at the end of each test nothing in it."""
    yield opened
    for gate in opened.gates:
        gate.set()
    opened.gates.clear()
    await opened.idle()
    opened.work.most_running = 0
    assert opened.facts.count("queue_look_failed") == 0


async def test_a_job_is_announced_and_run_with_its_message(office: Office) -> None:
    one = job()
    await office.submit(one)
    await office.work.until("end", one)
    assert [what for what, id_ in office.work.seen if id_ == one.id] == ["announce", "start", "end"]
    assert office.work.messages[one.id] == f"ts of {one.id}"
    assert office.facts.count("job_started", job=one.id, attempt=1) == 1


async def test_redeliveries_at_once_and_later_are_one_job(office: Office) -> None:
    one = job()
    submitted = await asyncio.gather(*(office.queue.submit(one) for _ in range(5)))
    assert sorted(each.new for each in submitted) == [False] * 4 + [True]
    await office.work.until("end", one)
    await office.idle()
    assert (await office.queue.submit(one)).new is False
    assert office.work.count("announce", one) == 1
    assert office.work.count("start", one) == 1


async def test_jobs_of_a_thread_run_one_after_another_in_order(office: Office) -> None:
    jobs = [job("W-order", "t1") for _ in range(4)]
    for one in jobs:
        office.work.plans[one.id] = lambda _: asyncio.sleep(0.02)
    await office.submit(*jobs)
    await office.work.until("end", *jobs)
    happened = [
        (what, id_)
        for what, id_ in office.work.seen
        if what in {"start", "end"} and id_ in {one.id for one in jobs}
    ]
    assert happened == [(what, one.id) for one in jobs for what in ("start", "end")]


async def test_jobs_of_different_threads_run_side_by_side(office: Office) -> None:
    jobs = [job("W-beside") for _ in range(3)]
    office.gate(*jobs)
    await office.submit(*jobs)
    await office.work.until("start", *jobs)


async def test_a_flood_takes_its_lane_and_no_more(office: Office) -> None:
    flood = [job("W-flood") for _ in range(50)]
    lone = job("W-lone")
    office.gate(*flood)
    await asyncio.gather(*(office.queue.submit(one) for one in flood))
    await office.submit(lone)
    await office.work.until("end", lone)
    assert office.work.count("start", *flood) <= LIMITS.per_workspace
    await asyncio.gather(*(office.queue.cancel(one.id, "test") for one in flood))
    await office.work.until("cancelled", *flood)


async def test_no_more_jobs_run_than_all_may(office: Office) -> None:
    jobs = [job(f"W-all-{number % 4}") for number in range(12)]
    gate = office.gate(*jobs)
    await office.submit(*jobs)
    await eventually(lambda: some_run(office))
    await asyncio.sleep(0.5)  # a sixth would have started by now
    gate.set()
    await office.work.until("end", *jobs)
    assert office.work.most_running == LIMITS.running


async def some_run(office: Office) -> bool:
    return office.work.running >= LIMITS.running


async def test_a_premium_workspace_goes_ahead_of_others_that_came_before_it(office: Office) -> None:
    filling = [job(f"W-fill-{number}") for number in range(LIMITS.running)]
    gates = [office.gate(one) for one in filling]
    await office.submit(*filling)
    await office.work.until("start", *filling)
    standard, premium = job(), job(premium=True)
    office.gate(standard, premium)
    await office.submit(standard)
    await office.in_line(standard)
    assert await office.queue.places() == {standard.id: 1}
    await office.submit(premium)
    await office.in_line(premium)
    assert await office.queue.places() == {premium.id: 1, standard.id: 2}
    gates[0].set()
    await office.work.until("start", premium)
    assert office.work.count("start", standard) == 0


async def test_a_place_in_line_counts_those_of_the_same_line(office: Office) -> None:
    running = [job("W-line") for _ in range(3)]
    office.gate(*running)
    await office.submit(*running)
    await office.work.until("start", *running)
    first, second = job("W-line"), job("W-line")
    await office.submit(first)
    await office.in_lane(first)
    await office.submit(second)
    await office.in_lane(second)
    follow_up = job("W-line", running[0].thread)
    await office.submit(follow_up)
    assert await office.queue.places() == {first.id: 1, second.id: 2, follow_up.id: 1}
    assert await office.queue.position(running[0].id) is None
    assert await office.queue.position("nobody") is None
    load = await office.queue.load()
    assert (load.running, load.waiting) == (3, 3)


async def test_a_job_that_waits_too_long_expires_once_and_never_runs(office: Office) -> None:
    running = [job("W-late") for _ in range(3)]
    late = job("W-late")
    office.gate(*running)
    await office.submit(*running)
    await office.work.until("start", *running)
    await office.submit(late)
    await office.in_lane(late)
    office.clock.ahead += LIMITS.max_wait + 1
    await office.work.until("expired", late)
    await asyncio.sleep(3 * SWEEP)
    assert office.work.count("expired", late, *running) == 1
    assert office.work.messages[late.id] == f"ts of {late.id}"
    assert office.work.count("start", late) == 0
    assert (late.id, Ending(outcome=Outcome.EXPIRED, reason="max_wait")) in office.work.endings


async def test_a_job_that_waits_for_a_slot_of_all_expires_too(office: Office) -> None:
    filling = [job() for _ in range(LIMITS.running)]
    late = job()
    office.gate(*filling)
    await office.submit(*filling)
    await office.work.until("start", *filling)
    await office.submit(late)
    await office.in_line(late)
    office.clock.ahead += LIMITS.max_wait + 1
    await office.work.until("expired", late)
    assert office.work.count("start", late) == 0


async def test_a_follow_up_does_not_expire_while_the_draft_before_it_runs(office: Office) -> None:
    first, follow_up = job("W-follow", "t"), job("W-follow", "t")
    gate = office.gate(first)
    await office.submit(first, follow_up)
    await office.work.until("start", first)
    office.clock.ahead += 10 * LIMITS.max_wait
    await asyncio.sleep(3 * SWEEP)
    gate.set()
    await office.work.until("end", follow_up)
    assert office.work.count("expired", first, follow_up) == 0


async def test_a_running_job_is_cancelled_told_once_and_gives_its_slot_back(office: Office) -> None:
    stopped, *others = [job("W-stop") for _ in range(4)]
    office.gate(stopped, *others)
    await office.submit(stopped)
    await office.work.until("start", stopped)
    await office.submit(*others)
    assert await office.queue.cancel(stopped.id, "person") is True
    await office.queue.cancel(stopped.id, "again")
    await office.work.until("start", *others)
    await office.work.until("cancelled", stopped)
    await office.ended(stopped)
    what = [what for what, id_ in office.work.seen if id_ == stopped.id]
    assert what == ["announce", "start", "cut off", "cancelled"]
    assert [ending for id_, ending in office.work.endings if id_ == stopped.id] == [
        Ending(outcome=Outcome.CANCELLED, reason="person")
    ]


async def test_a_job_cancelled_in_its_lane_never_runs(office: Office) -> None:
    running = [job("W-lane") for _ in range(3)]
    waiting = job("W-lane")
    office.gate(*running)
    await office.submit(*running)
    await office.work.until("start", *running)
    await office.submit(waiting)
    await office.in_lane(waiting)
    assert await office.queue.cancel(waiting.id, "person") is True
    await office.work.until("cancelled", waiting)
    assert office.work.count("start", waiting) == 0
    assert await office.queue.position(waiting.id) is None


async def test_a_job_cancelled_behind_another_of_its_thread_is_told_at_once(office: Office) -> None:
    first, second, third = (job("W-behind", "t") for _ in range(3))
    gate = office.gate(first)
    await office.submit(first, second, third)
    await office.work.until("start", first)
    assert await office.queue.cancel(second.id, "person") is True
    await office.work.until("cancelled", second)
    assert office.work.count("end", first) == 0
    gate.set()
    await office.work.until("end", third)
    assert office.work.count("start", second) == 0


async def test_jobs_cancelled_the_moment_they_are_submitted_end_in_one_way_only(office: Office) -> None:
    jobs = [job(f"W-moment-{number % 5}") for number in range(20)]
    office.gate(*jobs)
    for one in jobs:
        await office.submit(one)
        assert await office.queue.cancel(one.id, "person") is True
    await office.work.until("cancelled", *jobs)
    await office.idle()
    for one in jobs:
        assert [id_ for id_, _ in office.work.endings].count(one.id) == 1
        assert office.work.count("start", one) <= 1


async def test_what_has_ended_or_never_was_cannot_be_cancelled(office: Office) -> None:
    one = job()
    await office.submit(one)
    await office.work.until("end", one)
    await office.ended(one)
    assert await office.queue.cancel(one.id, "person") is False
    assert await office.queue.cancel("nobody", "person") is False
    assert office.work.count("cancelled", one) == 0


async def test_a_job_that_fails_is_told_once_and_its_thread_goes_on(office: Office) -> None:
    async def fail(_: Job) -> None:
        raise ZeroDivisionError("a-marker of something that nobody may keep")

    broken, next_ = job("W-broken", "t"), job("W-broken", "t")
    office.work.plans[broken.id] = fail
    await office.submit(broken, next_)
    await office.work.until("end", next_)
    assert [ending for id_, ending in office.work.endings if id_ == broken.id] == [
        Ending(outcome=Outcome.FAILED, reason="ZeroDivisionError")
    ]
    assert office.work.messages[broken.id] == f"ts of {broken.id}"
    assert office.facts.count("job_failed", job=broken.id, cause="ZeroDivisionError") == 1
    assert "a-marker" not in str(office.facts.seen)


async def test_a_job_whose_message_cannot_be_posted_fails_without_one(office: Office) -> None:
    silent = job()
    office.work.unpostable.add(silent.id)
    await office.submit(silent)
    await office.work.until("failed", silent)
    assert office.work.messages[silent.id] is None
    assert office.work.count("announce", silent) == 1
    assert office.work.count("start", silent) == 0
    assert office.facts.count("announce_failed", job=silent.id, cause="ConnectionError") == 1


async def test_a_checkpoint_is_made_once_and_its_failure_is_not_kept(office: Office) -> None:
    calls: list[str] = []

    async def call() -> list[str]:
        calls.append("made")
        if len(calls) == 1:
            raise ZeroDivisionError
        return ["id-1", "id-2"]

    async def plan(_: Job) -> None:
        with pytest.raises(ZeroDivisionError):
            await checkpoint("reply", call)
        first = await checkpoint("reply", call)
        async with asyncio.TaskGroup() as group:
            again = group.create_task(checkpoint("reply", call))
        assert first == again.result() == ["id-1", "id-2"]

    one = job()
    office.work.plans[one.id] = plan
    await office.submit(one)
    await office.work.until("end", one)
    assert calls == ["made", "made"]


async def test_a_text_is_no_result_for_a_checkpoint(office: Office) -> None:
    async def call() -> str:
        return "a-marker of something that nobody may keep " * 100

    one = job()
    office.work.plans[one.id] = lambda _: checkpoint("reply", call)
    await office.submit(one)
    await office.work.until("failed", one)
    assert (one.id, Ending(outcome=Outcome.FAILED, reason="ValueError")) in office.work.endings


async def test_a_job_may_submit_another(office: Office) -> None:
    first, second = job(), job()

    async def plan(_: Job) -> None:
        await checkpoint("before", nothing)
        assert (await office.queue.submit(second)).new
        assert (await office.queue.submit(second)).new is False
        await checkpoint("after", nothing)

    office.work.plans[first.id] = plan
    await office.submit(first)
    await office.work.until("end", first, second)


async def nothing() -> None:
    return None
