"""Files on their way into Slack: typed by their name, processed after a while, shared in messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from bot.playground.slack.records import File, Message
from bot.playground.slack.world import World

# ending -> (mimetype, Slack's filetype); https://docs.slack.dev/reference/objects/file-object
_OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES: Mapping[str, tuple[str, str]] = {
    ".png": ("image/png", "png"),
    ".jpg": ("image/jpeg", "jpg"),
    ".jpeg": ("image/jpeg", "jpg"),
    ".gif": ("image/gif", "gif"),
    ".svg": ("image/svg+xml", "svg"),
    ".pdf": ("application/pdf", "pdf"),
    ".csv": ("text/csv", "csv"),
    ".tsv": ("text/tab-separated-values", "tsv"),
    ".txt": ("text/plain", "text"),
    ".md": ("text/plain", "markdown"),
    ".html": ("text/html", "html"),
    ".json": ("text/plain", "json"),
    ".xml": ("text/xml", "xml"),
    ".docx": (f"{_OFFICE}.wordprocessingml.document", "docx"),
    ".xlsx": (f"{_OFFICE}.spreadsheetml.sheet", "xlsx"),
    ".pptx": (f"{_OFFICE}.presentationml.presentation", "pptx"),
    ".zip": ("application/zip", "zip"),
}
UNKNOWN = ("application/octet-stream", "binary")


def type_of(name: str) -> tuple[str, str]:
    """The mimetype and the filetype that Slack gives a file of this name."""
    return TYPES.get(PurePath(name.lower()).suffix, UNKNOWN)


def process(world: World, file: File) -> File:
    """Give a file its type, as Slack does some time after its bytes are there."""
    mimetype, filetype = type_of(file.name)
    return world.files.put(
        replace(file, mimetype=file.mimetype or mimetype, filetype=filetype, processed=True)
    )


async def finish(
    world: World, names: Sequence[str], *, after: float, channels: Sequence[str], message: Message | None
) -> None:
    """After so many seconds process files by id, then show those still there in channels, like `message`."""
    await world.clock.sleep(after)
    files = [process(world, file) for name in names if (file := world.files.get(name)) and not file.deleted]
    if not files or message is None:
        return
    for channel in channels:
        share(world, files, replace(message, channel=channel, ts=world.new_ts()))


def share(world: World, files: list[File], message: Message) -> Message:
    """Post a message that shows files."""
    for file in files:
        world.files.put(replace(file, shares=tuple(dict.fromkeys((*file.shares, message.channel)))))
    return world.messages.put(replace(message, files=tuple(file.id for file in files), subtype="file_share"))
