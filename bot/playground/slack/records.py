"""The records of a local Slack's world; all frozen, all plain data, so that they save as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Json = dict[str, Any]

ChannelKind = Literal["public", "private", "im", "mpim"]
Standing = Literal["hosted", "external", "tombstone", "hidden_by_limit", "access_denied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A Slack team."""

    id: str
    name: str
    domain: str

    @property
    def key(self) -> str:
        """Its id."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A person or a bot user of one workspace."""

    id: str
    team: str
    name: str
    real_name: str
    email: str = ""
    is_admin: bool = False
    is_bot: bool = False
    deleted: bool = False

    @property
    def key(self) -> str:
        """Its id."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A conversation of any kind. `teams` are the workspaces it belongs to, its home first."""

    id: str
    teams: tuple[str, ...]
    kind: ChannelKind
    name: str
    creator: str
    created: float  # seconds since the Unix epoch
    members: frozenset[str] = frozenset()
    archived: bool = False

    @property
    def key(self) -> str:
        """Its id."""
        return self.id

    @property
    def shared(self) -> bool:
        """Whether Slack Connect shares it between workspaces."""
        return len(self.teams) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """One emoji under a message, with those who chose it."""

    name: str
    users: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as it was sent; nothing in it is escaped or mended. `viewer` alone sees an ephemeral one."""

    channel: str
    ts: str
    team: str
    user: str
    text: str
    subtype: str = ""
    bot: str = ""
    username: str = ""
    thread_ts: str = ""
    blocks: tuple[Json, ...] = ()
    files: tuple[str, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    metadata: Json | None = None
    broadcast: bool = False
    edited_at: str = ""
    edited_by: str = ""
    viewer: str = ""

    @property
    def key(self) -> str:
        """Its channel and its time."""
        return f"{self.channel}:{self.ts}"

    @property
    def is_reply(self) -> bool:
        """Whether it hangs under another message."""
        return self.thread_ts not in {"", self.ts}


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file. Until it is `processed`, Slack shows no type for it and refuses it in an image block."""

    id: str
    team: str
    user: str
    name: str
    title: str
    created: float  # seconds since the Unix epoch
    length: int  # bytes, as announced
    ticket: str = ""  # the secret in its upload address, until it is used
    content: bytes | None = None
    mimetype: str = ""
    filetype: str = ""
    alt_text: str = ""
    standing: Standing = "hosted"
    completed: bool = False
    processed: bool = False
    deleted: bool = False
    external_url: str = ""
    shares: tuple[str, ...] = ()  # the channels it was shared to
    given_to_app: bool = False  # a person put it into one of the app's modals

    @property
    def key(self) -> str:
        """Its id."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A modal or a home tab as one person sees it. `definition` is what the app sent."""

    id: str
    team: str
    user: str
    definition: Json
    hash: str
    values: Json
    root: str
    previous: str = ""
    external_id: str = ""
    is_open: bool = True

    @property
    def key(self) -> str:
        """Its id."""
        return self.id

    @property
    def kind(self) -> str:
        """`modal` or `home`."""
        return str(self.definition["type"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """The app in one workspace."""

    team: str
    bot_user: str
    bot: str
    installer: str
    scopes: frozenset[str]
    active: bool = True

    @property
    def key(self) -> str:
        """Its workspace."""
        return self.team


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A bot token; with rotation it expires, and carries the refresh token that replaces it once."""

    value: str
    team: str
    issued: float  # seconds since the Unix epoch
    expires: float | None = None  # seconds since the Unix epoch
    revoked: bool = False
    refresh: str = ""
    refreshed: bool = False

    @property
    def key(self) -> str:
        """The token itself."""
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """An OAuth code on its way back to the app."""

    value: str
    team: str
    user: str
    scopes: frozenset[str]
    redirect_uri: str
    issued: float  # seconds since the Unix epoch
    used: bool = False

    @property
    def key(self) -> str:
        """The code itself."""
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The right to open one modal, soon. `view` is the modal the person acted in, if any."""

    id: str
    team: str
    user: str
    issued: float  # seconds since the Unix epoch
    view: str = ""
    used: bool = False

    @property
    def key(self) -> str:
        """Its id."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseUrl:
    """The right to answer in one channel a few times. `message` is the one it may replace, if any."""

    id: str
    team: str
    user: str
    channel: str
    issued: float  # seconds since the Unix epoch
    message: str = ""
    is_ephemeral: bool = False
    uses: int = 0

    @property
    def key(self) -> str:
        """Its id."""
        return self.id


Record = (
    Workspace
    | User
    | Channel
    | Message
    | File
    | View
    | Installation
    | Token
    | Code
    | Trigger
    | ResponseUrl
)  # fmt: skip
