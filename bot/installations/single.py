"""The one workspace that the bot has a token for in the settings."""

from __future__ import annotations

import asyncio

from slack_sdk.oauth.installation_store import Bot
from slack_sdk.web.async_client import AsyncWebClient

from bot.persisting import persist
from core.clock import Clock
from core.errors import DeliveryError, PlaceClosed
from core.telemetry import Emit
from handlers.slack_refusals import FAILURES, delivery_error


class SingleBot:
    """Keeps the port Bots. Slack says once which bot the token is of; the workspace asked for is that one."""

    def __init__(self, token: str, client: AsyncWebClient, *, clock: Clock, emit: Emit) -> None:
        self._token = token
        self._client = client
        self._clock = clock
        self._emit = emit
        self._bot: Bot | None = None
        self._lock = asyncio.Lock()

    async def find(self, workspace: str) -> Bot:  # noqa: ARG002  there is only one
        """The bot. Raises DeliveryError until Slack has said who it is."""
        async with self._lock:
            if self._bot is None:
                self._bot = await self._asked()
            return self._bot

    async def get_ready(self) -> None:
        """Have Slack say who the bot is, so that no request waits for that; again while Slack is away.

        A token that Slack refuses is left to the requests: each asks for itself, and is told. Emits
        auth_test_failed whenever Slack did not say.
        """

        def failed(error: DeliveryError) -> None:
            self._emit("auth_test_failed", code=error.code)

        try:
            await persist(lambda: self.find(""), clock=self._clock, failed=failed)
        except PlaceClosed as refused:
            failed(refused)

    async def remove(self, workspace: str) -> None:
        """Nothing: the token is in the settings."""

    async def _asked(self) -> Bot:
        try:
            said = await self._client.auth_test(token=self._token)
        except FAILURES as failure:
            raise delivery_error(failure) from failure
        return Bot(
            team_id=said["team_id"],
            team_name=said["team"],
            bot_token=self._token,
            bot_id=said["bot_id"],
            bot_user_id=said["user_id"],
            installed_at=self._clock.now(),
        )
