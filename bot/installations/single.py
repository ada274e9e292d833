"""The one workspace that the bot has a token for in the settings."""

from __future__ import annotations

import asyncio

from slack_sdk.oauth.installation_store import Bot
from slack_sdk.web.async_client import AsyncWebClient

from core.clock import Clock
from handlers.slack_refusals import FAILURES, delivery_error


class SingleBot:
    """Keeps the port Bots. Slack says once which bot the token is of; the workspace asked for is that one."""

    def __init__(self, token: str, client: AsyncWebClient, *, clock: Clock) -> None:
        self._token = token
        self._client = client
        self._clock = clock
        self._bot: Bot | None = None
        self._lock = asyncio.Lock()

    async def find(self, workspace: str) -> Bot:  # noqa: ARG002  there is only one
        """The bot. Raises DeliveryError until Slack has said who it is."""
        async with self._lock:
            if self._bot is None:
                self._bot = await self._asked()
            return self._bot

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
