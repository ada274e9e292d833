"""A way through the playground to the real providers, for when they shall look slow or down."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import aiohttp
from aiohttp import web

from bot.playground.model.standin import refusal
from bot.playground.model.trouble import ModelTrouble

PATH = "/model/pass"  # then the provider, then what is asked of it
LATE = 20.0  # seconds until a slow model begins
_KEPT_BACK = frozenset({"host", "content-length", "connection", "transfer-encoding", "accept-encoding"})
_NOT_BACK = frozenset({"content-length", "content-encoding", "connection", "transfer-encoding"})


class Passing:
    """Passes requests on; `providers` are their addresses by name. Keys go nowhere else."""

    def __init__(self, trouble: ModelTrouble, providers: Mapping[str, str]) -> None:
        self._trouble = trouble
        self._providers = providers

    def routes(self) -> list[web.RouteDef]:
        """Its routes."""
        return [web.route("*", f"{PATH}/{{provider}}/{{path:.*}}", self.serve)]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Pass one request on, and stream what comes back."""
        base = self._providers.get(request.match_info["provider"])
        if base is None:
            raise web.HTTPNotFound
        if self._trouble.down:
            return refusal(503, "The model is down: a switch of the playground is on.")
        if self._trouble.slow:
            await asyncio.sleep(LATE)
        url = f"{base.rstrip('/')}/{request.match_info['path']}"
        headers = {name: value for name, value in request.headers.items() if name.lower() not in _KEPT_BACK}
        try:
            async with (
                aiohttp.ClientSession(trust_env=True) as session,
                session.request(
                    request.method, url, params=request.query, data=await request.read(), headers=headers
                ) as answer,
            ):
                return await _back(request, answer)
        except aiohttp.ClientConnectionError:
            return refusal(503, "The provider cannot be reached.")


async def _back(request: web.Request, answer: aiohttp.ClientResponse) -> web.StreamResponse:
    headers = {name: value for name, value in answer.headers.items() if name.lower() not in _NOT_BACK}
    response = web.StreamResponse(status=answer.status, headers=headers)
    await response.prepare(request)
    async for piece in answer.content.iter_any():
        await response.write(piece)
    return response
