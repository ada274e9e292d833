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

from bot.housekeeping import ECHO, HasLeft, Housekeeping
from bot.installations.access import Access
from bot.installations.leaving import leaving
from core.cache import Cache
from core.errors import DeliveryUnavailable
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


class Slack:
    """Says whether the bot has left, or is away itself."""

    def __init__(self) -> None:
        self.says = True
        self.is_away = False

    async def __call__(self, _: str) -> bool:
        if self.is_away:
            raise DeliveryUnavailable("service_unavailable")
        return self.says


@asynccontextmanager
async def house_of(
    tmp_path: Path, cache: Cache, clock: JumpingClock, facts: Facts, *, has_left: HasLeft | None = None
) -> AsyncIterator[tuple[Housekeeping, Store]]:
    async with Store.open(f"sqlite:///{tmp_path}/crossroads.db", clock=clock) as store:
        await asked(store)
        house = Housekeeping(
            None,  # type: ignore[arg-type]  # nothing is forgotten here by looking
            store=store,
            queue=Idle(),  # type: ignore[arg-type]  # as much of a queue as this takes
            cache=cache,
            has_left=has_left or Slack(),
            days=30,
            clock=clock,
            emit=facts,
        )
        yield house, store


async def asked(store: Store) -> None:
    """Somebody asks for a draft."""
    await store.drafts.open(Thread(workspace="T1", channel="C1", ts="1.0"), id="D1", requester="U1")


async def test_a_cache_that_is_away_is_cleared_when_it_is_back(tmp_path: Path, redis_url: str) -> None:
    clock, facts = JumpingClock(), Facts()
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # it does not listen
        async with (
            Cache(f"redis://127.0.0.1:{nobody.getsockname()[1]}/0") as away,
            Cache(redis_url) as back,
            house_of(tmp_path, away, clock, facts) as (house, store),
        ):
            await house.leave("T1")
            assert await store.workspaces.ids() == ()
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


async def test_what_a_request_stores_as_its_workspace_leaves_is_deleted_soon(tmp_path: Path) -> None:
    clock = JumpingClock()
    async with Cache() as cache, house_of(tmp_path, cache, clock, Facts()) as (house, store):
        await house.leave("T1")
        await asked(store)
        await house.empty_left()
        assert await store.workspaces.ids() == ("T1",)  # others may still be under way
        clock.advance(ECHO)
        await house.empty_left()
        assert await store.workspaces.ids() == ()
        await asked(store)
        clock.advance(ECHO)
        await house.empty_left()
        assert await store.workspaces.ids() == ("T1",)  # it is asked about once


async def test_what_is_stored_where_the_app_was_installed_again_stays(tmp_path: Path) -> None:
    clock, slack = JumpingClock(), Slack()
    async with Cache() as cache, house_of(tmp_path, cache, clock, Facts(), has_left=slack) as (house, store):
        await house.leave("T1")
        slack.says = False
        await asked(store)
        clock.advance(ECHO)
        await house.empty_left()
        assert await store.workspaces.ids() == ("T1",)


async def test_slack_is_asked_again_later_where_it_cannot_say_who_has_left(tmp_path: Path) -> None:
    clock, slack = JumpingClock(), Slack()
    async with Cache() as cache, house_of(tmp_path, cache, clock, Facts(), has_left=slack) as (house, store):
        await house.leave("T1")
        await asked(store)
        clock.advance(ECHO)
        slack.is_away = True
        with pytest.raises(DeliveryUnavailable):
            await house.empty_left()
        await house.empty_left()
        slack.is_away = False
        clock.advance(ECHO)
        await house.empty_left()
        assert await store.workspaces.ids() == ()


async def _made(value: bytes) -> bytes:
    await asyncio.sleep(0)
    return value
