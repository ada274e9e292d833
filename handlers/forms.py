"""Opens the form for somebody who just did something that allows it."""

from __future__ import annotations

from core.errors import DeliveryError
from core.pipeline.brief import MAX_FILES
from handlers.blocks.modal import Along, form
from handlers.blocks.notice import notice
from handlers.desk import Desk
from handlers.errors import explain
from handlers.requests.model import Request
from handlers.slack_refusals import FAILURES, delivery_error


async def open_form(request: Request, desk: Desk, *, brief: str = "", along: Along | None = None) -> None:
    """Open it with what is known. A form that does not open is said so."""
    view = form(brief=brief, channel=request.channel or None, along=along)
    try:
        slack = await desk.clients(request.workspace)
        await slack.views_open(trigger_id=request.trigger_id, view=view)
    except (DeliveryError, *FAILURES) as failure:
        error = failure if isinstance(failure, DeliveryError) else delivery_error(failure)
        desk.emit("form_not_opened", workspace=request.workspace, cause=error.code)
        await desk.privately.answer(request, notice(explain(error), written=brief))


def along_with(request: Request) -> Along:
    """The files of a message, for the form that asks for a brief beside them."""
    files = tuple(file.id for file in request.files[:MAX_FILES])
    return Along(files=files, channel=request.channel, thread=request.thread or "")
