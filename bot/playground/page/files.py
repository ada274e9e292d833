"""Files as the page shows them, and as it is given their bytes."""

from __future__ import annotations

from urllib.parse import quote

from aiohttp import web

from bot.playground.page.sizes import NONE, size_of
from bot.playground.slack.payloads.files import permalink, private_url
from bot.playground.slack.records import File, Json
from bot.playground.slack.world import World

PREVIEW_LINES = 6
PREVIEW = 500  # characters
PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})  # shown; all else is saved
_TEXTS = frozenset(
    {"application/json", "text/csv", "text/markdown", "text/plain", "text/tab-separated-values"}
)


def address(file: File, *, viewer: str) -> str:
    """Where the page gets the bytes."""
    return f"/page/api/file/{file.id}?as={viewer}"


def file_json(file: File, *, viewer: str) -> Json:
    """A file; once it is gone, only that."""
    width, height = _size(file)
    url = address(file, viewer=viewer)
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": file.filetype,
        "size": file.length,
        "is_image": file.mimetype in PICTURES,
        "width": width,
        "height": height,
        "url": url,
        "download_url": f"{url}&download=1",
        "preview": _preview(file),
        "alt": file.alt_text,
        "state": _state(file),
    }


def _state(file: File) -> str:
    if file.deleted or file.standing != "hosted":
        return "gone"
    return "ready" if file.processed else "processing"


def _size(file: File) -> tuple[int, int]:
    return size_of(file.content) if file.content and file.mimetype in PICTURES else NONE


def _preview(file: File) -> str:
    if file.content is None or file.deleted or file.mimetype not in _TEXTS:
        return ""
    text = file.content[: 4 * PREVIEW].decode(errors="replace")[:PREVIEW]
    return "\n".join(text.splitlines()[:PREVIEW_LINES])


def picture_of(world: World, reference: Json, *, viewer: str) -> Json:
    """What an image block needs to show a file of Slack's: its address and its size in pixels."""
    file = world.files.get(str(reference.get("id", ""))) or next(
        (
            file
            for file in world.files
            if reference.get("url") in {private_url(world, file), permalink(world, file)}
        ),
        None,
    )
    if file is None or file.deleted:
        return {}
    width, height = _size(file)
    return {"image_url": address(file, viewer=viewer), "image_width": width, "image_height": height}


def response(file: File, *, download: bool) -> web.Response:
    """The bytes. Only pictures are shown in the page: anything else could carry a script."""
    shown = file.mimetype in PICTURES and not download
    name = quote(file.name)
    return web.Response(
        body=file.content,
        content_type=file.mimetype if shown else "application/octet-stream",
        headers={
            "Content-Disposition": "inline" if shown else f"attachment; filename*=UTF-8''{name}",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, max-age=3600",
        },
    )
