"""The App Home: what the bot does, and the drafts that whoever looks asked for."""

from __future__ import annotations

from collections.abc import Mapping

from slack_bolt.async_app import AsyncApp, AsyncBoltContext

from core.errors import DeliveryError
from handlers.blocks.home import home
from handlers.desk import Desk
from handlers.slack_refusals import FAILURES, delivery_error

SHOWN = 10  # drafts
LOOKED_AT = 200  # drafts of the workspace, of which one's own are shown


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the tab being opened."""

    async def opened(event: Mapping[str, str], context: AsyncBoltContext) -> None:
        if event.get("tab") == "home" and context.team_id:
            await _publish(context.team_id, event["user"], desk)

    app.event("app_home_opened")(opened)


async def _publish(workspace: str, user: str, desk: Desk) -> None:
    drafts = await desk.store.drafts.recent(workspace, limit=LOOKED_AT)
    mine = [draft for draft in drafts if draft.requester == user][:SHOWN]
    try:
        slack = await desk.clients(workspace)
        base = await desk.links.base(workspace, desk.clients)
        await slack.views_publish(user_id=user, view=home(mine, base))
    except (DeliveryError, *FAILURES) as failure:
        error = failure if isinstance(failure, DeliveryError) else delivery_error(failure)
        desk.emit("home_not_shown", workspace=workspace, cause=error.code)
