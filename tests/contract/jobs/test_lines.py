"""Who runs when: the order of a thread, the share of a workspace, the places in line."""

from __future__ import annotations

import asyncio

import pytest

from tests.contract.jobs.office import LIMITS, Office
from tests.fakes.work import eventually, job

pytestmark = pytest.mark.asyncio(loop_scope="package")


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


async def test_the_line_of_a_thread_has_its_jobs_in_the_order_of_their_turns(office: Office) -> None:
    jobs = [job("W-line", "t1") for _ in range(4)]
    gate = office.gate(*jobs)
    await office.submit(*jobs)
    await office.work.until("start", jobs[0])
    ids = [one.id for one in jobs]
    assert await office.queue.line([*reversed(ids), "none"]) == tuple(ids)
    await office.queue.cancel(ids[2], "test")
    await office.ended(jobs[2])
    assert await office.queue.line(ids) == (ids[0], ids[1], ids[3])
    gate.set()
    for one in jobs:
        await office.ended(one)
    assert await office.queue.line(ids) == ()


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
