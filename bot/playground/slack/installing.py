"""The app's life in a workspace: installed, given tokens, revoked, removed."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace

from bot.playground.slack.records import Code, Installation, Token, User
from bot.playground.slack.refusals import Refused
from bot.playground.slack.world import World

TOKEN_LIFETIME = 43_200.0  # seconds: twelve hours
CODE_LIFETIME = 600.0  # seconds
LIVE_TOKENS = 2  # that rotation leaves valid side by side


def install(world: World, *, team: str, installer: str, scopes: Iterable[str]) -> Token:
    """Install the app, or install it again: its bot user stays, its scopes only grow."""
    before = world.installations.get(team)
    if before:
        installation = replace(before, installer=installer, scopes=before.scopes | set(scopes), active=True)
    else:
        name = world.app.name.lower().replace(" ", "-")
        bot = User(id=world.new_id("U"), team=team, name=name, real_name=world.app.name, is_bot=True)
        world.users.put(bot)
        installation = Installation(
            team=team,
            bot_user=bot.id,
            bot=world.new_id("B"),
            installer=installer,
            scopes=frozenset(scopes),
        )
    world.installations.put(installation)
    return new_token(world, team)


def new_token(world: World, team: str) -> Token:
    """A fresh bot token; without rotation, the one that is still good."""
    now, rotates = world.clock.now(), world.app.rotates_tokens
    live = live_tokens(world, team)
    if live and not rotates:
        return live[-1]
    for old in live[: max(0, len(live) - LIVE_TOKENS + 1)]:
        world.tokens.put(replace(old, expires=now))
    serial = f"{world.new_id('')}-{secrets.token_hex(12)}"
    token = Token(
        value=f"xoxe.xoxb-1-{serial}" if rotates else f"xoxb-{serial}",
        team=team,
        issued=now,
        expires=now + TOKEN_LIFETIME if rotates else None,
        refresh=f"xoxe-1-{serial}" if rotates else "",
    )
    return world.tokens.put(token)


def live_tokens(world: World, team: str) -> list[Token]:
    """The tokens of a workspace that are good now, oldest first."""
    now = world.clock.now()
    return [
        token
        for token in world.tokens
        if token.team == team and not token.revoked and (token.expires is None or token.expires > now)
    ]


def refresh(world: World, refresh_token: str) -> Token:
    """Exchange a refresh token, once. Raises Refused when it is unknown or used."""
    old = next((token for token in world.tokens if token.refresh and token.refresh == refresh_token), None)
    if old is None or old.refreshed or old.revoked or world.installed(old.team) is None:
        raise Refused("invalid_refresh_token")
    world.tokens.put(replace(old, refreshed=True))
    return new_token(world, old.team)


def use_code(world: World, value: str, redirect_uri: str) -> Code:
    """Use an OAuth code up. Raises Refused when it is unknown, used, too old or for another address."""
    code = world.codes.get(value)
    if code is None or world.clock.now() - code.issued > CODE_LIFETIME:
        raise Refused("invalid_code")
    if code.used:
        raise Refused("code_already_used")
    if redirect_uri != code.redirect_uri:
        raise Refused("bad_redirect_uri")
    return world.codes.put(replace(code, used=True))


def revoke(world: World, token: Token) -> None:
    """Revoke a token; with the last one, the app is gone from the workspace."""
    world.tokens.put(replace(token, revoked=True))
    installation = world.installed(token.team)
    if installation and not live_tokens(world, token.team):
        world.installations.put(replace(installation, active=False))


def uninstall(world: World, team: str) -> None:
    """Remove the app from a workspace; its tokens are revoked."""
    installation = world.installed(team)
    if installation:
        world.installations.put(replace(installation, active=False))
    for token in world.tokens:
        if token.team == team and not token.revoked:
            world.tokens.put(replace(token, revoked=True))
