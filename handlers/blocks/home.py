"""What the App Home shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.store.records import Draft
from handlers.blocks.buttons import Action
from handlers.blocks.help import introduction
from handlers.blocks.lists import drafts_listed
from handlers.blocks.parts import Button, actions
from handlers.view import Block


def home(drafts: Sequence[Draft], base: str = "", *, settings: Sequence[Block] = ()) -> dict[str, Any]:
    """The tab of somebody who asked for these drafts, with the settings as they may see them.

    `base` is the workspace's address, for links.
    """
    begin = Button(text="New decision", action=Action.OPEN_FORM, value="", style="primary")
    mine = drafts_listed("Your drafts", drafts, base)
    return {"type": "home", "blocks": [*introduction(), actions([begin]), mine, *settings]}
