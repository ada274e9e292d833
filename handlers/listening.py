"""How listeners are hooked into Bolt so that Slack is answered only after the work is stored."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from slack_bolt.async_app import AsyncApp, AsyncBoltContext

from handlers.desk import Body

Take = Callable[[Body, str], Awaitable[None]]  # a payload, and the bot's own user id


def on_event(app: AsyncApp, kind: str, take: Take) -> None:
    """Have an event taken before it is acknowledged; an error has Slack deliver it again.

    Bolt acknowledges events before their listeners run, and a listener that is cut off then is lost. What
    runs before a listener, its middleware, comes before the acknowledgement.
    """

    async def first(body: Body, context: AsyncBoltContext, next: Callable[[], Awaitable[None]]) -> None:  # noqa: A002  Bolt passes arguments by these names
        await take(body, context.bot_user_id or "")
        await next()

    app.event(kind, middleware=[first])(_nothing_more)


async def _nothing_more() -> None:
    """All is done."""
