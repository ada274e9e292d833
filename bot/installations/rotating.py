"""Renewing a token before it expires: once, by whichever replica comes first.

https://docs.slack.dev/authentication/using-token-rotation
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import sqlalchemy as sa
from slack_sdk.errors import SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from sqlalchemy.ext.asyncio import AsyncEngine
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_fixed

from bot.installations.rows import BotRows
from core.clock import Clock
from core.errors import DeliveryError, DeliveryUnavailable, PlaceClosed
from core.ids import digest
from core.telemetry import Emit
from handlers.slack_refusals import FAILURES, delivery_error

AHEAD = 7_200  # seconds before the end of a token's twelve hours
AT_ONCE = 2  # renewals; each one on Postgres holds a connection, and needs another
SAVES = 5  # attempts at keeping a new token
SAVE_AGAIN = 1.0  # seconds


class Rotation:
    """Renews bots' tokens and keeps them.

    A refresh token works once, so replicas take turns on Postgres; a SQLite file has one process only.
    """

    def __init__(
        self, rows: BotRows, *, rotator: AsyncTokenRotator, engine: AsyncEngine, clock: Clock, emit: Emit
    ) -> None:
        self._rows = rows
        self._rotator = rotator
        self._engine = engine
        self._clock = clock
        self._emit = emit
        self._slots = asyncio.Semaphore(AT_ONCE)

    def is_due(self, bot: Bot) -> bool:
        """Whether its token should be renewed by now."""
        return bot.bot_token_expires_at is not None and bot.bot_token_expires_at <= self._clock.now() + AHEAD

    async def renewed(self, workspace: str) -> Bot | None:
        """The workspace's bot with a token that lasts; None when it is not installed any more.

        While the old token is still good, a failure is no reason not to use it. Raises DeliveryError after.
        """
        async with self._slots, self._turn(workspace):
            bot = await self._rows.find(workspace)  # another replica may have renewed it
            if bot is None or not self.is_due(bot):
                return bot
            try:
                return await self._renew(bot)
            except DeliveryError as error:
                self._emit("token_not_renewed", workspace=workspace, code=error.code)
                if (bot.bot_token_expires_at or 0) > self._clock.now():
                    return bot
                if isinstance(error, PlaceClosed):
                    return None
                raise

    async def _renew(self, bot: Bot) -> Bot:
        try:
            fresh = await self._rotator.perform_bot_token_rotation(
                bot=bot, minutes_before_expiration=AHEAD // 60
            )
        except SlackTokenRotationError as failure:
            raise delivery_error(failure.api_error) from failure
        except FAILURES as failure:
            raise delivery_error(failure) from failure
        if fresh is None:
            raise DeliveryUnavailable("not_a_bot_token")
        await self._keep(fresh)
        self._emit("token_renewed", workspace=bot.team_id)
        return fresh

    async def _keep(self, bot: Bot) -> None:
        """Slack gives this token once: a database that is away for a moment must not lose it."""
        attempts = AsyncRetrying(
            sleep=self._clock.sleep,
            retry=retry_if_exception_type(sa.exc.DBAPIError),
            stop=stop_after_attempt(SAVES),
            wait=wait_fixed(SAVE_AGAIN),
            reraise=True,
        )
        await attempts(self._rows.save_bot, bot)

    @asynccontextmanager
    async def _turn(self, workspace: str) -> AsyncIterator[None]:
        if self._engine.dialect.name != "postgresql":
            yield
            return
        lock = int(digest(b"token", workspace.encode())[:15], 16)
        async with self._engine.begin() as connection:
            await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(lock)))
            yield
