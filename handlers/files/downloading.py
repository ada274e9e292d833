"""The bytes of one file in Slack, streamed to disk with the bot's token."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from pathlib import Path

import aiohttp

from core.documents.limits import FILE
from handlers.files.describing import is_web_page
from handlers.files.origins import Origins
from handlers.files.patience import Transient
from handlers.files.refusals import Refused, too_big
from handlers.requests.model import SlackFile

CHUNK = 1 << 20  # bytes
HOPS = 3  # redirects followed, each to an origin that may have the token
TIMEOUT = aiohttp.ClientTimeout(total=60, sock_connect=10, sock_read=15)  # seconds

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS})
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


async def download(
    file: SlackFile, path: Path, *, token: str, session: aiohttp.ClientSession, origins: Origins
) -> int:
    """Write the file to `path`; how many bytes it has. Raises Refused, and Transient when worth a retry."""
    if not file.url:
        raise Refused("no_address")
    url = origins.trusted(file.url)
    try:
        for _ in range(HOPS + 1):
            if url is None:
                raise Refused("elsewhere")
            async with session.get(
                url,
                headers={"Authorization": f"Bearer {token}"},
                allow_redirects=False,
                timeout=TIMEOUT,
            ) as response:
                if response.status not in _REDIRECTS:
                    return await _take(response, file, path)
                url = _next(response, url, origins)
    except (aiohttp.ClientError, ConnectionError, TimeoutError) as error:
        raise Transient from error
    except OSError as error:
        raise Refused("no_room") from error
    raise Refused("elsewhere")


def _next(response: aiohttp.ClientResponse, url: str, origins: Origins) -> str | None:
    target = response.headers.get("Location", "")
    trusted = origins.trusted(target, seen_from=url)
    if trusted is None and origins.is_sign_in(target, seen_from=url):
        raise Refused("signed_out")
    return trusted


async def _take(response: aiohttp.ClientResponse, file: SlackFile, path: Path) -> int:
    _need_success(response)
    page = response.content_type == "text/html"
    if page and not is_web_page(file):
        raise Refused("signed_out")
    if (response.content_length or 0) > FILE:
        raise too_big(response.content_length or 0)
    size = await _save(response.content, path)
    if size == 0:
        raise Refused("empty")
    if page and file.size not in {0, size}:  # the sign-in page looks like any other, but for its length
        raise Refused("signed_out")
    return size


def _need_success(response: aiohttp.ClientResponse) -> None:
    status = response.status
    if status in _BUSY or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise Transient(retry_after=_seconds(response.headers.get("Retry-After", "")))
    if status in _GONE:
        raise Refused("deleted")
    if status != HTTPStatus.OK:
        raise Refused("no_access")


def _seconds(text: str) -> float:
    return float(text) if text.isascii() and text.isdigit() else 0.0


async def _save(content: aiohttp.StreamReader, path: Path) -> int:
    size = 0
    out = await asyncio.to_thread(path.open, "wb")
    try:
        async for chunk in content.iter_chunked(CHUNK):
            size += len(chunk)
            if size > FILE:
                raise Refused("too_big")
            await asyncio.to_thread(out.write, chunk)
    finally:
        await asyncio.to_thread(out.close)
    return size
