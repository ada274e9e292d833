"""What comes along from a message into the form that asks for a brief."""

from __future__ import annotations

from core.pipeline.brief import MAX_FILES
from handlers.blocks.modal import Along
from handlers.requests.model import Request


def along_with(request: Request) -> Along:
    """The files of a message, and the thread that an answer to it belongs in."""
    files = tuple(file.id for file in request.files[:MAX_FILES])
    return Along(files=files, channel=request.channel, thread=request.thread or "")
