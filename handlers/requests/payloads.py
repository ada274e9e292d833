"""What Slack sends, field by field: strict on the types of what is read, lenient on everything else.

https://docs.slack.dev/reference/events/message, .../reference/interaction-payloads,
.../interactivity/implementing-slash-commands
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

ID = Field(min_length=1)


class Payload(BaseModel):
    """The base: a field of another type is an error, an unknown field is nothing."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)


class File(Payload):
    """A file, or through Slack Connect only its id."""

    id: str = ID
    name: str | None = None
    title: str | None = None
    mimetype: str | None = None
    size: int | None = None
    url_private: str | None = None
    mode: str | None = None
    file_access: str | None = None
    is_external: bool | None = None


class Message(Payload):
    """A message, in an event or beside a shortcut."""

    ts: str = ID
    text: str | None = None
    user: str | None = None
    bot_id: str | None = None
    subtype: str | None = None
    hidden: bool | None = None
    edited: dict[str, object] | None = None
    thread_ts: str | None = None
    files: list[File] | None = None


class MessageEvent(Message):
    """A message where it was written."""

    channel: str = ID


class Authorization(Payload):
    """Whom an event is delivered for."""

    team_id: str | None = None
    user_id: str | None = None
    is_bot: bool | None = None


class EventCallback(Payload):
    """The envelope of an event."""

    team_id: str | None = None
    authorizations: list[Authorization] | None = None
    event: MessageEvent


class Command(Payload):
    """A slash command."""

    team_id: str = ID
    channel_id: str = ID
    user_id: str = ID
    trigger_id: str = ID
    text: str = ""
    response_url: str = ""


class Named(Payload):
    """Anything that is told by its id."""

    id: str = ID


class Actor(Named):
    """Whoever did something."""

    team_id: str | None = None


class Interaction(Payload):
    """What every interaction has."""

    team: Named | None = None
    user: Actor
    trigger_id: str = ""


class GlobalShortcut(Interaction):
    """A shortcut that was chosen nowhere in particular."""

    callback_id: str
    trigger_id: str = ID


class MessageShortcut(Interaction):
    """A shortcut that was chosen from a message's menu."""

    callback_id: str
    action_ts: str = ID
    channel: Named
    message: Message
    response_url: str = ""


class Choice(Payload):
    """An entry of a menu."""

    value: str | None = None


class Click(Payload):
    """What was clicked."""

    action_id: str
    action_ts: str = ID
    value: str | None = None
    selected_option: Choice | None = None


class Container(Payload):
    """Where it was clicked."""

    message_ts: str | None = None
    thread_ts: str | None = None
    channel_id: str | None = None
    view_id: str | None = None


class Clicks(Interaction):
    """A click in a message, a modal or a home tab."""

    actions: list[Click] = Field(min_length=1)
    container: Container = Container()
    channel: Named | None = None
    message: Message | None = None
    response_url: str = ""


class Answer(Payload):
    """What one input holds."""

    value: str | None = None
    files: list[File] | None = None
    selected_conversation: str | None = None
    selected_option: Choice | None = None
    selected_options: list[Choice] | None = None


class State(Payload):
    """What all inputs hold, by block_id and action_id."""

    values: dict[str, dict[str, Answer]] = {}


class View(Payload):
    """A modal."""

    id: str = ID
    hash: str = ""
    callback_id: str = ""
    private_metadata: str = ""
    state: State = State()
    app_installed_team_id: str | None = None
    team_id: str | None = None


class Submission(Interaction):
    """A modal that was sent."""

    view: View
