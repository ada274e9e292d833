"""The bytes of files, on their way in and out."""

from __future__ import annotations

from dataclasses import replace

from aiohttp import web

from bot.playground.slack.access import installation_of, need_scope, sees_file
from bot.playground.slack.records import File
from bot.playground.slack.refusals import Refused
from bot.playground.slack.site import Site
from bot.playground.slack.trouble import DOWNLOAD, UPLOAD
from bot.playground.slack.web.meeting import meet

LOGIN_PAGE = """<!DOCTYPE html>
<html><head><title>Sign in | Slack</title></head>
<body><h1>Sign in to your workspace</h1></body></html>
"""


class Files:
    """Serves uploads and downloads."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def upload(self, request: web.Request) -> web.Response:
        """POST /upload/v1/{ticket}: step two of three, once; raw bytes, or a form with a `filename` part."""
        content = await _content(request)
        if trouble := await meet(self._site, UPLOAD, request):
            return trouble
        ticket = request.match_info["ticket"]
        file = next((f for f in self._site.world.files if f.ticket == ticket), None)
        if file is None:
            return web.Response(status=404, text="unknown upload")
        if len(content) != file.length:
            return web.Response(status=400, text=f"expected {file.length} bytes, got {len(content)}")
        self._site.world.files.put(replace(file, content=content, ticket=""))
        return web.Response(text=f"OK - {len(content)}")

    async def download(self, request: web.Request) -> web.Response:
        """GET /files-pri/{team}-{file}/{name}: the bytes, or with the same 200 a page to sign in on."""
        if trouble := await meet(self._site, DOWNLOAD, request):
            return trouble
        file = self._allowed(request)
        if file is None:
            return web.Response(text=LOGIN_PAGE, content_type="text/html")
        if file.deleted or file.content is None or file.standing != "hosted":
            return web.Response(status=404, text=LOGIN_PAGE, content_type="text/html")
        self._site.journal.downloads += 1
        return web.Response(body=file.content, content_type=file.mimetype or "application/octet-stream")

    def _allowed(self, request: web.Request) -> File | None:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        try:
            installation = installation_of(self._site.world, token if scheme == "Bearer" else "")
            need_scope(installation, "files:read")
        except Refused:
            return None
        file = self._site.world.files.get(request.match_info["file"])
        return file if file and sees_file(self._site.world, installation, file) else None


async def _content(request: web.Request) -> bytes:
    if request.content_type != "multipart/form-data":
        return await request.read()
    form = await request.post()
    part = next(iter(form.values()), b"")
    if isinstance(part, web.FileField):
        return part.file.read()
    return part.encode() if isinstance(part, str) else bytes(part)
