"""What crosses the wire between the local Slack and the bot: requests, calls, and how many a minute."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from bot.playground.slack.delivery.parcels import Delivery
from bot.playground.slack.journal import ApiCall
from bot.playground.slack.limits import TIER_3
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.records import Json
from handlers.budgets import EDITS

KEPT = 1_000  # crossings
SHOWN = 300  # crossings in one answer
MINUTE = 60.0  # seconds
EDIT = "chat.update"
_THROTTLED = 429


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """One request of Slack to the bot, or one call of the bot, with its answer."""

    number: int
    at: float  # seconds since the Unix epoch
    way: str  # to_bot, from_bot
    what: str
    team: str
    status: int
    ok: bool
    note: str
    seconds: float | None
    sent: object
    answer: object
    headers: Mapping[str, str]

    @property
    def entry(self) -> Json:
        """It in one line."""
        return {
            "n": self.number,
            "at": self.at,
            "way": self.way,
            "what": self.what,
            "team": self.team,
            "status": self.status,
            "ok": self.ok,
            "note": self.note,
            "ms": None if self.seconds is None else round(self.seconds * 1000),
        }

    @property
    def whole(self) -> Json:
        """It with all that was sent and answered."""
        return {
            "entry": self.entry,
            "sent": self.sent,
            "answer": self.answer,
            "headers": dict(self.headers),
        }


class Wire:
    """Gathers crossings from the records of a local Slack."""

    def __init__(self, slack: LocalSlack) -> None:
        self._slack = slack
        self._calls = 0
        self._deliveries = 0
        self._number = 0
        self._kept: deque[Crossing] = deque(maxlen=KEPT)

    @property
    def behind(self) -> bool:
        """Whether there is something to take."""
        return len(self._slack.calls) > self._calls or len(self._slack.courier) > self._deliveries

    def take(self) -> list[Crossing]:
        """What has crossed since the last time, the oldest first."""
        calls, deliveries = list(self._slack.calls), list(self._slack.courier)
        new: list[ApiCall | Delivery] = [*calls[self._calls :], *deliveries[self._deliveries :]]
        self._calls, self._deliveries = len(calls), len(deliveries)
        new.sort(key=lambda each: each.at)
        taken = [self._crossing(each) for each in new]
        self._kept.extend(taken)
        return taken

    def _crossing(self, each: ApiCall | Delivery) -> Crossing:
        self._number += 1
        return _call(self._number, each) if isinstance(each, ApiCall) else _request(self._number, each)

    def after(self, number: int) -> list[Crossing]:
        """The newest crossings that came later than this one."""
        return [crossing for crossing in self._kept if crossing.number > number][-SHOWN:]

    def find(self, number: int) -> Crossing | None:
        """One crossing, while it is kept."""
        return next((crossing for crossing in self._kept if crossing.number == number), None)

    def rates(self) -> Json:
        """What the last minute saw, and what Slack allows: edits are for a whole workspace."""
        since = self._slack.world.clock.now() - MINUTE
        lately = [c for c in self._kept if c.at >= since and c.way == "from_bot"]
        return {
            "edits": [
                {
                    "team": team.id,
                    "name": team.name,
                    "in_last_minute": sum(c.what == EDIT and c.team == team.id and c.ok for c in lately),
                    "limit": TIER_3.calls,
                    "paced_to": EDITS.calls,
                }
                for team in self._slack.world.workspaces
            ],
            "calls_in_last_minute": len(lately),
            "throttled_in_last_minute": sum(c.status == _THROTTLED for c in lately),
        }


def _call(number: int, call: ApiCall) -> Crossing:
    return Crossing(
        number=number,
        at=call.at,
        way="from_bot",
        what=call.method,
        team=call.team,
        status=call.status,
        ok=call.ok,
        note=call.error,
        seconds=None,
        sent=call.arguments,
        answer=call.answer,
        headers={},
    )


def _request(number: int, delivery: Delivery) -> Crossing:
    parcel, answer = delivery.parcel, delivery.answer
    retry = f"retry {parcel.attempt} after {parcel.reason}" if parcel.attempt else ""
    signed = {"X-Slack-Signature": "v0=…", "X-Slack-Request-Timestamp": str(int(delivery.at))}
    return Crossing(
        number=number,
        at=delivery.at,
        way="to_bot",
        what=_what(delivery),
        team=parcel.team,
        status=answer.status,
        ok=delivery.ok,
        note=", ".join(filter(None, [answer.reason, retry])),
        seconds=delivery.seconds,
        sent=delivery.payload,
        answer=_parsed(answer.text),
        headers=parcel.headers | signed,
    )


def _what(delivery: Delivery) -> str:
    if delivery.parcel.kind == "command":
        return f"command {delivery.payload.get('command', '')}"
    return f"event {delivery.event_type}" if delivery.event_type else str(delivery.payload.get("type", ""))


def _parsed(text: str) -> object:
    try:
        return json.loads(text) if text else ""
    except ValueError:
        return text
