"""A stop that comes the very moment a job passes from one stage to the next."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from core.jobs import rows
from core.jobs.model import Ending, Job, Outcome
from core.jobs.naming import Ids
from tests.contract.jobs.office import LIMITS, Office
from tests.fakes.work import job

pytestmark = pytest.mark.asyncio(loop_scope="package")

CANCELLED = Ending(outcome=Outcome.CANCELLED, reason="person")


def just_before(
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    when: Callable[..., bool],
    act: Callable[[], Coroutine[Any, Any, None]],
) -> None:
    """Act once, just before the engine's rows are touched in this way."""
    touch = getattr(rows, name)
    acted: list[bool] = []

    async def touched(*args: Any, **options: Any) -> Any:  # noqa: ANN401  whatever the function takes and gives
        if not acted and when(*args):
            acted.append(True)
            await act()
        return await touch(*args, **options)

    monkeypatch.setattr(rows, name, touched)


async def cancel(office: Office, one: Job) -> None:
    """Cancel a job, and wait until the request has looked at all stages."""
    assert await office.queue.cancel(one.id, "person")
    await office.reaches(Ids(one.id).stop(Outcome.CANCELLED), *rows.ENDED)


@pytest.mark.parametrize("stage", ["lane", "run"])
async def test_a_stage_let_go_after_the_stop_had_looked_is_taken_back(
    office: Office, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    slots = {"lane": ("W-race", LIMITS.per_workspace), "run": ("", LIMITS.running)}
    workspace, count = slots[stage]
    filling = [job(workspace) for _ in range(count)]
    office.gate(*filling)
    await office.submit(*filling)
    await office.work.until("start", *filling)
    one = job("W-race")
    just_before(
        "enqueue",
        monkeypatch,
        lambda _, __, id_, *___: id_ == f"{one.id}/{stage}",
        lambda: cancel(office, one),
    )
    await office.submit(one)
    await office.work.until("cancelled", one)
    assert office.work.count("start", one) == 0
    assert [ending for id_, ending in office.work.endings if id_ == one.id] == [CANCELLED]


async def test_a_job_that_starts_while_it_is_withdrawn_does_not_run(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    filling = [job() for _ in range(LIMITS.running)]
    gates = [office.gate(each) for each in filling]
    await office.submit(*filling)
    await office.work.until("start", *filling)
    one = job()
    office.gate(one)

    async def let_it_start() -> None:
        gates[0].set()
        await office.reaches(Ids(one.id).run, rows.STARTED, *rows.ENDED)

    just_before("withdraw", monkeypatch, lambda ids: Ids(one.id).run in ids, let_it_start)
    await office.submit(one)
    await office.in_line(one)
    assert await office.queue.cancel(one.id, "person")
    await office.work.until("cancelled", one)
    assert office.work.count("start", one) == 0


async def test_a_job_that_starts_while_it_expires_is_told_of_in_one_way_only(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    filling = [job() for _ in range(LIMITS.running)]
    gates = [office.gate(each) for each in filling]
    await office.submit(*filling)
    await office.work.until("start", *filling)
    one = job()
    gate = office.gate(one)

    async def let_it_start() -> None:
        gates[0].set()
        await office.work.until("start", one)

    just_before(
        "start", monkeypatch, lambda _, id_, *__: id_ == Ids(one.id).stop(Outcome.EXPIRED), let_it_start
    )
    await office.submit(one)
    await office.in_line(one)
    office.clock.ahead += LIMITS.max_wait + 1
    await office.reaches(Ids(one.id).stop(Outcome.EXPIRED), *rows.ENDED)
    gate.set()
    await office.work.until("end", one)
    await office.ended(one)
    assert office.work.count("expired", one) == 0
