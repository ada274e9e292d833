"""What happens when a workspace uninstalls the app, or revokes its token."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.installations.access import Access
from core.telemetry import Emit

OnUninstalled = Callable[[str], Awaitable[None]]  # by workspace; may be called twice
Next = Callable[[], Awaitable[None]]
Middleware = Callable[[Mapping[str, Any], Next], Awaitable[None]]


def leaving(access: Access, on_uninstalled: OnUninstalled, *, emit: Emit) -> Middleware:
    """A global middleware for Bolt: `app.use(leaving(...))`.

    It works before Slack has its answer, as no listener does: when something fails, Slack tells us again.
    The token goes last, for jobs that end may still use it, but it goes whatever failed before.
    """

    async def leave(body: Mapping[str, Any], next_: Next) -> None:
        if _is_end(body):
            workspace = str(body["team_id"])
            if await access.has_left(workspace):
                try:
                    await on_uninstalled(workspace)
                finally:
                    await access.forget(workspace)
                emit("uninstalled", workspace=workspace)
        await next_()

    return leave


def _is_end(body: Mapping[str, Any]) -> bool:
    """Whether an event says that the bot has lost its place. A person's token is no concern: we have none."""
    event = body.get("event")
    if body.get("type") != "event_callback" or not isinstance(event, dict):
        return False
    if event.get("type") == "tokens_revoked":
        return bool(event.get("tokens", {}).get("bot"))
    return event.get("type") == "app_uninstalled"
