"""What the App Home shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.store.records import Draft
from handlers.blocks.help import introduction
from handlers.blocks.lists import draft_lines
from handlers.blocks.parts import section


def home(drafts: Sequence[Draft]) -> dict[str, Any]:
    """The tab of somebody who asked for these drafts."""
    lines = draft_lines(drafts) or ["None yet."]
    return {"type": "home", "blocks": [*introduction(), section("\n".join(lines), title="Your drafts")]}
