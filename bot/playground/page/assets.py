"""The page's own files: what a browser is given, and what it may do with them."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).parent / "static"
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
_INLINE = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)


def policy(index: bytes) -> str:
    """What the page may load: its own files, and the scripts that stand in `index` itself, by their hash.

    https://www.w3.org/TR/CSP3/#source-list-hash
    """
    hashes = (base64.b64encode(hashlib.sha256(text).digest()).decode() for text in _INLINE.findall(index))
    scripts = " ".join(["'self'", *(f"'sha256-{digest}'" for digest in hashes)])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data: blob:; "
        "font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    )


class Assets:
    """Serves / and /page/static/."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder.resolve()

    async def index(self, _: web.Request) -> web.StreamResponse:
        """GET /: the page."""
        return self._file("index.html")

    async def asset(self, request: web.Request) -> web.StreamResponse:
        """GET /page/static/{path}: one of its files."""
        return self._file(request.match_info["path"])

    def _file(self, path: str) -> web.StreamResponse:
        file = (self._folder / path).resolve()
        kind = TYPES.get(file.suffix)
        if kind is None or not file.is_relative_to(self._folder) or not file.is_file():
            raise web.HTTPNotFound
        headers = {
            "Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
            "Cache-Control": "no-cache",  # asks each time; the answer is 304 while nothing changed
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        if kind == "text/html":
            headers["Content-Security-Policy"] = policy(file.read_bytes())
        return web.FileResponse(file, headers=headers)
