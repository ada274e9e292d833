"""Opens a modal for somebody who just did something that allows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.errors import DeliveryError
from handlers.blocks.notice import notice
from handlers.desk import Desk
from handlers.errors import explain
from handlers.requests.model import Request
from handlers.slack_refusals import FAILURES, delivery_error


async def opened(request: Request, desk: Desk, view: Mapping[str, Any], *, written: str = "") -> None:
    """Open it. A modal that does not open is said so, and what the person had written given back."""
    try:
        slack = await desk.clients(request.workspace)
        await slack.views_open(trigger_id=request.trigger_id, view=dict(view))
    except (DeliveryError, *FAILURES) as failure:
        error = failure if isinstance(failure, DeliveryError) else delivery_error(failure)
        desk.emit("form_not_opened", workspace=request.workspace, cause=error.code)
        await desk.privately.answer(request, notice(explain(error), written=written))
