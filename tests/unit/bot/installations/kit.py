"""Installations in a database, of an app in a local Slack whose tokens expire."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from time import time

import sqlalchemy as sa
from aiohttp import ClientSession, ClientTimeout
from cryptography.fernet import Fernet
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from bot.installations.encryption import TokenCipher
from bot.installations.rotating import Rotation
from bot.installations.rows import BotRows
from bot.installations.store import Installations
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.records import Token, Workspace
from core import database
from core.clock import Clock, SystemClock
from tests.fakes.facts import Facts
from tests.unit.playground.scene import full_app

KEY, OLDER = Fernet.generate_key().decode(), Fernet.generate_key().decode()
CLIENT_ID = full_app().client_id
HOUR = 3_600


def installation(workspace: str = "T1", *, token: str = "xoxb-secret", **fields: object) -> Installation:  # noqa: S107  a fake
    given = {
        "app_id": "A1",
        "team_id": workspace,
        "team_name": "Acme",
        "bot_token": token,
        "bot_id": "B1",
        "bot_user_id": "U0BOT",
        "bot_scopes": "chat:write,commands",
        "user_id": "U1",
    }
    return Installation(**(given | fields))  # type: ignore[arg-type]  # any field of it


def of_token(token: Token, *, lasts: float) -> Installation:
    """An installation with this token, said to last so many seconds from now."""
    return installation(
        token.team,
        token=token.value,
        bot_refresh_token=token.refresh,
        bot_token_expires_at=int(time() + lasts),
    )


@asynccontextmanager
async def opened_rows(url: str, keys: str = KEY) -> AsyncIterator[BotRows]:
    engine = database.open_async(database.parse(url))
    try:
        rows = BotRows(CLIENT_ID, engine, TokenCipher(keys))
        await rows.prepare()
        yield rows
    finally:
        await engine.dispose()


async def everything_in(url: str) -> str:
    """All that the database holds of installations, as one text."""
    engine = database.open_async(database.parse(url))
    async with engine.connect() as connection:
        rows = [
            str(row)
            for table in ("slack_bots", "slack_installations")
            for row in await connection.execute(sa.text(f"SELECT * FROM {table}"))  # noqa: S608  our own names
        ]
    await engine.dispose()
    return "\n".join(rows)


@dataclass(frozen=True, kw_only=True)
class Replica:
    """One process's view of the installations."""

    rows: BotRows
    rotation: Rotation
    installations: Installations
    facts: Facts


@asynccontextmanager
async def replica(url: str, slack: LocalSlack) -> AsyncIterator[Replica]:
    clock, facts = SystemClock(), Facts()
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(ClientSession(timeout=ClientTimeout(total=60)))
        client = AsyncWebClient(
            base_url=slack.api_url, session=session, retry_handlers=[], logger=logging.getLogger("silent")
        )
        engine = database.open_async(database.parse(url))
        stack.push_async_callback(engine.dispose)
        rows = BotRows(CLIENT_ID, engine, TokenCipher(KEY))
        await rows.prepare()
        rotator = AsyncTokenRotator(
            client_id=slack.app.client_id, client_secret=slack.app.client_secret, client=client
        )
        rotation = Rotation(rows, rotator=rotator, engine=engine, clock=clock, emit=facts)
        installations = Installations(rows, rotation, clock=clock)
        yield Replica(rows=rows, rotation=rotation, installations=installations, facts=facts)


@dataclass(frozen=True, kw_only=True)
class Rotating:
    """A local Slack with the app in one workspace, and its token."""

    slack: LocalSlack
    team: Workspace
    token: Token

    def newest(self) -> str:
        """The token that Slack gave out last."""
        return [token.value for token in self.slack.world.tokens if token.team == self.team.id][-1]

    def renewals(self) -> int:
        """How often a refresh token was used, successfully or not."""
        return len(self.slack.calls.of("oauth.v2.access"))

    def use_refresh_token_up(self) -> None:
        self.slack.world.tokens.put(replace(self.token, refreshed=True))


@asynccontextmanager
async def rotating_slack(clock: Clock | None = None) -> AsyncIterator[Rotating]:
    async with LocalSlack(full_app(rotates_tokens=True), clock=clock, patience=60.0) as slack:
        team = slack.add_workspace("Acme")
        slack.add_person(team, "Ann", admin=True)
        yield Rotating(slack=slack, team=team, token=slack.install(team))
