"""A job's model calls: each reply asked for once, and everything that was billed written down once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from core.cache import Cache
from core.errors import DraftForgotten, ModelDeclined
from core.llm.metering import Metering
from core.llm.provider import ModelCall, Progress, Provider, Reply
from core.llm.replay import Replay
from core.llm.usage import Usage
from core.store.store import Store
from handlers.orders import Ordered
from handlers.remembered import Remembered
from handlers.steps import Steps
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.fakes.scripted import Scripted
from tests.unit.handlers.stored import ordered, stored
from tests.unit.llm.asking import CALL, ask, ask_and_leave

TOLD = Usage(provider="telling", model="telling-1", task="draft", input=900, output=1)


@dataclass(frozen=True, kw_only=True)
class Bench:
    store: Store
    facts: Facts
    ordered: Ordered

    def remembering(self, inner: Provider, job: Ordered | None = None) -> Remembered:
        return Remembered(inner, steps=Steps(self.store, job or self.ordered), emit=self.facts)

    async def used(self, **of: str) -> list[tuple[int, int, int]]:
        """Calls, input and output tokens, by model and task."""
        totals = await self.store.usage.totals("T1", since=0, **of)
        return [(total.calls, total.input, total.output) for total in totals]


@asynccontextmanager
async def bench(home: Path) -> AsyncIterator[Bench]:
    async with stored(home) as store:
        yield Bench(store=store, facts=Facts(), ordered=await ordered(store))


class Telling:
    """Tells what is billed so far, in two steps, and waits until it may go on."""

    name = "telling"

    def __init__(self) -> None:
        self.told, self.goes_on = asyncio.Event(), asyncio.Event()

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        for nodes, usage in enumerate((None, TOLD)):
            yield Progress(provider=self.name, model=TOLD.model, nodes=nodes, usage=usage)
        self.told.set()
        await self.goes_on.wait()
        whole = replace(TOLD, output=500)
        assert call == CALL
        yield Reply(text="{}", provider=self.name, model=TOLD.model, usage=whole)


async def test_a_reply_is_billed_to_who_asked_and_found_again_for_nothing(tmp_path: Path) -> None:
    async with bench(tmp_path) as own:
        inner = Scripted(["{}"])
        reply = await ask(own.remembering(inner))
        assert await ask(own.remembering(inner)) == reply
        assert len(inner.calls) == 1
        assert await own.used() == await own.used(person="U1") == [(1, 1_000, 500)]


async def test_what_was_thrown_away_for_a_reply_is_billed_with_it(tmp_path: Path) -> None:
    async with bench(tmp_path) as own:
        reply = Scripted([]).reply("{}", CALL)
        await ask(own.remembering(Scripted([replace(reply, spent=(replace(TOLD, provider="scripted"),))])))
        assert sorted(await own.used()) == [(1, 900, 1), (1, 1_000, 500)]


async def test_a_failed_call_is_billed_each_time_that_it_is_made(tmp_path: Path) -> None:
    async with bench(tmp_path) as own:
        for _ in range(2):
            usage = Usage(provider="scripted", model="scripted-1", task="draft", input=70)
            spent = Usage(provider="scripted", model="scripted-1", task="draft", input=5)
            declined = ModelDeclined("scripted", "no", usage=usage, spent=[spent])
            with pytest.raises(ModelDeclined):
                await ask(own.remembering(Scripted([declined])))
        assert await own.used() == [(4, 150, 0)]


async def test_a_call_that_was_refused_before_it_was_billed_leaves_no_row(tmp_path: Path) -> None:
    async with bench(tmp_path) as own:
        with pytest.raises(ModelDeclined):
            await ask(own.remembering(Scripted([ModelDeclined("scripted", "no")])))
        assert await own.used() == []


async def test_a_stopped_call_is_billed_with_what_it_has_told_by_then(tmp_path: Path) -> None:
    async with bench(tmp_path) as own:
        inner = Telling()
        async with asyncio.TaskGroup() as group:
            task = group.create_task(ask(own.remembering(inner)))
            await inner.told.wait()
            task.cancel()
        assert task.cancelled()
        assert await own.used(person="U1") == [(1, 900, 1)]


async def test_a_call_whose_reader_leaves_is_billed_with_what_it_has_told_by_then(tmp_path: Path) -> None:
    async with bench(tmp_path) as own:
        await ask_and_leave(own.remembering(Telling()))
        assert await own.used() == []
        async with aclosing(own.remembering(Telling()).complete(CALL)) as steps:
            assert [(await anext(steps)).usage for _ in range(2)] == [None, TOLD]
        assert await own.used() == [(1, 900, 1)]


async def test_who_leaves_with_the_reply_has_been_billed_for_it_once(tmp_path: Path) -> None:
    async with bench(tmp_path) as own:
        inner = Telling()
        inner.goes_on.set()
        async with aclosing(own.remembering(inner).complete(CALL)) as steps:
            while not isinstance(await anext(steps), Reply):
                pass
        assert await own.used() == [(1, 900, 500)]


class Held(Steps):
    """Takes its time before it keeps anything, or after it, until it is cancelled."""

    def __init__(self, store: Store, ordered: Ordered, *, late: bool) -> None:
        super().__init__(store, ordered)
        self.holding = asyncio.Event()
        self._late = late

    async def keep(self, name: str, body: bytes, *, used: Sequence[Usage] = ()) -> None:
        if self._late:
            await super().keep(name, body, used=used)
        self.holding.set()
        await asyncio.Event().wait()


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
async def test_a_job_that_is_stopped_before_or_after_its_reply_is_kept_is_billed_for_it_once(
    tmp_path: Path, *, late: bool
) -> None:
    async with bench(tmp_path) as own:
        steps = Held(own.store, own.ordered, late=late)
        provider = Remembered(Scripted(["{}"]), steps=steps, emit=own.facts)
        async with asyncio.TaskGroup() as group:
            task = group.create_task(ask(provider))
            await steps.holding.wait()
            task.cancel()
        assert task.cancelled()
        assert await own.used() == [(1, 1_000, 500)]


async def test_a_call_that_goes_on_for_somebody_else_is_billed_once(tmp_path: Path) -> None:
    """One of two jobs with the same brief is stopped: it tells what it knew, and the other one the rest."""
    async with bench(tmp_path) as own, Cache() as cache:
        inner = Telling()
        metered = Metering(inner, prices=lambda _: 0.5, clock=JumpingClock(), emit=own.facts)
        shared = Replay(metered, cache=cache.space("replies"))
        other = await ordered(own.store, job="J2", thread_ts="2.0")
        async with asyncio.TaskGroup() as group:
            stopped = group.create_task(ask(own.remembering(shared)))
            await inner.told.wait()
            async with aclosing(own.remembering(shared, other).complete(CALL)) as steps:
                await anext(steps)
                await _others_run()
                stopped.cancel()
                await asyncio.wait([stopped])
                assert await own.used() == [(1, 900, 1)]
                inner.goes_on.set()
                (reply,) = [step async for step in steps]
        assert reply.usage is not None
        assert reply.usage.output == 500
        assert await own.used() == [(1, 900, 500)]
        ((_, fact),) = own.facts.seen
        assert (fact["outcome"], fact["output"]) == ("ok", 500)


async def _others_run() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_a_reply_for_a_draft_that_was_forgotten_is_billed_all_the_same(tmp_path: Path) -> None:
    async with bench(tmp_path) as own:
        inner = Telling()
        async with asyncio.TaskGroup() as group:
            task = group.create_task(_forgotten(own.remembering(inner)))
            await inner.told.wait()
            await own.store.forget(own.ordered.draft.key)
            inner.goes_on.set()
        assert await task
        assert await own.used() == [(1, 900, 500)]


async def test_a_reply_for_a_workspace_that_left_brings_nothing_of_it_back(tmp_path: Path) -> None:
    async with bench(tmp_path) as own:
        inner = Telling()
        async with asyncio.TaskGroup() as group:
            task = group.create_task(_forgotten(own.remembering(inner)))
            await inner.told.wait()
            await own.store.forget_workspace("T1")
            inner.goes_on.set()
        assert await task
        assert await own.used() == []
        assert own.facts.seen == []


class Full(Steps):
    """Finds what was kept, and takes nothing more."""

    async def spent(self, used: Sequence[Usage]) -> None:
        raise OSError(f"no space left for {len(used)} rows")


async def test_a_store_that_fails_does_not_change_how_a_call_ends(tmp_path: Path) -> None:
    async with bench(tmp_path) as own:
        full, inner = Full(own.store, own.ordered), Telling()
        declined = Scripted([ModelDeclined("scripted", "no", usage=TOLD)])
        with pytest.raises(ModelDeclined):
            await ask(Remembered(declined, steps=full, emit=own.facts))
        async with asyncio.TaskGroup() as group:
            stopped = group.create_task(ask(Remembered(inner, steps=full, emit=own.facts)))
            await inner.told.wait()
            stopped.cancel()
        assert stopped.cancelled()
        assert own.facts.seen == [("usage_failed", {"cause": "OSError"})] * 2


async def _forgotten(provider: Provider) -> bool:
    with pytest.raises(DraftForgotten):
        await ask(provider)
    return True
