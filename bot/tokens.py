"""The bot's token in each workspace, and clients that speak with it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from handlers.outlet import SlackMessages
from handlers.slack_messages import SlackWebMessages

TokenOf = Callable[[str], Awaitable[str]]  # by workspace; raises PlaceClosed when not installed


class Clients:
    """Speaks to Slack at `api_url`, over one session."""

    def __init__(self, token_of: TokenOf, *, session: aiohttp.ClientSession, api_url: str) -> None:
        self._token_of = token_of
        self._session = session
        self._api_url = api_url

    async def web(self, workspace: str) -> AsyncWebClient:
        """A client for calls that are made once. Raises PlaceClosed when the bot is not installed there."""
        return AsyncWebClient(
            token=await self._token_of(workspace),
            base_url=self._api_url,
            session=self._session,
            retry_handlers=[],
        )

    async def messages(self, workspace: str) -> SlackMessages:
        """A client for live messages. Raises PlaceClosed when the bot is not installed there."""
        return SlackWebMessages(
            token=await self._token_of(workspace), session=self._session, base_url=self._api_url
        )
