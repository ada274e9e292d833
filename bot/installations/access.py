"""What the bot may call itself in a workspace: for Bolt, for jobs, and at the end."""

from __future__ import annotations

from typing import Protocol

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.oauth.installation_store import Bot
from slack_sdk.web.async_client import AsyncWebClient

from core.errors import DeliveryError, PlaceClosed
from handlers.slack_refusals import FAILURES, delivery_error

# What auth.test says of a token that is good no more: https://docs.slack.dev/reference/methods/auth.test
ENDED = frozenset({"account_inactive", "invalid_auth", "token_expired", "token_revoked"})


class Bots(Protocol):
    """The bots of the workspaces that the app is in."""

    async def find(self, workspace: str) -> Bot | None:
        """The bot of a workspace, with a token that is good. Raises DeliveryError, SettingsError."""

    async def remove(self, workspace: str) -> None:
        """Forget a workspace."""


class Access(AsyncAuthorize):
    """Says to Bolt whose request it is, and to everybody else which token to use where."""

    def __init__(self, bots: Bots, client: AsyncWebClient) -> None:
        """The client carries no token."""
        self._bots = bots
        self._client = client

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,  # noqa: ARG002  Bolt's contract; a workspace's id is enough
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,  # noqa: ARG002  the same
        actor_enterprise_id: str | None = None,  # noqa: ARG002  the same
        actor_team_id: str | None = None,  # noqa: ARG002  the same
        actor_user_id: str | None = None,  # noqa: ARG002  the same
    ) -> AuthorizeResult | None:
        """Who the bot is in the workspace of a request; None where it is not installed.

        Raises DeliveryError, SettingsError: Bolt answers 500 to them, and Slack tries again.
        """
        try:
            bot = await self._bots.find(team_id) if team_id else None
        except PlaceClosed:
            return None
        if bot is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            team=bot.team_name,
            bot_id=bot.bot_id,
            bot_user_id=bot.bot_user_id,
            bot_token=bot.bot_token,
            bot_scopes=bot.bot_scopes,
        )

    async def token(self, workspace: str) -> str:
        """The bot's token in a workspace. Raises PlaceClosed when it is not installed, else as `find`."""
        bot = await self._bots.find(workspace)
        if bot is None:
            raise PlaceClosed("not_installed")
        return bot.bot_token

    async def has_left(self, workspace: str) -> bool:
        """Whether Slack does not know the bot there any more. Raises DeliveryError when Slack cannot say.

        News of an uninstall may come late or twice, when the app has been installed again; so may news of a
        token that was only replaced. What Slack says now decides.
        """
        try:
            bot = await self._bots.find(workspace)
            if bot is not None:
                await self._client.auth_test(token=bot.bot_token)
        except PlaceClosed as closed:
            return _is_ended(closed)
        except FAILURES as failure:
            return _is_ended(delivery_error(failure))
        return bot is None

    async def forget(self, workspace: str) -> None:
        """Forget the bot of a workspace."""
        await self._bots.remove(workspace)


def _is_ended(error: DeliveryError) -> bool:
    """True when the token is good no more; any other word of Slack's says nothing about it, and is raised."""
    if error.code in ENDED:
        return True
    raise error
