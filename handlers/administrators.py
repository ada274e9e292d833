"""Whether somebody administers the workspace: asked of Slack each time, since that changes."""

from __future__ import annotations

from core.errors import DeliveryError
from handlers.desk import Desk
from handlers.slack_refusals import FAILURES, in_time


async def is_administrator(workspace: str, user: str, desk: Desk) -> bool:
    """True for its administrators and owners; False, too, where Slack does not say."""
    try:
        slack = await desk.clients(workspace)
        async with in_time():
            answer = await slack.users_info(user=user)
    except (DeliveryError, *FAILURES):
        return False
    return bool(answer["user"].get("is_admin") or answer["user"].get("is_owner"))
