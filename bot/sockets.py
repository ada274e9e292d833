"""Slack's requests over Socket Mode: the bot calls Slack, and nothing has to reach the bot."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient

from bot.persisting import persist
from core.clock import Clock
from core.errors import PlaceClosed, SettingsError
from core.telemetry import Emit
from handlers.slack_refusals import FAILURES, delivery_error

PING = 10.0  # seconds between two looks at the socket, and between two attempts at a new one


@asynccontextmanager
async def connected(
    app: AsyncApp, app_token: str, *, stop: asyncio.Event, clock: Clock, emit: Emit
) -> AsyncIterator[None]:
    """Take requests from a socket, which is opened anew when it breaks. Once `stop` is set, wait for none.

    Raises SettingsError when Slack refuses the token. Emits socket_failed whenever a socket cannot be had.
    """
    client = AsyncSocketModeHandler(app, app_token, logger=_silent(), ping_interval=PING).client
    client.logger.handlers = [_Failures(client, emit)]
    opening = asyncio.ensure_future(_open(client, clock, emit))
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({opening, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if opening.done():
            opening.result()
        yield
    finally:
        opening.cancel()
        stopping.cancel()
        await asyncio.gather(opening, stopping, return_exceptions=True)
        await client.close()  # type: ignore[no-untyped-call]  # slack_sdk types only some


async def _open(client: SocketModeClient, clock: Clock, emit: Emit) -> None:
    client.wss_uri = await _address(client, clock, emit)
    await client.connect()  # type: ignore[no-untyped-call]  # slack_sdk types only some


async def _address(client: SocketModeClient, clock: Clock, emit: Emit) -> str:
    """Where the first socket is to be had. The client itself would ask for ever, whatever Slack says."""

    async def ask() -> str:
        try:
            answer = await client.web_client.apps_connections_open(app_token=client.app_token)
        except FAILURES as failure:
            raise delivery_error(failure) from failure
        return str(answer["url"])

    try:
        return await persist(ask, clock=clock, failed=lambda error: emit("socket_failed", code=error.code))
    except PlaceClosed as refused:
        raise _refused(refused) from refused


def _refused(error: PlaceClosed) -> SettingsError:
    return SettingsError(
        "SLACK_APP_TOKEN",
        f"Slack opens no socket for it ({error.code}); it needs the scope connections:write, and the app "
        "Socket Mode",
    )


class _Failures(logging.Handler):
    """Hears of whatever fails at the client, which tells nobody else and goes on."""

    def __init__(self, client: SocketModeClient, emit: Emit) -> None:
        super().__init__(logging.WARNING)
        self._client = client
        self._emit = emit
        self._told: BaseException | None = None

    def emit(self, _: logging.LogRecord) -> None:
        """Tell of it, in a word.

        The client would try the same address again and again (slack_sdk 3.47, SocketModeClient.connect), and
        an address opens one socket, soon or never: so it is taken away, and a new one asked for.
        """
        failure = sys.exc_info()[1]
        if failure is not None and failure is not self._told:  # it may write of one failure twice
            self._told = failure
            self._client.wss_uri = None
            self._emit("socket_failed", code=_code(failure))


def _code(failure: BaseException) -> str:
    return delivery_error(failure).code if isinstance(failure, FAILURES) else type(failure).__name__


def _silent() -> logging.Logger:
    """A logger that writes nothing: the records hold addresses and bodies."""
    logger = logging.getLogger("crossroads.socket")
    logger.propagate = False
    return logger
