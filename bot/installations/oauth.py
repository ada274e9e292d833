"""Installing the app with a link: Bolt's OAuth flow, with our store behind it and our pages at its end.

https://docs.slack.dev/authentication/installing-with-oauth
"""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urljoin

import sqlalchemy as sa
from slack_bolt.oauth.async_callback_options import (
    AsyncCallbackOptions,
    AsyncFailureArgs,
    AsyncSuccessArgs,
)
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.response import BoltResponse
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import AsyncSQLAlchemyOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from bot.installations import pages
from bot.manifest import INSTALL_PATH, REDIRECT_PATH, SCOPES
from core.telemetry import Emit

STATE_LIFETIME = 600  # seconds from the link to the last page
HTML = "text/html; charset=utf-8"
_REASONS = frozenset({*pages.REASONS, "invalid_code", "missing_code", "storage_error"})


class States(AsyncSQLAlchemyOAuthStateStore):
    """The ready-made store of states, which never throws any away; anybody may make one."""

    async def async_issue(self, *args: object, **kwargs: object) -> str:
        """A new state; those that have expired are deleted."""
        now = datetime.now(tz=UTC).replace(tzinfo=None)  # the column knows no zone
        async with self.engine.begin() as connection:
            await connection.execute(sa.delete(self.oauth_states).where(self.oauth_states.c.expire_at < now))
        return await super().async_issue(*args, **kwargs)


def oauth_flow(
    client_id: str,
    client_secret: str,
    *,
    client: AsyncWebClient,
    installations: AsyncInstallationStore,
    states: States,
    emit: Emit,
) -> AsyncOAuthFlow:
    """The flow; people sign in where the client's API is. Emits installed and install_failed."""
    settings = AsyncOAuthSettings(
        client_id=client_id,
        client_secret=client_secret,
        scopes=list(SCOPES),
        user_scopes=[],
        install_path=INSTALL_PATH,
        install_page_rendering_enabled=False,
        redirect_uri_path=REDIRECT_PATH,
        callback_options=_ending(emit),
        authorization_url=urljoin(client.base_url, "/oauth/v2/authorize"),
        installation_store=installations,
        state_store=states,
        state_expiration_seconds=STATE_LIFETIME,
        logger=client.logger,
    )
    return AsyncOAuthFlow(client=client, logger=client.logger, settings=settings)


def _ending(emit: Emit) -> AsyncCallbackOptions:
    async def success(args: AsyncSuccessArgs) -> BoltResponse:
        made = args.installation
        emit("installed", workspace=made.team_id)
        page = pages.installed(
            workspace_name=made.team_name or "", workspace=made.team_id or "", app=made.app_id or ""
        )
        return _page(args, page, status=200)

    async def failure(args: AsyncFailureArgs) -> BoltResponse:
        # the address may carry any word as the reason
        emit("install_failed", reason=args.reason if args.reason in _REASONS else "other")
        page = pages.not_installed(args.reason, install_path=INSTALL_PATH)
        return _page(args, page, status=args.suggested_status_code)

    return AsyncCallbackOptions(success=success, failure=failure)


def _page(args: AsyncSuccessArgs | AsyncFailureArgs, page: str, *, status: int) -> BoltResponse:
    cookie = args.settings.state_utils.build_set_cookie_for_deletion()
    return BoltResponse(status=status, body=page, headers={"Content-Type": HTML, "Set-Cookie": cookie})
