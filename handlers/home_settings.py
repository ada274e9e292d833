"""Changes to a workspace's settings, by its administrators, in the App Home."""

from __future__ import annotations

from slack_bolt.async_app import AsyncAck, AsyncApp

from handlers.administrators import is_administrator
from handlers.blocks.buttons import Action
from handlers.blocks.home_settings import OFF, ON
from handlers.blocks.notice import notice
from handlers.choices import RETENTION, retentions
from handlers.desk import Body, Desk
from handlers.errors import Problem
from handlers.home import publish
from handlers.requests.model import Request
from handlers.requests.reading import asked_in

_NOT_YOURS = Problem(
    what="Only an administrator or owner of the workspace can change its settings.",
    next_step="Nothing was changed; ask one of them.",
)


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to both settings. A choice is stored before it is acknowledged, and then shown."""

    async def chosen(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        theirs = await is_administrator(request.workspace, request.user, desk)
        if theirs:
            await _store(request, desk)
        await ack()
        if not theirs:
            await desk.privately.answer(request, notice(_NOT_YOURS))
        await publish(request.workspace, request.user, desk)

    for action in (Action.SET_RISKS, Action.SET_RETENTION):
        app.action(action.value)(chosen)


async def _store(request: Request, desk: Desk) -> None:
    """Store what was chosen, if that is on offer. Emits setting_changed."""
    workspaces, offered = desk.store.workspaces, retentions(desk.operation.retention_days)
    if request.action == Action.SET_RISKS and request.value in {ON, OFF}:
        await workspaces.choose(request.workspace, risks=request.value == ON)
    elif request.action == Action.SET_RETENTION and request.value in map(str, offered):
        await workspaces.choose(request.workspace, settings={RETENTION: request.value})
    else:
        return
    desk.emit("setting_changed", workspace=request.workspace, setting=request.action, value=request.value)
