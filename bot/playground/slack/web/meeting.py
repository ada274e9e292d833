"""How a request meets the trouble that was ordered for it."""

from __future__ import annotations

from aiohttp import web

from bot.playground.slack.site import Site


async def meet(site: Site, where: str, request: web.Request) -> web.Response | None:
    """Wait, break the connection, fail or redirect, as ordered for `where`; None when all is well."""
    if plan := site.trouble.take("delay", where):
        await site.world.clock.sleep(plan.amount)
    if site.trouble.take("drop", where):
        return cut(request)
    if plan := site.trouble.take("fail", where):
        return web.Response(status=int(plan.amount))
    if plan := site.trouble.take("redirect", where):
        return web.Response(status=302, headers={"Location": plan.word})
    return None


def cut(request: web.Request) -> web.Response:
    """Break the connection; the response goes nowhere."""
    if request.transport:
        request.transport.abort()
    return web.Response()
