from __future__ import annotations

import asyncio

import pytest
from dbos import error

from core.jobs.model import Ending, Job, Outcome
from core.jobs.running import Running
from tests.fakes.facts import Facts

JOB = Job(id="J1", workspace="W1", thread="T1")
DONE = Ending(outcome=Outcome.DONE)


@pytest.fixture
def facts() -> Facts:
    return Facts()


@pytest.fixture
def running(facts: Facts) -> Running:
    return Running(run_time=60, emit=facts)


async def done() -> Ending:
    return DONE


async def forever() -> Ending:
    await asyncio.Event().wait()
    return DONE


async def test_a_job_ends_as_its_work_says_and_runs_no_longer(running: Running) -> None:
    assert await running.attempt(JOB, done) == DONE
    assert running.jobs == ()


async def test_a_stopped_job_ends_with_the_first_reason(running: Running) -> None:
    async with asyncio.TaskGroup() as group:
        attempt = group.create_task(running.attempt(JOB, forever))
        await asyncio.sleep(0)
        assert running.jobs == ("J1",)
        running.stop("J1", "person")
        running.stop("J1", "again")
    assert attempt.result() == Ending(outcome=Outcome.CANCELLED, reason="person")
    running.stop("J1", "too late")


async def test_a_job_that_ends_well_although_it_was_stopped_has_ended_well(running: Running) -> None:
    async def stubborn() -> Ending:
        try:
            return await forever()
        except asyncio.CancelledError:
            return DONE

    async with asyncio.TaskGroup() as group:
        attempt = group.create_task(running.attempt(JOB, stubborn))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        running.stop("J1", "person")
    assert attempt.result() == DONE


async def test_a_shutdown_is_no_ending(running: Running) -> None:
    attempt = asyncio.ensure_future(running.attempt(JOB, forever))
    await asyncio.sleep(0)
    attempt.cancel()
    with pytest.raises(asyncio.CancelledError):
        await attempt
    assert running.jobs == ()


async def test_a_job_that_another_process_took_over_is_no_ending_either(running: Running) -> None:
    async def lost() -> Ending:
        raise error.DBOSWorkflowConflictIDError("J1/run")

    with pytest.raises(asyncio.CancelledError):
        await running.attempt(JOB, lost)


async def test_a_job_that_comes_back_to_its_process_replaces_what_still_runs_of_it(running: Running) -> None:
    async with asyncio.TaskGroup() as group:
        stale = asyncio.ensure_future(running.attempt(JOB, forever))
        await asyncio.sleep(0)
        fresh = group.create_task(running.attempt(JOB, forever))
        with pytest.raises(asyncio.CancelledError):
            await stale
        assert running.jobs == ("J1",)
        running.stop("J1", "person")
    assert fresh.result() == Ending(outcome=Outcome.CANCELLED, reason="person")


async def test_a_failure_is_told_by_its_kind_and_place_and_never_by_its_words(
    running: Running, facts: Facts
) -> None:
    async def fail() -> Ending:
        raise ZeroDivisionError("the brief says so")

    assert await running.attempt(JOB, fail) == Ending(outcome=Outcome.FAILED, reason="ZeroDivisionError")
    [(event, told)] = facts.seen
    assert event == "job_failed"
    assert str(told["at"]).startswith("test_running.py:")
    assert "the brief" not in str(told)


async def test_a_job_has_its_time_and_no_more(facts: Facts) -> None:
    running = Running(run_time=0.01, emit=facts)
    assert await running.attempt(JOB, forever) == Ending(outcome=Outcome.FAILED, reason="timeout")
    assert facts.count("job_failed", cause="timeout") == 1


async def test_a_timeout_of_the_jobs_own_is_an_error_like_any_other(running: Running) -> None:
    async def late() -> Ending:
        raise TimeoutError

    assert await running.attempt(JOB, late) == Ending(outcome=Outcome.FAILED, reason="TimeoutError")
