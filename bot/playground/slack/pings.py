"""Which people a text would ping, as Slack reads mrkdwn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.playground.slack.records import Json, Message

# https://docs.slack.dev/messaging/formatting-message-text#advanced
_PING = re.compile(r"<(!(?:channel|here|everyone)|@[UW][A-Z0-9]+|!subteam\^S[A-Z0-9]+)(?:\|[^>\n]*)?>")


def pings(text: str) -> list[str]:
    """Every ping that `text` would mint, in order: `!channel`, `!here`, `!everyone`, `@U…`, `!subteam^S…`."""
    return _PING.findall(text)


def message_pings(message: Message) -> list[str]:
    """Every ping in a message: its text, its mrkdwn and markdown, and its rich text."""
    return pings(message.text) + [ping for block in message.blocks for ping in _inside(block)]


def _inside(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from _inside(part)
    elif isinstance(value, dict):
        yield from _at(value)
        for part in value.values():
            yield from _inside(part)


def _at(piece: Json) -> Iterator[str]:
    match piece:
        case {"type": "mrkdwn" | "markdown", "text": str(text)}:
            yield from pings(text)
        case {"type": "broadcast", "range": str(everyone)}:
            yield f"!{everyone}"
        case {"type": "user", "user_id": str(user)}:
            yield f"@{user}"
        case {"type": "usergroup", "usergroup_id": str(group)}:
            yield f"!subteam^{group}"
