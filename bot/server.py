"""The bot over HTTP: Slack's address behind the guard, health and metrics beside it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiohttp import web
from slack_bolt.async_app import AsyncApp

from bot.guard import LARGEST, PATH, guard
from bot.receiving import receive
from core.clock import Clock
from core.errors import SettingsError
from core.telemetry import Emit

CLOSING = 3.0  # seconds that requests under way have when the server stops


def web_app(
    app: AsyncApp | None,
    *,
    signing_secret: str,
    clock: Clock,
    emit: Emit,
    beside: Iterable[web.AbstractRouteDef] = (),
) -> web.Application:
    """The web application; `beside` are the pages that anybody may get. Raises SettingsError.

    Without an app it has those pages alone, as in Socket Mode.
    """
    if app is None:
        application = web.Application()
    else:
        guarded = guard(signing_secret, clock=clock, emit=emit)
        application = web.Application(middlewares=[guarded], client_max_size=LARGEST)
        application.router.add_post(PATH, receive(app, emit=emit))
    application.router.add_routes(beside)
    return application


@asynccontextmanager
async def served(application: web.Application, *, host: str, port: int) -> AsyncIterator[int]:
    """Serve the application; yields the port it is at. Raises SettingsError where the port cannot be had."""
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=CLOSING)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            why = os.strerror(error.errno or 0).lower()
            raise SettingsError("PORT", f"nothing can be served at {port} ({why})") from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()
