"""Whose request it is, which token to use, and whether the bot has a place there any more."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, ClientTimeout
from pydantic import SecretStr
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.installations.access import Access
from bot.installations.opening import open_way_in
from bot.settings import Settings
from core.clock import SystemClock
from core.errors import DeliveryError, DeliveryUnavailable, PlaceClosed, SettingsError
from core.telemetry import ignore
from tests.unit.bot.installations.kit import installation, opened_rows
from tests.unit.playground.scene import Scene, scene


@asynccontextmanager
async def single(world: Scene) -> AsyncIterator[Access]:
    settings = Settings(
        _env_file=None,
        slack_bot_token=SecretStr(world.token.value),
        slack_signing_secret=SecretStr("hush"),
        slack_api_url=world.slack.api_url,
    )
    async with (
        ClientSession(timeout=ClientTimeout(total=60)) as session,
        open_way_in(settings, session=session, clock=SystemClock(), emit=ignore) as way_in,
    ):
        assert way_in.pages == ()
        yield way_in.access


async def _asked(access: Access, team: str | None) -> object:
    return await access(context=AsyncBoltContext(), enterprise_id="E1", team_id=team, user_id="U1")


async def test_slack_says_once_who_a_single_token_is_of() -> None:
    async with scene() as world, single(world) as access:
        answers = await asyncio.gather(*(_asked(access, world.team.id) for _ in range(10)))
        assert all(answer == answers[0] for answer in answers)
        found = await access(
            context=AsyncBoltContext(), enterprise_id=None, team_id=world.team.id, user_id="U1"
        )
        assert found
        assert (found.bot_user_id, found.bot_token, found.team) == (world.bot, world.token.value, "Acme")
        assert await access.token(world.team.id) == world.token.value
        assert len(world.slack.calls.of("auth.test")) == 1


async def test_slack_is_asked_at_the_start_and_not_by_the_first_request() -> None:
    async with scene() as world, single(world) as access:
        await world.slack.until(lambda: len(world.slack.calls.of("auth.test")) == 1)
        assert await _asked(access, world.team.id)
        assert len(world.slack.calls.of("auth.test")) == 1


async def test_a_slack_that_is_away_does_not_stop_the_start() -> None:
    async with scene() as world:
        world.slack.trouble.fail("auth.test", status=503, times=None)
        async with single(world) as access:
            await world.slack.until(lambda: bool(world.slack.calls.of("auth.test")))
            world.slack.trouble.clear()
            assert await _asked(access, world.team.id)


async def test_a_request_of_no_workspace_is_nobodys() -> None:
    async with scene() as world, single(world) as access:
        assert await _asked(access, None) is None


async def test_a_token_that_slack_refuses_is_nobodys() -> None:
    async with scene() as world, single(world) as access:
        world.slack.uninstall(world.team)
        assert await _asked(access, world.team.id) is None
        with pytest.raises(PlaceClosed, match="account_inactive"):
            await access.token(world.team.id)
        assert await access.has_left(world.team.id)


async def test_while_slack_is_away_nobody_is_turned_away_for_good() -> None:
    async with scene() as world, single(world) as access:
        world.slack.trouble.fail("auth.test", status=503, times=None)
        with pytest.raises(DeliveryUnavailable):
            await _asked(access, world.team.id)
        with pytest.raises(DeliveryUnavailable):
            await access.has_left(world.team.id)
        world.slack.trouble.clear()
        assert await _asked(access, world.team.id)


async def test_slack_decides_whether_the_bot_has_left() -> None:
    async with scene() as world, single(world) as access:
        await access.token(world.team.id)
        assert not await access.has_left(world.team.id)
        for word in ("ratelimited", "access_denied"):
            world.slack.trouble.refuse("auth.test", word)
            with pytest.raises(DeliveryError, match=word):
                await access.has_left(world.team.id)
        world.slack.revoke(world.token)
        assert await access.has_left(world.team.id)
        await access.forget(world.team.id)


async def test_where_the_app_was_never_installed_there_is_no_token(tmp_path: object) -> None:
    async with (
        opened_rows(f"sqlite:///{tmp_path}/crossroads.db") as rows,
        ClientSession() as session,
    ):
        await rows.save(installation())
        access = Access(rows, AsyncWebClient(session=session))
        assert await access.token("T1") == "xoxb-secret"
        assert await _asked(access, "T2") is None
        with pytest.raises(PlaceClosed, match="not_installed"):
            await access.token("T2")
        assert await access.has_left("T2")


async def test_without_any_way_in_the_start_stops() -> None:
    async with ClientSession() as session:
        with pytest.raises(SettingsError, match="SLACK_BOT_TOKEN"):
            async with open_way_in(
                Settings(_env_file=None), session=session, clock=SystemClock(), emit=ignore
            ):
                pass
