"""Everything else that Slack sends: acknowledged, so that Slack does not take the app for broken."""

from __future__ import annotations

import re

from slack_bolt.async_app import AsyncAck, AsyncApp

EVERYTHING = re.compile(".*")


def register(app: AsyncApp) -> None:
    """Listen to what nobody else listens to; register it last.

    Bolt answers 404 to an event without a listener, and too many of those have Slack disable the app's
    events. https://docs.slack.dev/apis/events-api
    """
    app.event(EVERYTHING)(_nothing)
    for listen in (app.action, app.shortcut, app.view, app.view_closed, app.options, app.command):
        listen(EVERYTHING)(_acknowledged)


async def _nothing() -> None:
    """Bolt has acknowledged the event."""


async def _acknowledged(ack: AsyncAck) -> None:
    await ack()
