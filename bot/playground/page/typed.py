"""What a person types, as Slack writes it into a message.

https://docs.slack.dev/messaging/formatting-message-text#escaping
"""

from __future__ import annotations

import re

_REFERENCE = re.compile(r"(<@[UW][A-Z0-9]+>|<#C[A-Z0-9]+(?:\|[^<>|]*)?>)")


def escaped(text: str) -> str:
    """The text with & < > escaped, but for mentions of people and channels."""
    pieces = _REFERENCE.split(text)
    return "".join(piece if _REFERENCE.fullmatch(piece) else _escape(piece) for piece in pieces)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
