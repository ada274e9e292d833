"""Jobs that run, fail, and keep what they have done."""

from __future__ import annotations

import asyncio

import pytest

from core.jobs.checkpoints import checkpoint
from core.jobs.model import Ending, Job, Outcome
from tests.contract.jobs.office import WAITS, Office
from tests.fakes.work import job

pytestmark = pytest.mark.asyncio(loop_scope="package")


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
    assert office.facts.count("announce_failed", job=silent.id, cause="PlaceClosed") == 1
    assert [ending for id_, ending in office.work.endings if id_ == silent.id] == [
        Ending(outcome=Outcome.FAILED, reason="unannounced", refusal="is_archived")
    ]


async def test_a_message_that_could_not_be_posted_for_a_while_is_looked_for_and_posted(
    office: Office,
) -> None:
    one = job()
    office.work.hiccups["announce", one.id] = len(WAITS)
    await office.submit(one)
    await office.work.until("end", one)
    assert [what for what, id_ in office.work.seen if id_ == one.id] == [
        "announce",
        *["announce again"] * len(WAITS),
        "start",
        "end",
    ]
    assert office.facts.count("announce_failed", job=one.id, cause="ConnectionError") == len(WAITS)


async def test_a_message_that_cannot_be_posted_for_too_long_is_given_up_for_no_reason_of_slacks(
    office: Office,
) -> None:
    one = job()
    office.work.hiccups["announce", one.id] = len(WAITS) + 1
    await office.submit(one)
    await office.work.until("failed", one)
    assert (one.id, Ending(outcome=Outcome.FAILED, reason="unannounced")) in office.work.endings
    assert office.work.messages[one.id] is None


async def test_an_end_that_could_not_be_told_for_a_while_is_told(office: Office) -> None:
    one = job()
    office.work.unpostable.add(one.id)
    office.work.hiccups["finished", one.id] = 2
    await office.submit(one)
    await office.work.until("failed", one)
    assert office.facts.count("tell_failed", job=one.id, cause="ConnectionError") == 2


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
