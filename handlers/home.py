"""The App Home: what the bot does, the drafts of whoever looks, and the settings of their workspace."""

from __future__ import annotations

from collections.abc import Mapping

from slack_bolt.async_app import AsyncApp, AsyncBoltContext

from core.errors import DeliveryError
from handlers.administrators import is_administrator
from handlers.blocks.home import home
from handlers.blocks.home_settings import for_administrators, for_others
from handlers.choices import choices_of
from handlers.desk import Desk
from handlers.slack_refusals import FAILURES, delivery_error
from handlers.view import Block

SHOWN = 10  # drafts
LOOKED_AT = 200  # drafts of the workspace, of which one's own are shown


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the tab being opened."""

    async def opened(event: Mapping[str, str], context: AsyncBoltContext) -> None:
        if event.get("tab") == "home" and context.team_id:
            await publish(context.team_id, event["user"], desk)

    app.event("app_home_opened")(opened)


async def publish(workspace: str, user: str, desk: Desk) -> None:
    """Show somebody the tab as it is now. Emits home_not_shown when Slack does not take it."""
    drafts = await desk.store.drafts.recent(workspace, limit=LOOKED_AT)
    mine = [draft for draft in drafts if draft.requester == user][:SHOWN]
    try:
        slack = await desk.clients(workspace)
        base = await desk.links.base(workspace, desk.clients)
        settings = await _settings(workspace, user, desk)
        await slack.views_publish(user_id=user, view=home(mine, base, settings=settings))
    except (DeliveryError, *FAILURES) as failure:
        error = failure if isinstance(failure, DeliveryError) else delivery_error(failure)
        desk.emit("home_not_shown", workspace=workspace, cause=error.code)


async def _settings(workspace: str, user: str, desk: Desk) -> list[Block]:
    """What holds in the workspace: to be changed by its administrators, to be read by everybody else."""
    stored = await desk.store.workspaces.get(workspace)
    choices = choices_of(stored, await desk.store.watches.of(workspace), desk.operation)
    shown = for_administrators if await is_administrator(workspace, user, desk) else for_others
    return shown(choices)
