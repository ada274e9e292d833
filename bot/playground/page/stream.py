"""Server-sent events: what happens, as it happens, for one person's tab.

https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import json
import time
from contextlib import suppress

from aiohttp import web

from bot.playground.page.asking import Asking
from bot.playground.page.feed import Feed
from bot.playground.slack.records import Json, User

KEEP_ALIVE = 15.0  # seconds without a word, until a comment is sent
RETRY = 1_000  # milliseconds until a browser connects again


class Stream:
    """Serves GET /page/api/stream."""

    def __init__(self, feed: Feed, asking: Asking) -> None:
        self._feed = feed
        self._asking = asking

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Tell everything after Last-Event-ID, then whatever comes, until the tab is closed."""
        user = self._asking.person(request).user
        panel = request.query.get("wire") == "1"
        response = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",
            }
        )
        await response.prepare(request)
        with suppress(ConnectionError):  # the tab was closed
            await self._tell(response, user, panel=panel, last=request.headers.get("Last-Event-ID", ""))
        return response

    async def _tell(self, response: web.StreamResponse, user: User, *, panel: bool, last: str) -> None:
        feed = self._feed
        at, missed = self._begin(last)
        hello = self._event("hello", {"boot": feed.boot, "now": time.time()}, at)
        await response.write(f"retry: {RETRY}\n\n".encode() + hello)
        if missed:
            await response.write(self._event("reset", {}, at))
        while not feed.closed:
            entries = feed.after(at)
            if entries is None:  # the reader is too slow
                at = feed.newest
                await response.write(self._event("reset", {}, at))
                continue
            for entry in entries:
                at = entry.number
                told = entry.tell(user) if panel or not entry.panel else None
                if told is not None:
                    await response.write(self._event(entry.event, told, at))
            if not entries:
                await response.write(b": here\n\n")
            await feed.wait(at, seconds=KEEP_ALIVE)

    def _begin(self, last: str) -> tuple[int, bool]:
        """After which number to begin, and whether something was missed."""
        boot, _, number = last.partition("-")
        if not last:
            return self._feed.newest, False
        if boot != self._feed.boot or not number.isdecimal() or self._feed.after(int(number)) is None:
            return self._feed.newest, True
        return int(number), False

    def _event(self, name: str, data: Json, number: int) -> bytes:
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        return f"id: {self._feed.boot}-{number}\nevent: {name}\ndata: {text}\n\n".encode()
