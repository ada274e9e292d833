"""Every chore of the house has its turn, whatever is away for another one."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from redis.exceptions import ConnectionError as CacheAway

from bot.housekeeping import DAY, REMEMBER, Housekeeping
from core.cache import Cache
from core.jobs.model import Job
from core.store.records import DraftKey, Thread
from core.store.store import Store
from handlers.files.fetching import PREFIX
from handlers.files.sweeping import AGE
from tests.fakes.clock import Ahead
from tests.fakes.facts import Facts
from tests.fakes.work import eventually

DAYS = 30


class Nothing:
    """Nothing is to be forgotten."""

    async def look(self) -> None:
        return


class Calm:
    """A queue with nothing in it, or one that is away."""

    def __init__(self) -> None:
        self.away = False

    async def under_way(self) -> tuple[Job, ...]:
        if self.away:
            raise ConnectionError
        return ()


@asynccontextmanager
async def house_of(
    tmp_path: Path, *, cache: Cache, queue: Calm, clock: Ahead, facts: Facts
) -> AsyncIterator[tuple[Housekeeping, Store]]:
    async with Store.open(f"sqlite:///{tmp_path}/crossroads.db", clock=clock) as store:
        house = Housekeeping(
            Nothing(),  # type: ignore[arg-type]  # as much of an eraser as this takes
            store=store,
            queue=queue,  # type: ignore[arg-type]  # the same
            cache=cache,
            has_left=_is_there,
            days=DAYS,
            clock=clock,
            emit=facts,
        )
        yield house, store


async def _is_there(_: str) -> bool:
    return False


async def opened(store: Store, workspace: str) -> DraftKey:
    thread = Thread(workspace=workspace, channel="C1", ts="1.0")
    return (await store.drafts.open(thread, id="D1", requester="U1")).key


async def test_a_chore_that_fails_keeps_no_other_from_its_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left_behind = tmp_path / f"{PREFIX}files"
    left_behind.mkdir()
    clock, facts, queue = Ahead(), Facts(), Calm()
    queue.away = True
    async with (
        Cache() as cache,
        house_of(tmp_path, cache=cache, queue=queue, clock=clock, facts=facts) as (house, store),
    ):
        forgotten = await opened(store, "T1")
        await store.forgettings.begin(forgotten, person="U1")
        await store.forgettings.end(forgotten)
        clock.ahead += REMEMBER + 1
        os.utime(left_behind, (clock.now() - AGE - 60, clock.now() - AGE - 60))

        async def done() -> bool:
            return not left_behind.exists() and not await store.forgettings.has(forgotten)

        async with house.open():
            await eventually(done)
        assert facts.count("look_failed", look="expire", cause="ConnectionError") == 1
        assert facts.count("look_failed") == 1


async def test_drafts_expire_while_the_cache_is_away_and_it_is_cleared_when_it_is_back(
    tmp_path: Path, redis_url: str
) -> None:
    clock, facts = Ahead(), Facts()
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # it does not listen
        async with (
            Cache(f"redis://127.0.0.1:{nobody.getsockname()[1]}/0") as away,
            Cache(redis_url) as back,
            house_of(tmp_path, cache=away, queue=Calm(), clock=clock, facts=facts) as (house, store),
        ):
            kept = {name: back.space("replies", workspace=name) for name in ("T-old", "T-older")}
            for name, space in kept.items():
                await opened(store, name)
                assert await space.get("key", lambda: _made(b"old")) == b"old"
            clock.ahead += (DAYS + 1) * DAY
            await house.expire()
            assert facts.count("expired", drafts=1) == 2
            with pytest.raises(CacheAway):
                await house.clear_caches()
            house._cache = back
            await house.clear_caches()
            for space in kept.values():
                assert await space.get("key", lambda: _made(b"new")) == b"new"
            assert not house._stale


async def _made(value: bytes) -> bytes:
    return value
