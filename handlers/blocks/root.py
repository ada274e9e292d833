"""The message that begins the thread of a slash command: who asks, and the brief, which nobody sees else."""

from __future__ import annotations

import re

from handlers.blocks.parts import mrkdwn, quote
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import cut, one_line
from handlers.view import Block, Kind, View

_USER = re.compile(r"[UW][A-Z0-9]{1,20}")  # https://docs.slack.dev/reference/objects/user-object
_GIST = 300  # characters of a brief that stand for all of it


def root(brief: str, *, user: str = "") -> View:
    """The message; with the beginning of the brief where all of it is too much."""
    text = f"To decide: {cut(one_line(brief), _GIST)}"
    return chain(
        Kind.STAGE,
        Rendering(text=text, blocks=[_asked(user), *quote(brief)]),
        Rendering(text=text, blocks=[_asked(user), *quote(cut(one_line(brief), _GIST))]),
        last=f"To decide: {brief}",
    )


def _asked(user: str) -> Block:
    """Names the person by id, so that Slack shows their name; it tells nobody else."""
    who = f"<@{user}> asks" if _USER.fullmatch(user) else "To decide"
    return {"type": "context", "elements": [mrkdwn(who)]}
