"""The world of a local Slack: one table per kind of record, and listeners that hear of every change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from bot.playground.slack.app import App
from bot.playground.slack.records import (
    Channel,
    Code,
    File,
    Installation,
    Message,
    Record,
    ResponseUrl,
    Token,
    Trigger,
    User,
    View,
    Workspace,
)
from core.clock import Clock

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One record that came, changed or went; `before` is what it was."""

    action: Literal["added", "changed", "removed"]
    record: Record
    before: Record | None = None


class Listener(Protocol):
    """Hears of a change after it was made, in order; it must not wait."""

    def __call__(self, change: Change, /) -> None:
        """Hear of one change."""


class Table(Generic[R]):
    """Records of one kind by key, in the order in which they came."""

    def __init__(self, announce: Listener) -> None:
        self._rows: dict[str, R] = {}
        self._announce = announce

    def __iter__(self) -> Iterator[R]:
        return iter(tuple(self._rows.values()))

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, key: str) -> R:
        return self._rows[key]

    def get(self, key: str) -> R | None:
        """The record with this key, if there is one."""
        return self._rows.get(key)

    def put(self, record: R) -> R:
        """Add the record, or replace the one with its key."""
        before = self._rows.get(record.key)
        self._rows[record.key] = record
        self._announce(Change(action="changed" if before else "added", record=record, before=before))
        return record

    def remove(self, key: str) -> None:
        """Take a record away. Raises KeyError when it is not there."""
        gone = self._rows.pop(key)
        self._announce(Change(action="removed", record=gone, before=gone))

    def restore(self, records: tuple[R, ...]) -> None:
        """Take over saved records; nobody is told, since nothing happened."""
        self._rows = {record.key: record for record in records}


class World:
    """Everything a local Slack remembers. `url` is where it is served; addresses of files begin with it."""

    def __init__(self, *, clock: Clock, app: App) -> None:
        self.clock = clock
        self.app = app
        self.url = ""
        self.serial = 0  # the number in the newest id
        self.latest = 0  # microseconds since the Unix epoch: the newest message time
        self._listeners: list[Listener] = []
        self.workspaces = Table[Workspace](self._announce)
        self.users = Table[User](self._announce)
        self.channels = Table[Channel](self._announce)
        self.messages = Table[Message](self._announce)
        self.ephemerals = Table[Message](self._announce)
        self.files = Table[File](self._announce)
        self.views = Table[View](self._announce)
        self.installations = Table[Installation](self._announce)
        self.tokens = Table[Token](self._announce)
        self.codes = Table[Code](self._announce)
        self.triggers = Table[Trigger](self._announce)
        self.response_urls = Table[ResponseUrl](self._announce)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change from now on; call the result to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _announce(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)

    def new_id(self, prefix: str) -> str:
        """A fresh id such as `C00000001F`."""
        self.serial += 1
        return f"{prefix}{self.serial:09X}"

    def new_ts(self) -> str:
        """A message time that no other message has, and that is later than all before it."""
        self.latest = max(int(self.clock.now() * 1_000_000), self.latest + 1)
        return f"{self.latest // 1_000_000}.{self.latest % 1_000_000:06d}"

    def message(self, channel: str, ts: str) -> Message | None:
        """The message at this time in this channel, if everyone there can see it."""
        return self.messages.get(f"{channel}:{ts}")

    def history(self, channel: str) -> list[Message]:
        """All messages of a channel, replies too, oldest first."""
        return sorted((m for m in self.messages if m.channel == channel), key=lambda m: m.ts)

    def replies(self, channel: str, ts: str) -> list[Message]:
        """The replies under a message, oldest first."""
        return [m for m in self.history(channel) if m.is_reply and m.thread_ts == ts]

    def direct(self, team: str, *users: str) -> Channel | None:
        """The direct conversation between exactly these users, if it was opened."""
        members = frozenset(users)
        return next(
            (
                c
                for c in self.channels
                if c.kind in {"im", "mpim"} and c.members == members and team in c.teams
            ),
            None,
        )

    def installed(self, team: str) -> Installation | None:
        """The app's installation in a workspace, while it is active."""
        installation = self.installations.get(team)
        return installation if installation and installation.active else None
