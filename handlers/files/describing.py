"""What Slack says of a file: whether it can be fetched at all, and where it is."""

from __future__ import annotations

from dataclasses import replace

import aiohttp
from pydantic import ValidationError
from slack_sdk.web.async_client import AsyncWebClient

from core.documents.clean import clean
from core.documents.limits import FILE
from core.errors import DeliveryLimited, DeliveryUnavailable
from handlers.files.patience import Transient
from handlers.files.refusals import Refused, too_big
from handlers.requests import payloads
from handlers.requests.model import SlackFile
from handlers.slack_refusals import FAILURES, delivery_error

ASK = "check_file_info"  # Slack Connect shows nothing else of a file

# https://docs.slack.dev/reference/objects/file-object; the names of canvases and lists are observed
_MODES = {
    "tombstone": "deleted",
    "hidden_by_limit": "hidden",
    "external": "external",
    "quip": "native",
    "canvas": "native",
    "list": "native",
    "space": "native",
    "docs": "native",
}
_CANVAS = "application/vnd.slack-docs"
_GONE = frozenset({"file_deleted", "file_not_found"})


def judge(file: SlackFile) -> None:
    """Raise Refused for a file whose content cannot be had, whatever is tried."""
    if file.mode in _MODES:
        raise Refused(_MODES[file.mode])
    if file.access == "access_denied":
        raise Refused("no_access")
    if file.is_external:
        raise Refused("external")
    if file.mimetype == _CANVAS:
        raise Refused("native")
    if file.size > FILE:
        raise too_big(file.size)


def is_described(file: SlackFile) -> bool:
    """Whether enough is known to fetch it."""
    return bool(file.url) and file.access != ASK


def is_web_page(file: SlackFile) -> bool:
    """Whether a web page is what it should be."""
    name = file.name.lower()
    return file.mimetype in {"text/html", "application/xhtml+xml"} or name.endswith(
        (".html", ".htm", ".xhtml")
    )


async def described(
    file: SlackFile, *, token: str, session: aiohttp.ClientSession, api_url: str
) -> SlackFile:
    """The file as files.info shows it. Raises Refused, and Transient when it may be asked again."""
    client = AsyncWebClient(token=token, base_url=api_url, session=session, retry_handlers=[])
    try:
        answer = await client.files_info(file=file.id)
    except FAILURES as failure:
        error = delivery_error(failure)
        if isinstance(error, DeliveryLimited):
            raise Transient(retry_after=error.retry_after) from failure
        if isinstance(error, DeliveryUnavailable):
            raise Transient from failure
        raise Refused("deleted" if error.code in _GONE else "no_access") from failure
    try:
        found = payloads.File.model_validate(answer.get("file"))
    except ValidationError as invalid:
        raise Refused("no_address") from invalid
    return replace(
        file,
        name=clean(found.name or found.title or file.name),
        mimetype=found.mimetype or "",
        size=found.size or 0,
        url=found.url_private or "",
        mode=found.mode or "",
        access=found.file_access or "",
        is_external=bool(found.is_external),
    )
