"""A workspace that leaves is forgotten, whatever is away at that moment."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from redis.exceptions import ConnectionError as CacheAway
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.web.async_client import AsyncWebClient

from bot.housekeeping import ECHO, Housekeeping
from bot.installations.access import Access
from bot.installations.leaving import leaving
from core.cache import Cache
from core.store.records import Thread
from core.store.store import Store
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts

GONE = {"type": "event_callback", "team_id": "T1", "event": {"type": "app_uninstalled"}}


class NoBots:
    """No workspace has a bot any more; `removed` tells whose was."""

    def __init__(self) -> None:
        self.removed: list[str] = []

    async def find(self, _: str) -> Bot | None:
        return None

    async def remove(self, workspace: str) -> None:
        self.removed.append(workspace)


class Idle:
    """A queue with nothing in it."""

    async def cancel_all(self, _: str, _reason: str) -> tuple[str, ...]:
        return ()

    async def ended(self, _: Sequence[str]) -> bool:
        return True


async def test_the_token_is_forgotten_even_when_something_else_could_not_be() -> None:
    async def fails(_: str) -> None:
        raise ConnectionError

    async def on() -> None:
        return

    bots, facts = NoBots(), Facts()
    access = Access(bots, AsyncWebClient())
    leave = leaving(access, fails, emit=facts)
    with pytest.raises(ConnectionError):  # Slack tells us again, then
        await leave(GONE, on)
    assert bots.removed == ["T1"]
    assert facts.count("uninstalled") == 0


@asynccontextmanager
async def house_of(
    tmp_path: Path, cache: Cache, clock: JumpingClock, facts: Facts
) -> AsyncIterator[Housekeeping]:
    async with Store.open(f"sqlite:///{tmp_path}/crossroads.db", clock=clock) as store:
        await store.drafts.open(Thread(workspace="T1", channel="C1", ts="1.0"), id="D1", requester="U1")
        yield Housekeeping(
            None,  # type: ignore[arg-type]  # nothing is forgotten here by looking
            store=store,
            queue=Idle(),  # type: ignore[arg-type]  # as much of a queue as this takes
            cache=cache,
            days=30,
            clock=clock,
            emit=facts,
        )
        assert await store.workspaces.ids() == ()


async def test_a_cache_that_is_away_is_cleared_when_it_is_back(tmp_path: Path, redis_url: str) -> None:
    clock, facts = JumpingClock(), Facts()
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # it does not listen
        async with (
            Cache(f"redis://127.0.0.1:{nobody.getsockname()[1]}/0") as away,
            Cache(redis_url) as back,
            house_of(tmp_path, away, clock, facts) as house,
        ):
            await house.leave("T1")
            assert facts.count("look_failed") == 1
            clock.advance(2 * ECHO)
            with pytest.raises(CacheAway):
                await house.clear_caches()
            kept = back.space("replies", workspace="T1")
            assert await kept.get("key", lambda: _made(b"old")) == b"old"
            house._cache = back
            await house.clear_caches()
            assert await kept.get("key", lambda: _made(b"new")) == b"new"
            assert not house._stale


async def _made(value: bytes) -> bytes:
    await asyncio.sleep(0)
    return value
