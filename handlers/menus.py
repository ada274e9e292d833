"""Entries of a draft's menu, each listened to by itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncApp

from handlers.blocks.buttons import Action, Entry
from handlers.desk import Body
from handlers.requests.payloads import Clicks


def on_entry(app: AsyncApp, entry: Entry, listener: Callable[..., Awaitable[Any]]) -> None:
    """Have a listener called when this entry is chosen; listeners of the whole menu come after it."""

    async def is_chosen(body: Body) -> bool:
        clicked = Clicks.model_validate(dict(body)).actions[0]
        value = (clicked.selected_option and clicked.selected_option.value) or ""
        return value.partition(" ")[0] == entry

    app.action(Action.MORE, matchers=[is_chosen])(listener)


def chosen_in_menu(value: str) -> str:
    """What the entry that was chosen carries."""
    return value.partition(" ")[2]
