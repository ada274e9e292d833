"""Cursors: where the next page of a list begins."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import TypeVar

from bot.playground.slack.api.arguments import Arguments
from bot.playground.slack.refusals import Refused

T = TypeVar("T")


def page(items: Sequence[T], args: Arguments, *, default: int, maximum: int) -> tuple[Sequence[T], str]:
    """The items a call asks for, and the cursor of those after them. Raises Refused for a foreign cursor."""
    start = _start(args.text("cursor"))
    end = start + args.count("limit", default, maximum=maximum)
    return items[start:end], _cursor(end) if end < len(items) else ""


def _cursor(start: int) -> str:
    return base64.b64encode(f"next:{start}".encode()).decode()


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        word, _, number = base64.b64decode(cursor, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise Refused("invalid_cursor") from None
    if word != "next" or not number.isascii() or not number.isdigit():
        raise Refused("invalid_cursor")
    return int(number)
