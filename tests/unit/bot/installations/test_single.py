"""Slack says who the bot is before the first request asks, and is not pressed when it cannot."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import ClientSession, ClientTimeout
from slack_sdk.web.async_client import AsyncWebClient

from bot.installations.single import SingleBot
from bot.persisting import PAUSES
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.unit.playground.scene import Scene, scene


@dataclass(frozen=True, kw_only=True)
class Single:
    """The bot of one workspace of a local Slack."""

    world: Scene
    bot: SingleBot
    clock: JumpingClock
    facts: Facts

    @property
    def asked(self) -> int:
        return len(self.world.slack.calls.of("auth.test"))

    @property
    def failures(self) -> list[object]:
        return [told["code"] for event, told in self.facts.seen if event == "auth_test_failed"]


@asynccontextmanager
async def single() -> AsyncIterator[Single]:
    async with scene() as world, ClientSession(timeout=ClientTimeout(total=60)) as session:
        client = AsyncWebClient(
            base_url=world.slack.api_url,
            session=session,
            retry_handlers=[],
            logger=logging.getLogger("silent"),
        )
        clock, facts = JumpingClock(), Facts()
        bot = SingleBot(world.token.value, client, clock=clock, emit=facts)
        yield Single(world=world, bot=bot, clock=clock, facts=facts)


async def test_no_request_asks_slack_once_the_bot_is_ready() -> None:
    async with single() as one:
        await one.bot.get_ready()
        assert (await one.bot.find(one.world.team.id)).bot_user_id == one.world.bot
        assert (one.asked, one.clock.slept, one.failures) == (1, [], [])


async def test_a_slack_that_is_away_is_asked_again_at_growing_distances() -> None:
    async with single() as one:
        one.world.slack.trouble.fail("auth.test", status=503, times=len(PAUSES) + 1)
        await one.bot.get_ready()
        assert one.clock.slept == [*PAUSES, PAUSES[-1]]
        assert one.failures == ["internal_error"] * (len(PAUSES) + 1)
        assert (await one.bot.find(one.world.team.id)).bot_user_id == one.world.bot


async def test_slack_is_asked_no_sooner_than_it_says() -> None:
    async with single() as one:
        one.world.slack.trouble.throttle("auth.test", retry_after=90)
        await one.bot.get_ready()
        assert (one.clock.slept, one.failures) == ([90.0], ["ratelimited"])


async def test_a_token_that_slack_refuses_is_not_tried_again_for_nobody() -> None:
    async with single() as one:
        one.world.slack.uninstall(one.world.team)
        await one.bot.get_ready()
        assert (one.asked, one.clock.slept, one.failures) == (1, [], ["account_inactive"])
