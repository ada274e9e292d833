"""Of everybody who asks for a token all get one, and a refresh token is used once."""

from __future__ import annotations

import asyncio
from time import time

import pytest
from slack_sdk.oauth.installation_store import Bot
from sqlalchemy.exc import OperationalError

from bot.installations import rotating
from core.errors import DeliveryUnavailable
from tests.fakes.clock import Ahead
from tests.unit.bot.installations.kit import HOUR, Replica, Rotating, of_token, replica, rotating_slack
from tests.unit.playground.clock import HandClock
from tests.unit.playground.scene import eventually

# slack_sdk 3.47 makes one for every oauth.v2.access.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")

AT_ONCE = 20


async def _tokens(own: Replica, world: Rotating, count: int = 1) -> set[str]:
    found = await asyncio.gather(*(own.installations.find(world.team.id) for _ in range(count)))
    return {bot.bot_token if bot else "" for bot in found}


async def test_a_token_that_lasts_is_taken_as_it_is(database_url: str) -> None:
    async with rotating_slack() as world, replica(database_url, world.slack) as own:
        await own.installations.async_save(of_token(world.token, lasts=3 * HOUR))
        assert await _tokens(own, world, AT_ONCE) == {world.token.value}
        assert world.renewals() == 0


async def test_all_who_ask_at_once_get_the_new_token_and_it_is_asked_for_once(database_url: str) -> None:
    async with rotating_slack() as world, replica(database_url, world.slack) as own:
        await own.installations.async_save(of_token(world.token, lasts=HOUR))
        assert await _tokens(own, world, AT_ONCE) == {world.newest()}
        assert world.newest() != world.token.value
        assert world.renewals() == 1
        kept = await own.rows.find(world.team.id)
        assert kept
        assert kept.bot_token == world.newest()
        assert (kept.bot_token_expires_at or 0) > time() + 11 * HOUR
        assert own.facts.count("token_renewed") == 1


async def test_a_renewed_token_can_be_renewed_again(database_url: str) -> None:
    async with rotating_slack() as world, replica(database_url, world.slack) as own:
        await own.installations.async_save(of_token(world.token, lasts=HOUR))
        for _ in range(3):
            assert await _tokens(own, world) == {world.newest()}
            bot = await own.rows.find(world.team.id)
            assert bot
            bot.bot_token_expires_at = int(time())
            await own.rows.save_bot(bot)
            own.installations._known.clear()  # as after a minute
        assert world.renewals() == 3


async def test_replicas_on_one_server_ask_once_between_them(postgres_url: str) -> None:
    async with (
        rotating_slack() as world,
        replica(postgres_url, world.slack) as one,
        replica(postgres_url, world.slack) as two,
    ):
        await one.installations.async_save(of_token(world.token, lasts=HOUR))
        world.slack.trouble.delay(0.05, "oauth.v2.access")
        mine, others = await asyncio.gather(_tokens(one, world, AT_ONCE), _tokens(two, world, AT_ONCE))
        assert mine == others == {world.newest()}
        assert world.renewals() == 1


async def test_while_slack_is_away_a_token_that_is_still_good_is_used(database_url: str) -> None:
    async with rotating_slack() as world, replica(database_url, world.slack) as own:
        await own.installations.async_save(of_token(world.token, lasts=HOUR))
        world.slack.trouble.drop("oauth.v2.access", times=None)
        assert await _tokens(own, world, AT_ONCE) == {world.token.value}
        assert own.facts.count("token_not_renewed", code="ServerDisconnectedError") == 1


async def test_once_it_has_expired_slacks_absence_is_an_error_and_no_uninstall(database_url: str) -> None:
    async with rotating_slack() as world, replica(database_url, world.slack) as own:
        await own.installations.async_save(of_token(world.token, lasts=-HOUR))
        world.slack.trouble.fail("oauth.v2.access", status=503)
        with pytest.raises(DeliveryUnavailable):
            await own.installations.find(world.team.id)
        assert await _tokens(own, world) == {world.newest()}


async def test_a_new_token_is_kept_although_the_database_is_away_for_a_moment(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with rotating_slack() as world, replica(database_url, world.slack) as own:
        await own.installations.async_save(of_token(world.token, lasts=HOUR))
        save, failures = own.rows.save_bot, [OperationalError("", {}, OSError())] * 2

        async def fragile(bot: Bot) -> None:
            if failures:
                raise failures.pop()
            await save(bot)

        monkeypatch.setattr(own.rows, "save_bot", fragile)
        monkeypatch.setattr(rotating, "SAVE_AGAIN", 0.01)
        assert await _tokens(own, world) == {world.newest()}
        kept = await own.rows.find(world.team.id)
        assert kept
        assert kept.bot_token == world.newest()


async def test_what_is_no_new_token_is_not_kept(database_url: str) -> None:
    async with rotating_slack() as world, replica(database_url, world.slack) as own:
        await own.installations.async_save(of_token(world.token, lasts=3 * HOUR))
        ahead = Ahead()
        ahead.ahead = 2 * HOUR  # for us it is time to renew, and for slack_sdk it is not
        own.installations._rotation._clock = ahead
        assert await _tokens(own, world) == {world.token.value}
        assert own.facts.count("token_not_renewed", code="not_a_bot_token") == 1


async def test_a_refresh_token_that_was_used_up_leaves_the_workspace_out(database_url: str) -> None:
    async with rotating_slack() as world, replica(database_url, world.slack) as own:
        await own.installations.async_save(of_token(world.token, lasts=-HOUR))
        world.use_refresh_token_up()
        assert await own.installations.find(world.team.id) is None
        assert own.facts.count("token_not_renewed", code="invalid_refresh_token") == 1


async def test_whoever_gives_up_waiting_does_not_lose_the_token(database_url: str) -> None:
    clock = HandClock()
    async with rotating_slack(clock) as world, replica(database_url, world.slack) as own:
        await own.installations.async_save(of_token(world.token, lasts=HOUR))
        world.slack.trouble.delay(9, "oauth.v2.access", times=1)
        hasty = asyncio.ensure_future(own.installations.find(world.team.id))
        await eventually(lambda: clock.sleeping > 0)
        hasty.cancel()
        with pytest.raises(asyncio.CancelledError):
            await hasty
        clock.advance(9)
        assert await _tokens(own, world) == {world.newest()}
        assert world.renewals() == 1


async def test_a_new_installation_counts_at_once(database_url: str) -> None:
    async with rotating_slack() as world, replica(database_url, world.slack) as own:
        await own.installations.async_save(of_token(world.token, lasts=3 * HOUR))
        await _tokens(own, world)
        second = world.slack.install(world.team)
        await own.installations.async_save(of_token(second, lasts=3 * HOUR))
        assert await _tokens(own, world) == {second.value}
        await own.installations.remove(world.team.id)
        assert await own.installations.find(world.team.id) is None
