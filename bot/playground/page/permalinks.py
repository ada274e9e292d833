"""Links to messages, as chat.getPermalink gives them: they lead to the page."""

from __future__ import annotations

from urllib.parse import urlencode

from aiohttp import web

_FRACTION = 6  # digits of a message's time behind the point


def routes() -> list[web.RouteDef]:
    """Its routes."""
    return [web.get(r"/archives/{channel:\w+}/p{digits:\d{7,}}", _shown)]


async def _shown(request: web.Request) -> web.Response:
    """GET /archives/{channel}/p{time}: go to the page, with the message's thread open."""
    digits = request.match_info["digits"]
    time = f"{digits[:-_FRACTION]}.{digits[-_FRACTION:]}"
    place = {"in": request.match_info["channel"], "thread": request.query.get("thread_ts", time)}
    return web.Response(status=302, headers={"Location": f"/#{urlencode(place)}"})
