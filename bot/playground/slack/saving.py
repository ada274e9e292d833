"""The world as JSON, so that a local Slack can go on where it stopped."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from bot.playground.slack.app import App
from bot.playground.slack.records import (
    Channel,
    Code,
    File,
    Installation,
    Json,
    Message,
    ResponseUrl,
    Token,
    Trigger,
    User,
    View,
    Workspace,
)
from bot.playground.slack.world import World
from core.clock import Clock


class Snapshot(BaseModel):
    """All records of a world; the bytes of files as base64."""

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64", extra="forbid")

    serial: int
    latest: int
    workspaces: tuple[Workspace, ...]
    users: tuple[User, ...]
    channels: tuple[Channel, ...]
    messages: tuple[Message, ...]
    ephemerals: tuple[Message, ...]
    files: tuple[File, ...]
    views: tuple[View, ...]
    installations: tuple[Installation, ...]
    tokens: tuple[Token, ...]
    codes: tuple[Code, ...]
    triggers: tuple[Trigger, ...]
    response_urls: tuple[ResponseUrl, ...]

    @classmethod
    def of(cls, world: World) -> Snapshot:
        """Everything that `world` holds now, but for the app: that is configured, not remembered."""
        tables: Json = {name: tuple(getattr(world, name)) for name in _TABLES}
        return Snapshot(serial=world.serial, latest=world.latest, **tables)

    def restore(self, *, clock: Clock, app: App) -> World:
        """A world that holds all of this."""
        world = World(clock=clock, app=app)
        world.serial, world.latest = self.serial, self.latest
        for name in _TABLES:
            getattr(world, name).restore(getattr(self, name))
        return world


_TABLES = tuple(name for name in Snapshot.model_fields if name not in {"serial", "latest"})


def dump(world: World) -> bytes:
    """The world as JSON."""
    return Snapshot.of(world).model_dump_json().encode()


def load(saved: bytes, *, clock: Clock, app: App) -> World:
    """The world that `dump` saved. Raises pydantic.ValidationError when it is none."""
    return Snapshot.model_validate_json(saved).restore(clock=clock, app=app)
