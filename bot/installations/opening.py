"""The way into workspaces that the settings name, open: one by its token, or many by OAuth."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
from aiohttp import web
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from bot.installations.access import Access
from bot.installations.encryption import TokenCipher
from bot.installations.oauth import STATE_LIFETIME, States, oauth_flow
from bot.installations.rotating import Rotation
from bot.installations.routes import routes
from bot.installations.rows import BotRows
from bot.installations.single import SingleBot
from bot.installations.store import Installations
from bot.installations.tables import create
from bot.looking import beside
from bot.settings import Settings
from core import database
from core.clock import Clock
from core.errors import SettingsError
from core.telemetry import Emit


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """`AsyncApp(client=..., authorize=access)`; `pages` are those to install from, for one workspace none."""

    access: Access
    client: AsyncWebClient
    pages: Sequence[web.RouteDef]


@asynccontextmanager
async def open_way_in(
    settings: Settings, *, session: aiohttp.ClientSession, clock: Clock, emit: Emit
) -> AsyncIterator[WayIn]:
    """Open the way in. The session is the caller's, and its timeout that of every call.

    Where there is one workspace only, Slack is asked meanwhile who the bot is there.
    Raises SettingsError when no way is set, or when a stored token cannot be read.
    """
    client = AsyncWebClient(
        base_url=settings.slack_api_url, session=session, logger=_silent(), retry_handlers=[]
    )
    if settings.slack_bot_token:
        bot = SingleBot(settings.slack_bot_token.get_secret_value(), client, clock=clock, emit=emit)
        async with beside(bot.get_ready()):
            yield WayIn(access=Access(bot, client), client=client, pages=())
    elif settings.slack_client_id:
        async with _many(settings, settings.slack_client_id, client, clock, emit) as (installations, flow):
            access = Access(installations, client)
            yield WayIn(access=access, client=client, pages=routes(flow, emit=emit))
    else:
        raise SettingsError(
            "SLACK_BOT_TOKEN",
            "it is needed to serve one workspace; or set SLACK_CLIENT_ID to serve many",
        )


@asynccontextmanager
async def _many(
    settings: Settings, client_id: str, client: AsyncWebClient, clock: Clock, emit: Emit
) -> AsyncIterator[tuple[Installations, AsyncOAuthFlow]]:
    secret, key = settings.slack_client_secret, settings.token_encryption_key
    assert secret is not None  # noqa: S101  bot.consistency has seen to it
    assert key is not None  # noqa: S101  the same
    cipher = TokenCipher(key.get_secret_value())
    engine = database.open_async(database.parse(settings.database))
    try:
        rows = BotRows(client_id, engine, cipher)
        await rows.prepare()
        states = States(STATE_LIFETIME, engine.execution_options(**{database.BEGIN: database.WRITE}))
        await create(engine, states.metadata)
        rotator = AsyncTokenRotator(
            client_id=client_id, client_secret=secret.get_secret_value(), client=client
        )
        rotation = Rotation(rows, rotator=rotator, engine=engine, clock=clock, emit=emit)
        installations = Installations(rows, rotation, clock=clock)
        flow = oauth_flow(
            client_id,
            secret.get_secret_value(),
            client=client,
            installations=installations,
            states=states,
            emit=emit,
        )
        yield installations, flow
    finally:
        await engine.dispose()


def _silent() -> logging.Logger:
    """A logger that says nothing: slack_sdk's records hold the answers of Slack, tokens among them."""
    logger = logging.getLogger("crossroads.slack")
    logger.setLevel(logging.CRITICAL)
    logger.propagate = False
    logger.handlers = [logging.NullHandler()]
    return logger
