"""The workspaces that installed the app: their bots, looked up once a minute, one look at a time."""

from __future__ import annotations

import asyncio
from collections import defaultdict

import sqlalchemy as sa
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore

from bot.installations.rotating import Rotation
from bot.installations.rows import BotRows
from core.clock import Clock
from core.outages import NotReached, is_outage, outlast

KEPT = 60.0  # seconds; another replica learns of a new installation after so long


class Installations(AsyncInstallationStore):
    """Bots by workspace, with tokens that are renewed in time; to Bolt's OAuth flow, where it saves them."""

    def __init__(self, rows: BotRows, rotation: Rotation, *, clock: Clock) -> None:
        self._rows = rows
        self._rotation = rotation
        self._clock = clock
        self._known: dict[str, tuple[Bot, float]] = {}
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def find(self, workspace: str) -> Bot | None:
        """The bot of a workspace, with a token that is good for hours. Raises DeliveryError, SettingsError.

        Whoever asks while another does waits for what that one finds, and is not given up with it: a token
        that Slack has renewed must be kept.
        """
        return self._fresh(workspace) or await outlast(lambda: self._found(workspace), clock=self._clock)

    async def remove(self, workspace: str) -> None:
        """Forget a workspace."""
        async with self._locks[workspace]:
            await self._rows.remove(workspace)
            self._known.pop(workspace, None)

    async def async_save(self, installation: Installation) -> None:
        """Keep an installation."""
        workspace = installation.team_id or ""
        async with self._locks[workspace]:
            await self._rows.save(installation)
            self._known.pop(workspace, None)

    def _fresh(self, workspace: str) -> Bot | None:
        bot, until = self._known.get(workspace, (None, 0.0))
        return bot if self._clock.monotonic() < until else None

    async def _found(self, workspace: str) -> Bot | None:
        try:
            return await asyncio.shield(self._look(workspace))
        except sa.exc.DBAPIError as error:
            if is_outage(error):
                raise NotReached(error) from error
            raise

    async def _look(self, workspace: str) -> Bot | None:
        async with self._locks[workspace]:
            if known := self._fresh(workspace):
                return known
            bot = await self._rows.find(workspace)
            if bot is not None and self._rotation.is_due(bot):
                bot = await self._rotation.renewed(workspace)
            if bot is not None:
                self._known[workspace] = (bot, self._clock.monotonic() + KEPT)
            return bot
