"""How long a job is held back while the server is short of memory, whatever is done to the time of day."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core.store.store import Store
from handlers.admission import Admission, ShortOfMemory
from handlers.orders import Orders
from tests.fakes.clock import JumpingClock
from tests.unit.handlers.stored import order, stored

MAX_WAIT = 30.0  # seconds
DAY = 86_400.0  # seconds


class SetClock(JumpingClock):
    """Its time of day can be set to something else."""

    def __init__(self) -> None:
        super().__init__()
        self.set_by = 0.0  # seconds

    def now(self) -> float:
        return super().now() + self.set_by

    @property
    def waited(self) -> float:
        return sum(self.slept)


@dataclass
class Short:
    """Says no; at the third question somebody sets the clock by so many seconds."""

    clock: SetClock
    set_by: float = 0.0
    asked: int = field(default=0, init=False)

    def __call__(self) -> bool:
        self.asked += 1
        if self.asked == 3:
            self.clock.set_by = self.set_by
        return False


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
async def store(tmp_path: Path, clock: SetClock) -> AsyncIterator[Store]:
    async with stored(tmp_path, clock=clock) as opened:
        yield opened


@pytest.mark.parametrize("set_by", [0.0, -DAY, DAY])
async def test_a_job_waits_as_long_as_it_may_and_no_longer(
    store: Store, clock: SetClock, set_by: float
) -> None:
    orders = Orders(store)
    job = await orders.keep("J1", "T1", order())
    admission = Admission(Short(clock, set_by), orders=orders, max_wait=MAX_WAIT, clock=clock)
    with pytest.raises(ShortOfMemory):
        await admission.wait(job)
    assert clock.waited == MAX_WAIT


@pytest.mark.parametrize(("passed", "left"), [(20.0, 10.0), (2 * MAX_WAIT, 0.0), (-DAY, MAX_WAIT)])
async def test_what_a_job_has_waited_before_counts(
    store: Store, clock: SetClock, passed: float, left: float
) -> None:
    orders = Orders(store)
    job = await orders.keep("J1", "T1", order())
    clock.set_by = passed
    with pytest.raises(ShortOfMemory):
        await Admission(Short(clock, passed), orders=orders, max_wait=MAX_WAIT, clock=clock).wait(job)
    assert clock.waited == left


@pytest.mark.parametrize("forgotten", [True, False])
async def test_a_job_that_others_of_its_thread_held_up_waits_from_now_on(
    store: Store, clock: SetClock, *, forgotten: bool
) -> None:
    orders = Orders(store)
    await orders.keep("J1", "T1", order())
    job = await orders.keep("J2", "T1", order())
    if forgotten:
        await store.forget_workspace("T1")
    clock.advance(20.0)
    with pytest.raises(ShortOfMemory):
        await Admission(Short(clock), orders=orders, max_wait=MAX_WAIT, clock=clock).wait(job)
    assert clock.waited == MAX_WAIT


async def test_a_job_is_not_held_back_where_there_is_memory(store: Store, clock: SetClock) -> None:
    orders = Orders(store)
    job = await orders.keep("J1", "T1", order())
    await Admission(lambda: True, orders=orders, max_wait=MAX_WAIT, clock=clock).wait(job)
    assert clock.slept == []
