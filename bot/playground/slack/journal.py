"""The record of every call the bot made, with its secrets masked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.playground.slack.records import Json

SECRETS = frozenset({"token", "access_token", "refresh_token", "client_secret", "code"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiCall:
    """One call of the Web API: when, by whom, with what, and what Slack answered."""

    at: float  # seconds since the Unix epoch
    team: str
    method: str
    arguments: Json
    answer: Json
    status: int

    @property
    def ok(self) -> bool:
        """Whether Slack did what was asked."""
        return self.answer.get("ok") is True

    @property
    def error(self) -> str:
        """Slack's error code, or nothing."""
        return str(self.answer.get("error", ""))


class Journal:
    """All calls so far, oldest first, and the number of files that were sent out."""

    def __init__(self) -> None:
        self.downloads = 0
        self._calls: list[ApiCall] = []

    def __iter__(self) -> Iterator[ApiCall]:
        return iter(tuple(self._calls))

    def __len__(self) -> int:
        return len(self._calls)

    def add(self, call: ApiCall) -> None:
        """Write down one call."""
        self._calls.append(call)

    def of(self, method: str, *, team: str = "") -> list[ApiCall]:
        """The calls of one method, of one workspace if given."""
        return [call for call in self._calls if call.method == method and team in {"", call.team}]

    def clear(self) -> None:
        """Forget all calls."""
        self._calls.clear()


def masked(fields: Json) -> Json:
    """The same fields; of a secret only what tells its kind, such as `xoxb-…`."""
    return {
        name: _mask(value) if name in SECRETS and isinstance(value, str) else value
        for name, value in fields.items()
    }


def _mask(secret: str) -> str:
    kind, dash, _ = secret.partition("-")
    return f"{kind}-…" if dash else "…"
