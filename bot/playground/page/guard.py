"""Who may talk to the playground: this machine's own browser, on this page, and the bot.

A page elsewhere can point its own name at 127.0.0.1, or send requests here blindly; both are refused.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.addresses import LOOPBACK
from bot.playground.page.asking import Wrong
from bot.playground.slack.people.cannot import Cannot

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
PAGES = "/page/"
_NEAR = frozenset({"same-origin", "none"})  # of Sec-Fetch-Site
_REFUSED = 403


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse strangers; turn what cannot be done into a sentence."""
    if not _is_here(f"//{request.host}") or (request.path.startswith(PAGES) and not _is_own(request)):
        return problem(_REFUSED, "Requests are taken from this page alone.")
    try:
        return await handler(request)
    except Wrong as wrong:
        return problem(wrong.status, wrong.text)
    except Cannot as cannot:
        text = str(cannot)
        return problem(409, f"{text[:1].upper()}{text[1:]}.")
    except web.HTTPRequestEntityTooLarge:
        return problem(413, "The file is too large: 100 MB at most.")


def problem(status: int, text: str) -> web.Response:
    """An error as the page takes it."""
    return web.json_response({"error": text}, status=status)


def _is_here(url: str) -> bool:
    try:
        return urlsplit(url).hostname in LOOPBACK
    except ValueError:
        return False


def _is_own(request: web.Request) -> bool:
    """Whether the page itself asks: a browser says where a request comes from, other programs need not."""
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    return origin in {None, f"http://{request.host}"} and (site is None or site in _NEAR)
