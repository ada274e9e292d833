"""What an orchestrator is told, over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, web

from bot.health import FRESH, STALLED, DatabaseCheck, Phase, Vitals, live, ready, routes
from bot.metrics import CONTENT_TYPE, Metrics
from tests.fakes import virtual_time
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts

WELL = {"started": "ok", "not_draining": "ok", "database": "ok"}


class Process:
    """A process whose state a test sets, and how it answers."""

    def __init__(self) -> None:
        self.phase = Phase.SERVING
        self.beat_age = 0.5
        self.database = True
        self.metrics = Metrics()
        self.url = ""

    async def reach(self) -> bool:
        return self.database

    @property
    def vitals(self) -> Vitals:
        return Vitals(
            phase=lambda: self.phase,
            beat_age=lambda: self.beat_age,
            database=self.reach,
            render=self.metrics.render,
        )

    async def ask(self, path: str) -> tuple[int, dict[str, object]]:
        async with ClientSession() as session, session.get(f"{self.url}{path}") as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            return answer.status, await answer.json()


@asynccontextmanager
async def process() -> AsyncIterator[Process]:
    made = Process()
    application = web.Application()
    application.add_routes(routes(made.vitals))
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield made
    finally:
        await runner.cleanup()


async def test_a_process_that_serves_lives_and_is_ready() -> None:
    async with process() as one:
        assert await one.ask("/livez") == (200, {"status": "ok", "checks": {"event_loop": "ok"}})
        assert await one.ask("/readyz") == (200, {"status": "ok", "checks": WELL})


async def test_a_loop_without_a_beat_is_not_alive() -> None:
    async with process() as one:
        one.beat_age = STALLED + 1
        assert await one.ask("/livez") == (
            503,
            {"status": "failing", "checks": {"event_loop": "no beat for 31 s"}},
        )


async def test_whatever_is_wrong_with_being_ready_is_named_and_the_rest_is_well() -> None:
    async with process() as one:
        for name, value, check, told in (
            ("phase", Phase.STARTING, "started", "starting"),
            ("phase", Phase.DRAINING, "not_draining", "draining"),
            ("database", False, "database", "no answer"),
        ):
            well = getattr(one, name)
            setattr(one, name, value)
            assert await one.ask("/readyz") == (503, {"status": "failing", "checks": {**WELL, check: told}})
            assert (await one.ask("/livez"))[0] == 200
            setattr(one, name, well)


async def test_metrics_come_as_prometheus_reads_them() -> None:
    async with process() as one:
        one.metrics.observe("file_refused", code="locked")
        async with ClientSession() as session, session.get(f"{one.url}/metrics") as answer:
            assert (answer.status, answer.headers["Content-Type"]) == (200, CONTENT_TYPE)
            assert 'crossroads_files_refused_total{code="locked"} 1.0' in await answer.text()


async def test_what_caching_saved_is_among_the_metrics() -> None:
    async with process() as one:
        who = {"provider": "anthropic", "model": "claude-sonnet-5-5"}
        one.metrics.observe("model_call", **who, cost=0.3, cache_read=2_000_000, cache_write_5m=1_000_000)
        async with ClientSession() as session, session.get(f"{one.url}/metrics") as answer:
            lines = (await answer.text()).splitlines()
        labels = '{model="claude-sonnet-5-5",provider="anthropic"}'
        told = [
            round(float(_value(lines, name + labels)), 6)
            for name in ("crossroads_cache_saved_dollars_total", "crossroads_cache_surcharge_dollars_total")
        ]
        assert told == [3.8, 0.5]


def _value(lines: list[str], series: str) -> str:
    (line,) = [line for line in lines if line.startswith(f"{series} ")]
    return line.rpartition(" ")[2]


async def test_nothing_but_reading_is_allowed() -> None:
    async with process() as one, ClientSession() as session:
        for path in ("/livez", "/readyz", "/metrics"):
            async with session.head(f"{one.url}{path}") as answer:
                assert answer.status == 200
            async with session.post(f"{one.url}{path}") as answer:
                assert answer.status == 405


@pytest.mark.parametrize(("age", "is_well"), [(0.0, True), (STALLED, True), (STALLED + 0.1, False)])
def test_a_beat_may_be_late_by_a_while(age: float, *, is_well: bool) -> None:
    assert (live(age)["event_loop"] == "ok") is is_well


def test_everything_that_is_wrong_is_told_at_once() -> None:
    checks = ready(Phase.DRAINING, database=False)
    assert [name for name, told in checks.items() if told != "ok"] == ["not_draining", "database"]


class Database:
    """Answers, or raises, or hangs."""

    def __init__(self) -> None:
        self.pings = 0
        self.answer: Callable[[], Awaitable[object]] = self.well

    async def ping(self) -> None:
        self.pings += 1
        await asyncio.sleep(0)
        await self.answer()

    async def well(self) -> None:
        pass

    async def gone(self) -> None:
        raise ConnectionError("postgresql://me:hunter2@host")

    async def silent(self) -> None:
        await asyncio.Event().wait()


async def test_those_who_ask_together_ask_the_database_once() -> None:
    base, clock = Database(), JumpingClock()
    check = DatabaseCheck(base.ping, clock=clock, emit=Facts())
    assert await asyncio.gather(*(check() for _ in range(20))) == [True] * 20
    assert base.pings == 1
    clock.advance(FRESH)
    assert await check()
    assert base.pings == 2


async def test_a_database_that_went_away_is_seen_and_so_is_its_return() -> None:
    base, clock, facts = Database(), JumpingClock(), Facts()
    check = DatabaseCheck(base.ping, clock=clock, emit=facts)
    assert await check()
    base.answer = base.gone
    clock.advance(FRESH)
    assert not await check()
    assert facts.seen == [("database_unreachable", {"cause": "ConnectionError"})]
    base.answer = base.well
    clock.advance(FRESH)
    assert await check()


def test_a_database_that_is_silent_is_not_waited_for() -> None:
    async def ask() -> tuple[bool, Facts]:
        base, facts = Database(), Facts()
        base.answer = base.silent
        check = DatabaseCheck(base.ping, clock=virtual_time.VirtualClock(), emit=facts)
        return await check(), facts

    answers, facts = virtual_time.run(ask())
    assert not answers
    assert facts.seen == [("database_unreachable", {"cause": "TimeoutError"})]
