"""Opens the form for somebody who just did something that allows it."""

from __future__ import annotations

from handlers.blocks.modal import Along, form
from handlers.desk import Desk
from handlers.opening import opened
from handlers.requests.model import Request


async def open_form(request: Request, desk: Desk, *, brief: str = "", along: Along | None = None) -> None:
    """Open it with what is known. A form that does not open is said so."""
    view = form(brief=brief, channel=request.channel or None, along=along)
    await opened(request, desk, view, written=brief)
