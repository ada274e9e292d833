"""What a cache promises, in memory and on a real server alike."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator

import pytest

from core import cache as cache_module
from core.cache import MEMORY_URL, SPACES, Bounds, Cache, Space
from core.errors import SettingsError
from tests.fakes.facts import Facts


class Work:
    def __init__(self, value: bytes = b"value", *, gate: asyncio.Event | None = None) -> None:
        self.value = value
        self.gate = gate
        self.began = asyncio.Event()
        self.calls = 0
        self.cancelled = 0

    async def __call__(self) -> bytes:
        self.calls += 1
        self.began.set()
        try:
            if self.gate is not None:
                await self.gate.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        return self.value


@pytest.fixture
def facts() -> Facts:
    return Facts()


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that a busy machine keeps waiting has not failed."""
    monkeypatch.setattr(cache_module, "OPERATION_TIMEOUT", 60.0)


@pytest.fixture(params=["memory", "redis"])
async def space(request: pytest.FixtureRequest, facts: Facts) -> AsyncIterator[Space]:
    url = MEMORY_URL if request.param == "memory" else request.getfixturevalue("redis_url")
    async with Cache(url, emit=facts) as cache:
        yield cache.space("replies", workspace=secrets.token_hex(8))


async def test_a_value_is_made_once_and_then_found(space: Space, facts: Facts) -> None:
    work = Work(b"\x00\xffbytes")
    assert await space.get("k", work) == b"\x00\xffbytes"
    assert await space.get("k", work) == b"\x00\xffbytes"
    assert work.calls == 1
    assert facts.count("cache", hit=False) == 1
    assert facts.count("cache", hit=True) == 1


async def test_callers_at_once_share_one_piece_of_work(space: Space) -> None:
    gate = asyncio.Event()
    work = Work(gate=gate)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(space.get("k", work)) for _ in range(5)]
        await work.began.wait()
        gate.set()
    assert {task.result() for task in tasks} == {b"value"}
    assert work.calls == 1


async def test_one_caller_that_leaves_does_not_take_the_work_from_the_others(space: Space) -> None:
    gate = asyncio.Event()
    work = Work(gate=gate)
    async with asyncio.TaskGroup() as group:
        first = group.create_task(space.get("k", work))
        second = group.create_task(space.get("k", work))
        await work.began.wait()
        first.cancel()
        await asyncio.sleep(0)
        gate.set()
    assert second.result() == b"value"
    assert work.calls == 1


async def test_work_that_nobody_waits_for_is_cancelled_and_can_be_asked_for_again(space: Space) -> None:
    work = Work(gate=asyncio.Event())
    async with asyncio.TaskGroup() as group:
        only = group.create_task(space.get("k", work))
        await work.began.wait()
        only.cancel()
        await asyncio.sleep(0)
        again = Work()
        assert await space.get("k", again) == b"value"
    assert work.cancelled == 1
    assert again.calls == 1


async def test_an_error_of_the_work_reaches_every_caller_and_is_not_kept(space: Space) -> None:
    async def broken() -> bytes:
        await asyncio.sleep(0.01)
        raise ZeroDivisionError

    results = await asyncio.gather(*(space.get("k", broken) for _ in range(3)), return_exceptions=True)
    assert all(isinstance(result, ZeroDivisionError) for result in results)
    assert await space.get("k", Work()) == b"value"


async def test_workspaces_and_kinds_never_meet(space: Space) -> None:
    other = space.cache.space("replies", workspace="another")
    kind = space.cache.space("pictures", workspace=space.workspace)
    await space.get("k", Work(b"mine"))
    assert await other.get("k", Work(b"theirs")) == b"theirs"
    assert await kind.get("k", Work(b"drawn")) == b"drawn"


async def test_a_value_ends_with_its_lifetime(space: Space, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SPACES, "replies", Bounds(entries=10, size=1_000, lifetime=1))
    await space.get("k", Work())
    await asyncio.sleep(1.2)
    again = Work(b"new")
    assert await space.get("k", again) == b"new"


async def test_the_memory_store_keeps_the_most_recently_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SPACES, "replies", Bounds(entries=2, size=1_000, lifetime=60))
    async with Cache() as cache:
        space = cache.space("replies")
        await space.get("a", Work(b"a"))
        await space.get("b", Work(b"b"))
        await space.get("a", Work(b"never"))
        await space.get("c", Work(b"c"))
        assert await space.get("a", Work(b"never")) == b"a"
        assert await space.get("b", Work(b"made again")) == b"made again"


async def test_the_memory_store_keeps_within_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SPACES, "replies", Bounds(entries=100, size=1_000, lifetime=60))
    async with Cache() as cache:
        space = cache.space("replies")
        for i in range(10):
            await space.get(str(i), Work(bytes(400)))
        again = Work(bytes(400))
        await space.get("9", again)
        await space.get("0", again)
        assert again.calls == 1


async def test_a_store_that_fails_is_a_miss_and_a_fact(facts: Facts) -> None:
    async with Cache("redis://127.0.0.1:1/0", emit=facts) as cache:
        space = cache.space("replies")
        assert await space.get("k", Work(b"made anyway")) == b"made anyway"
    assert facts.count("cache_failed", operation="get") == 1
    assert facts.count("cache_failed", operation="set") == 1


async def test_closing_the_cache_cancels_the_work_in_flight() -> None:
    work = Work(gate=asyncio.Event())
    async with asyncio.TaskGroup() as group, Cache() as cache:
        waiting = group.create_task(cache.space("replies").get("k", work))
        await work.began.wait()
    assert waiting.cancelled()
    assert work.cancelled == 1


@pytest.mark.parametrize(
    "url",
    [
        "memcached://host",
        "redis://",
        "nonsense",
        "redis://host:many/0",
        "redis://host/first",
        "redis://[host",
    ],
)
def test_a_wrong_address_names_the_setting(url: str) -> None:
    with pytest.raises(SettingsError, match="CACHE_URL"):
        Cache(url)


async def test_a_workspace_is_cleared_and_its_neighbour_keeps_all(space: Space) -> None:
    work, neighbour = Work(), Space(space.cache, space.name, space.workspace + "-other")
    for each in (space, neighbour, Space(space.cache, "documents", space.workspace)):
        await each.get("k", work)
    await space.cache.clear(space.workspace)
    await neighbour.get("k", work)
    assert work.calls == 3
    await space.get("k", work)
    await Space(space.cache, "documents", space.workspace).get("k", work)
    assert work.calls == 5


async def test_work_under_way_while_a_workspace_is_cleared_is_answered_and_not_kept(space: Space) -> None:
    gate = asyncio.Event()
    work = Work(gate=gate)
    async with asyncio.TaskGroup() as group:
        asked = group.create_task(space.get("k", work))
        await work.began.wait()
        await space.cache.clear(space.workspace)
        gate.set()
    assert asked.result() == b"value"
    await space.get("k", work)
    assert work.calls == 2
