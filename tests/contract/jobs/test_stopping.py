"""Jobs that somebody stops, and jobs that wait too long."""

from __future__ import annotations

import asyncio

import pytest

from core.jobs.model import Ending, Outcome
from tests.contract.jobs.office import LIMITS, SWEEP, Office
from tests.fakes.work import job

pytestmark = pytest.mark.asyncio(loop_scope="package")


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


async def test_a_clock_that_is_set_makes_nobody_wait_too_long(office: Office) -> None:
    running = [job("W-set") for _ in range(3)]
    patient = job("W-set")
    gate = office.gate(*running)
    await office.submit(*running)
    await office.work.until("start", *running)
    await office.submit(patient)
    await office.in_lane(patient)
    office.clock.set_by += 10 * LIMITS.max_wait
    await asyncio.sleep(3 * SWEEP)
    gate.set()
    await office.work.until("end", patient)
    assert office.work.count("expired", patient) == 0


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


async def test_the_queue_tells_what_is_over_what_goes_on_and_what_it_does_not_know(office: Office) -> None:
    one = job()
    assert await office.queue.over(one.id) is None
    gate = office.gate(one)
    await office.submit(one)
    await office.work.until("start", one)
    assert await office.queue.over(one.id) is False
    gate.set()
    await office.ended(one)
    assert await office.queue.over(one.id) is True


async def test_what_waits_and_what_runs_is_under_way_until_it_has_ended(office: Office) -> None:
    first, second = job("W-busy", "t"), job("W-busy", "t")
    gate = office.gate(first)
    await office.submit(first, second)
    await office.work.until("start", first)
    assert {first.id, second.id} <= {one.id for one in await office.queue.under_way()}
    gate.set()
    await office.ended(first)
    await office.ended(second)
    assert not {first.id, second.id} & {one.id for one in await office.queue.under_way()}


async def test_what_has_ended_or_never_was_cannot_be_cancelled(office: Office) -> None:
    one = job()
    await office.submit(one)
    await office.work.until("end", one)
    await office.ended(one)
    assert await office.queue.cancel(one.id, "person") is False
    assert await office.queue.cancel("nobody", "person") is False
    assert office.work.count("cancelled", one) == 0
