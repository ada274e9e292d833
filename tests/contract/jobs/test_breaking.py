"""A database that fails a job between its stages: for a while, or for too long."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from core.jobs import rows
from core.jobs.model import Ending, Job, Outcome
from core.jobs.naming import Ids
from tests.contract.jobs.office import SWEEP, WAITS, Office
from tests.fakes.work import job

pytestmark = pytest.mark.asyncio(loop_scope="package")

MARKER = "a-marker of something that nobody may keep"


def full(monkeypatch: pytest.MonkeyPatch, stage: str, *, times: int) -> None:
    """Have the disk be full as often as somebody puts this stage into its queue."""
    put, left = rows.enqueue, [times]

    async def enqueue(workflow: str, queue: str, id_: str, *args: Any, **options: Any) -> bool:  # noqa: ANN401  whatever it takes
        if id_ == stage and left[0]:
            left[0] -= 1
            raise sa.exc.OperationalError(MARKER, None, Exception("database or disk is full"))
        return await put(workflow, queue, id_, *args, **options)

    monkeypatch.setattr(rows, "enqueue", enqueue)


def endings(office: Office, one: Job) -> list[Ending]:
    return [ending for id_, ending in office.work.endings if id_ == one.id]


@pytest.mark.parametrize("stage", ["lane", "run"])
async def test_a_job_goes_on_when_the_disk_was_full_for_a_while(
    office: Office, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    one = job()
    full(monkeypatch, f"{one.id}/{stage}", times=len(WAITS))
    await office.submit(one)
    await office.work.until("end", one)
    await office.ended(one)
    assert office.work.count("announce", one) == office.work.count("start", one) == 1
    assert office.facts.count("stage_failed", job=one.id, cause="OperationalError") == len(WAITS)
    assert not endings(office, one)


@pytest.mark.parametrize(("stage", "reason"), [("lane", "broken_off"), ("run", "crashed")])
async def test_a_job_that_the_database_fails_for_too_long_is_told_once(
    office: Office, monkeypatch: pytest.MonkeyPatch, stage: str, reason: str
) -> None:
    one, next_ = job("W-full", "t"), job("W-full", "t")
    full(monkeypatch, f"{one.id}/{stage}", times=len(WAITS) + 1)
    await office.submit(one, next_)
    await office.work.until("failed", one)
    await office.work.until("end", next_)
    await office.clock.sleep(5 * SWEEP)  # some looks go by
    assert endings(office, one) == [Ending(outcome=Outcome.FAILED, reason=reason)]
    assert office.work.messages[one.id] == f"ts of {one.id}"
    assert office.work.count("start", one) == 0
    assert office.facts.count("job_ended", job=one.id, reason=reason) == 1


async def test_a_job_whose_turn_was_given_up_while_it_ran_is_left_to_its_own_end(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = job()
    gate = office.gate(one)
    find, failures = rows.find, [len(WAITS) + 1]

    async def found(ids: Any, **options: Any) -> Any:  # noqa: ANN401  whatever it takes and gives
        wanted = list(ids)
        if failures[0] and wanted[-2:] == [Ids(one.id).turn, Ids(one.id).announce]:
            failures[0] -= 1
            raise sa.exc.OperationalError(MARKER, None, Exception("disk I/O error"))
        return await find(wanted, **options)

    monkeypatch.setattr(rows, "find", found)
    await office.submit(one)
    await office.reaches(Ids(one.id).turn, rows.BROKEN)
    await office.work.until("start", one)
    await office.clock.sleep(3 * SWEEP)  # some looks go by
    assert not endings(office, one)
    gate.set()
    await office.work.until("end", one)
    await office.reaches(Ids(one.id).lane, *rows.ENDED)
    await office.clock.sleep(5 * SWEEP)  # some looks go by
    assert not endings(office, one)
