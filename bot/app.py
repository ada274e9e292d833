"""The listeners of the bot, hooked into a Bolt app."""

from __future__ import annotations

import logging
from typing import Any

from slack_bolt.async_app import AsyncApp

from handlers import (
    actions,
    advising,
    answering,
    commands,
    editing_form,
    exporting_form,
    feedback,
    forgetting,
    home,
    home_settings,
    looking_back,
    messages,
    others,
    refining_form,
    shortcuts,
    submissions,
)
from handlers.desk import Desk
from handlers.mishaps import failing

NOT_INSTALLED = (
    "Crossroads is not installed in this workspace any more. Ask an administrator of it to install it again."
)


def build_app(desk: Desk, **authorization: Any) -> AsyncApp:  # noqa: ANN401  whatever AsyncApp takes
    """An app that knows whom it speaks for by `authorization`: a token, or `authorize`.

    It verifies no signature: whatever calls it has (`bot.guard`, or Socket Mode).
    """
    app = AsyncApp(
        name="crossroads",
        logger=_silent(),
        request_verification_enabled=False,
        raise_error_for_unhandled_request=True,
        user_facing_authorize_error_message=NOT_INSTALLED,
        **authorization,
    )
    for listeners in (
        commands,
        messages,
        shortcuts,
        submissions,
        editing_form,
        exporting_form,
        feedback,
        forgetting,
        actions,
        refining_form,
        looking_back,
        advising,
        answering,
        home,
        home_settings,
    ):
        listeners.register(app, desk)
    others.register(app)
    app.error(failing(desk))
    return app


def _silent() -> logging.Logger:
    """A logger that says nothing: Bolt's own records hold bodies of requests."""
    logger = logging.getLogger("crossroads.bolt")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    return logger
