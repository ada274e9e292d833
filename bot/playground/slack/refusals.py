"""Slack's way of saying no."""

from __future__ import annotations

from collections.abc import Sequence

from bot.playground.slack.records import Json


class Refused(Exception):
    """Slack answers `ok: false`. `messages` say more in `response_metadata`; `fields` go beside it."""

    def __init__(self, error: str, *, messages: Sequence[str] = (), **fields: object) -> None:
        super().__init__(error, *messages)
        self.error = error
        self.messages = tuple(messages)
        self.fields = fields

    @property
    def answer(self) -> Json:
        """The body of the answer."""
        answer: Json = {"ok": False, "error": self.error, **self.fields}
        if self.messages:
            answer["response_metadata"] = {"messages": [f"[ERROR] {text}" for text in self.messages]}
        return answer


class Throttled(Exception):
    """Slack answers 429. `retry_after` is in whole seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after
