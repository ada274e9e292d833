"""The listeners of the bot, hooked into a Bolt app."""

from __future__ import annotations

import logging
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp

from core.telemetry import Emit
from handlers import actions, commands, home, messages, others, shortcuts, submissions
from handlers.desk import Desk


def build_app(desk: Desk, **authorization: Any) -> AsyncApp:  # noqa: ANN401  whatever AsyncApp takes
    """An app that knows whom it speaks for by `authorization`: a token, or `authorize`.

    It verifies no signature: whatever calls it has (`bot.guard`, or Socket Mode).
    """
    app = AsyncApp(name="crossroads", logger=_silent(), request_verification_enabled=False, **authorization)
    for listeners in (commands, messages, shortcuts, submissions, actions, home):
        listeners.register(app, desk)
    others.register(app)
    app.error(_on_error(desk.emit))
    return app


def _on_error(emit: Emit) -> Any:  # noqa: ANN401  Bolt asks for its arguments by their names
    async def failed(error: Exception) -> BoltResponse:
        emit("listener_failed", cause=type(error).__name__, at=_place(error))
        return BoltResponse(status=500)  # Slack delivers an event again

    return failed


def _place(error: Exception) -> str:
    """Where an error arose, without its words, which may quote what nobody should log."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}"


def _silent() -> logging.Logger:
    """A logger that says nothing: Bolt's own records hold bodies of requests."""
    logger = logging.getLogger("crossroads.bolt")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    return logger
