from __future__ import annotations

import asyncio
from itertools import repeat

import pytest

from core.errors import ModelUnavailable
from core.llm.limiting import Limiting
from core.llm.provider import Reply
from tests.fakes.clock import JumpingClock
from tests.fakes.scripted import Play, Scripted, unavailable
from tests.unit.llm.asking import CALL, ask, ask_and_leave


async def test_no_more_calls_run_at_once_than_there_are_slots() -> None:
    inner = Scripted(repeat(Play(seconds=1.0)), clock=JumpingClock())
    provider = Limiting(inner, concurrent=3)
    async with asyncio.TaskGroup() as group:
        for _ in range(20):
            group.create_task(ask(provider))
    assert (len(inner.calls), inner.peak, inner.running) == (20, 3, 0)


async def test_those_who_wait_come_in_order() -> None:
    order: list[int] = []
    provider = Limiting(Scripted(repeat(Play(seconds=1.0)), clock=JumpingClock()), concurrent=1)

    async def come(place: int) -> None:
        await ask(provider)
        order.append(place)

    async with asyncio.TaskGroup() as group:
        for place in range(10):
            group.create_task(come(place))
    assert order == list(range(10))


async def test_a_slot_is_free_as_soon_as_the_reply_is_there() -> None:
    provider = Limiting(Scripted(["{}", "{}"]), concurrent=1)
    abandoned = provider.complete(CALL)
    while not isinstance(await anext(abandoned), Reply):
        pass
    assert (await ask(provider)).text == "{}"
    await abandoned.aclose()


async def test_a_call_that_is_left_early_frees_its_slot() -> None:
    provider = Limiting(Scripted(["{}", "{}"]), concurrent=1)
    await ask_and_leave(provider)
    assert (await ask(provider)).text == "{}"


async def test_a_call_that_fails_frees_its_slot() -> None:
    provider = Limiting(Scripted([unavailable(), "{}"]), concurrent=1)
    with pytest.raises(ModelUnavailable):
        await ask(provider)
    assert (await ask(provider)).text == "{}"


async def test_one_who_is_cancelled_in_the_queue_leaves_it() -> None:
    answer = asyncio.Event()
    inner = Scripted([Play(until=answer), "{}"])
    provider = Limiting(inner, concurrent=1)
    async with asyncio.TaskGroup() as group:
        group.create_task(ask(provider))
        waiting = group.create_task(ask(provider))
        last = group.create_task(ask(provider))
        await inner.holding.wait()
        waiting.cancel()
        answer.set()
    assert last.result().text == "{}"
    assert len(inner.calls) == 2
