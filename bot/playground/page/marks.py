"""What each person has read, channel by channel."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bot.playground.slack.records import Message


class Marks:
    """The time of the newest message read, by person and channel; kept as JSON."""

    def __init__(self, saved: bytes = b"") -> None:
        self._read: dict[str, str] = dict(json.loads(saved)) if saved else {}

    def read(self, user: str, channel: str, ts: str) -> None:
        """All up to this time is read; a mark never goes back."""
        key = f"{user}:{channel}"
        self._read[key] = max(ts, self._read.get(key, ""))

    def unread(self, user: str, messages: Iterable[Message]) -> int:
        """How many of one channel's messages are new to a person: not replies, nor what they wrote."""
        return sum(
            message.ts > self._read.get(f"{user}:{message.channel}", "")
            for message in messages
            if message.user != user and (message.broadcast or not message.is_reply)
        )

    def dump(self) -> bytes:
        """All marks, as JSON."""
        return json.dumps(self._read).encode()
