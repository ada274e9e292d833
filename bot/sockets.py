"""Slack's requests over Socket Mode: the bot calls Slack, and nothing has to reach the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp


@asynccontextmanager
async def connected(app: AsyncApp, app_token: str) -> AsyncIterator[None]:
    """Take requests from a socket, which is opened anew when it breaks."""
    handler = AsyncSocketModeHandler(app, app_token)  # within the loop, which it takes for its own
    try:
        await handler.client.connect()  # type: ignore[no-untyped-call]  # slack_sdk types only some
        yield
    finally:
        await handler.client.close()  # type: ignore[no-untyped-call]  # the same
