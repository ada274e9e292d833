"""The pages on which a person lets the app into a workspace."""

from __future__ import annotations

import html
import secrets
from urllib.parse import urlencode

from aiohttp import web

from bot.playground.slack.records import Code, User, Workspace
from bot.playground.slack.refusals import Refused
from bot.playground.slack.site import Site
from bot.playground.slack.world import World


class OAuth:
    """Serves /oauth/v2/authorize."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def authorize(self, request: web.Request) -> web.Response:
        """GET /oauth/v2/authorize: back to the app with a code, at once where there is nothing to choose.

        With several workspaces and no `team` it asks which; with `deny=1` the person says no.
        """
        world, query = self._site.world, dict(request.query)
        try:
            address = _redirect_uri(world, query)
            scopes = _scopes(world, query)
            teams = _teams(world, query.get("team", ""))
        except Refused as refused:
            return web.Response(status=400, text=f"<h1>{refused.error}</h1>", content_type="text/html")
        state = {"state": query.get("state", "")}
        if query.get("deny") == "1":
            raise web.HTTPFound(_back(address, {"error": "access_denied", **state}))
        if len(teams) > 1:
            return web.Response(text=_choice(teams, query), content_type="text/html")
        code = _code(world, teams[0], scopes, query.get("redirect_uri", ""))
        raise web.HTTPFound(_back(address, {"code": code.value, **state}))


def _redirect_uri(world: World, query: dict[str, str]) -> str:
    if query.get("client_id") != world.app.client_id:
        raise Refused("invalid_client_id")
    given = query.get("redirect_uri", "")
    known = world.app.redirect_urls
    if given and not any(given == url or given.startswith((f"{url}?", f"{url}/")) for url in known):
        raise Refused("bad_redirect_uri")
    if not given and not known:
        raise Refused("no_redirect_uri")
    return given or known[0]


def _scopes(world: World, query: dict[str, str]) -> frozenset[str]:
    scopes = frozenset(filter(None, query.get("scope", "").replace(" ", ",").split(",")))
    if not scopes or scopes - world.app.scopes:
        raise Refused("invalid_scope")
    if query.get("user_scope"):
        raise Refused("user_scope_not_supported")
    return scopes


def _teams(world: World, wanted: str) -> list[Workspace]:
    teams = [team for team in world.workspaces if wanted in {"", team.id}]
    if not teams:
        raise Refused("invalid_team")
    return teams


def _code(world: World, team: Workspace, scopes: frozenset[str], redirect_uri: str) -> Code:
    return world.codes.put(
        Code(
            value=f"{world.new_id('')}.{secrets.token_hex(16)}",
            team=team.id,
            user=_installer(world, team).id,
            scopes=scopes,
            redirect_uri=redirect_uri,
            issued=world.clock.now(),
        )
    )


def _installer(world: World, team: Workspace) -> User:
    people = [user for user in world.users if user.team == team.id and not user.is_bot and not user.deleted]
    people.sort(key=lambda user: not user.is_admin)
    if not people:
        raise web.HTTPBadRequest(text="nobody in this workspace can install an app")
    return people[0]


def _back(address: str, answer: dict[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(answer)}"


def _choice(teams: list[Workspace], query: dict[str, str]) -> str:
    links = [(html.escape(urlencode({**query, "team": team.id})), html.escape(team.name)) for team in teams]
    items = "".join(f'<li><a href="?{address}">{name}</a></li>' for address, name in links)
    return f"<!DOCTYPE html><title>Install</title><h1>Choose a workspace</h1><ul>{items}</ul>"
