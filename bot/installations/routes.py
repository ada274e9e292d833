"""Where the app is installed from: two addresses for people's browsers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.installations import pages
from core.telemetry import Emit
from handlers.slack_refusals import FAILURES

_WORKSPACE = re.compile(r"[A-Z0-9]{1,32}")


def routes(flow: AsyncOAuthFlow, *, emit: Emit) -> list[web.RouteDef]:
    """The pages of an OAuth flow."""

    async def install(request: web.Request) -> web.StreamResponse:
        wanted = request.query.get("team", "")  # which of a person's workspaces
        query = {"team": [wanted]} if _WORKSPACE.fullmatch(wanted) else {}
        return await to_aiohttp_response(await flow.handle_installation(_asked(request, query)))

    async def redirect(request: web.Request) -> web.StreamResponse:
        query = {name: request.query.getall(name) for name in request.query}
        try:
            answer = await flow.handle_callback(_asked(request, query))
        except FAILURES:
            emit("install_failed", reason="unreachable")
            page = pages.not_installed("unreachable", install_path=flow.install_path)
            return web.Response(status=503, text=page, content_type="text/html")
        return await to_aiohttp_response(answer)

    return [web.get(flow.install_path, install), web.get(flow.redirect_uri_path, redirect)]


def _asked(request: web.Request, query: dict[str, list[str]]) -> AsyncBoltRequest:
    headers: dict[str, str | Sequence[str]] = dict(request.headers)
    asked: dict[str, Sequence[str]] = dict(query)
    return AsyncBoltRequest(body="", query=asked, headers=headers)
