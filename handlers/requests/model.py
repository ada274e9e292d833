"""What somebody asks of us, whatever way they took in Slack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

DIRECT = "D"  # begins the id of a conversation that is somebody's own with the bot


class Kind(StrEnum):
    """The ways in which somebody can ask."""

    COMMAND = "command"
    MENTION = "mention"
    MESSAGE = "message"  # in a channel, in a thread, or direct
    MESSAGE_SHORTCUT = "message_shortcut"
    SHORTCUT = "shortcut"  # the global one
    SUBMISSION = "submission"
    CLICK = "click"


class Subcommand(StrEnum):
    """What a slash command may ask for instead of a draft, when it is the whole text."""

    HELP = "help"
    RECENT = "recent"
    STATUS = "status"
    USAGE = "usage"
    WATCH_ON = "watch on"
    WATCH_OFF = "watch off"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackFile:
    """A file as a message or a form names it.

    Through Slack Connect only the id comes, with `access` "check_file_info": Slack has to be asked for the
    rest. `mode` may also say that there is nothing to fetch: "tombstone", "hidden_by_limit", "external".
    `size` is in bytes, 0 where Slack does not say.
    """

    id: str
    name: str = ""
    mimetype: str = ""
    size: int = 0
    url: str = ""
    mode: str = ""
    access: str = ""
    is_external: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One thing that one person asks for. Strings are empty where the way they took has no such thing.

    `source_id` is made from what Slack sends, so that a redelivery has the same. `message_ts` is the message
    that was written, clicked in or chosen; `thread_ts` the thread it stands in, None outside of threads.
    `text` is plain: the mention of the bot is taken out, and nothing in it is Slack's markup. `action` is
    the action_id or callback_id, `value` what the button or the form carries. `given` is what the inputs of a
    form hold, by their ids: what was written, or the values of what was chosen.
    """

    kind: Kind
    source_id: str
    workspace: str
    user: str
    channel: str = ""
    message_ts: str = ""
    thread_ts: str | None = None
    text: str = ""
    goal: str = ""
    files: tuple[SlackFile, ...] = ()
    subcommand: Subcommand | None = None
    action: str = ""
    value: str = ""
    given: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    trigger_id: str = ""
    response_url: str = ""

    @property
    def brief(self) -> str:
        """The text, with the goal where one was given."""
        return f"{self.text}\n\nGoal: {self.goal}" if self.goal else self.text

    @property
    def said(self) -> float | None:
        """When it was said (Unix seconds of Slack's clock); None for what is no message of the person's."""
        if self.kind not in {Kind.MENTION, Kind.MESSAGE}:
            return None
        try:
            return float(self.message_ts)
        except ValueError:
            return None

    @property
    def is_direct(self) -> bool:
        """Whether it happened where nobody else reads along."""
        return self.channel.startswith(DIRECT)

    @property
    def thread(self) -> str | None:
        """The ts of the thread that an answer belongs in; None where there is no message to answer."""
        return self.thread_ts or self.message_ts or None
