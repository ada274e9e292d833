"""What came of something a person did with the app."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.playground.slack.delivery.parcels import Answer, Delivery
from bot.playground.slack.records import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The delivery, what Slack told the person if it went wrong, and what the app found wrong in a form."""

    delivery: Delivery
    notice: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether the app took it, and nothing is left to mend."""
        return self.delivery.ok and not self.notice and not self.errors


def failure(answer: Answer) -> str:
    """Slack's name for what went wrong on the way; empty when nothing did."""
    if answer.ok:
        return ""
    return "operation_timeout" if answer.reason == "http_timeout" else "dispatch_failed"


def body_of(answer: Answer) -> Json:
    """The body of an answer as fields; a bare text is a `text`."""
    if not answer.text.strip():
        return {}
    try:
        body = json.loads(answer.text)
    except ValueError:
        return {"text": answer.text}
    return body if isinstance(body, dict) else {"text": answer.text}
