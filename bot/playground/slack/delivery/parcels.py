"""One thing that Slack sends to the app, and what became of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal, Protocol
from urllib.parse import urlencode

from bot.playground.slack.records import Json

Kind = Literal["event", "command", "interaction"]
Reason = Literal["", "http_timeout", "http_error", "connection_failed"]

# The `type` of a Socket Mode envelope.
ENVELOPE = {"event": "events_api", "command": "slash_commands", "interaction": "interactive"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A payload on its way. `attempt` counts retries, from 0; `reason` says why this one is needed."""

    kind: Kind
    team: str
    payload: Json
    attempt: int = 0
    reason: Reason = ""

    @property
    def body(self) -> bytes:
        """The body of the HTTP request."""
        if self.kind == "event":
            return json.dumps(self.payload).encode()
        if self.kind == "command":
            return urlencode(self.payload).encode()
        return urlencode({"payload": json.dumps(self.payload)}).encode()

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the HTTP request, but for its signature."""
        form = "application/x-www-form-urlencoded"
        headers = {
            "Content-Type": "application/json" if self.kind == "event" else form,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "Accept": "*/*",
        }
        if self.attempt:
            headers |= {"X-Slack-Retry-Num": str(self.attempt), "X-Slack-Retry-Reason": self.reason}
        return headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: a status (200 for an acknowledged envelope) and a body, or a `reason` why not."""

    status: int = 0
    text: str = ""
    reason: Reason = ""
    no_retry: bool = False

    @property
    def ok(self) -> bool:
        """Whether the app took it."""
        return not self.reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A parcel with its answer, and how long that took."""

    parcel: Parcel
    answer: Answer
    at: float  # seconds since the Unix epoch, on the world's clock
    seconds: float  # until the answer, on a real clock
    transport: str  # http, socket

    @property
    def ok(self) -> bool:
        """Whether the app took it in time."""
        return self.answer.ok

    @property
    def payload(self) -> Json:
        """What was sent."""
        return self.parcel.payload

    @property
    def event_type(self) -> str:
        """The type of the event, where it is one."""
        return str(self.payload.get("event", {}).get("type", ""))


class Transport(Protocol):
    """A way to the app."""

    name: str

    @property
    def is_open(self) -> bool:
        """Whether events shall be sent at all."""

    async def send(self, parcel: Parcel) -> Answer:
        """Send one parcel and wait for its answer; failures are answers too."""
