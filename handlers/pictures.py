"""Pictures of graphs, drawn and put into Slack, to be placed in a message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from core.clock import Clock
from core.errors import DeliveryLimited, DeliveryUnavailable, PictureFailed
from core.graph.model import Graph
from core.pacing.gate import Gate
from core.picture.alt import alt_text
from core.picture.drawing import Picture, key
from core.store.postings import Postings
from core.store.records import DraftKey, PostedKind, Posting
from handlers import budgets
from handlers.counted import counted
from handlers.slack_refusals import FAILURES, delivery_error

NAME = "decision.png"
UPLOAD_ALT = 1_000  # characters: https://docs.slack.dev/reference/methods/files.getUploadURLExternal
FIRST_LOOK, LONGEST_LOOK = 0.5, 4.0  # seconds between two looks at an upload
LOOK_GROWTH = 1.5  # from one look to the next: what is ready waits a third of the time gone by, at most
PATIENCE = 20.0  # seconds until an upload that Slack has not processed is given up
ATTEMPTS = 3

Clients = Callable[[str], Awaitable[AsyncWebClient]]  # by workspace; raises PlaceClosed when not installed
Shares = tuple[tuple[str, int], ...]
T = TypeVar("T")


class Painter(Protocol):
    """Draws pictures."""

    async def draw(self, picture: Picture) -> bytes:
        """The picture's file. Raises PictureFailed."""


class Drawn(Protocol):
    """Keeps pictures that were drawn, by their key."""

    async def get(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """The bytes kept under this key, made if there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """Draws and uploads. `drawn` gives the cache of a workspace; `session` carries the bytes."""

    postings: Postings
    painter: Painter
    drawn: Callable[[str], Drawn]
    clients: Clients
    session: aiohttp.ClientSession
    gate: Gate
    clock: Clock

    async def upload(
        self, draft: DraftKey, graph: Graph, shares: Shares, *, previous: Graph | None = None
    ) -> str:
        """Draw a graph and give the picture to Slack; return its file's id, which is not ready at once.

        With `previous` it shows what changed since. The file is noted before it has any bytes, so that it can
        be deleted with the draft. Raises PictureFailed and DeliveryError.
        """
        workspace = draft.workspace
        picture = Picture(graph=graph, shares=shares, previous=previous)
        content = await self.drawn(workspace).get(key(picture), lambda: self.painter.draw(picture))
        slack = await self.clients(workspace)
        place = await self._call(
            workspace,
            lambda: slack.files_getUploadURLExternal(
                filename=NAME, length=len(content), alt_txt=alt_text(graph, limit=UPLOAD_ALT, shares=shares)
            ),
        )
        await self.postings.note(Posting(draft=draft, kind=PostedKind.FILE, id=str(place["file_id"])))
        await self._attempted(lambda: self._send(place["upload_url"], content))
        file = {"id": place["file_id"], "title": graph.title or NAME}
        await self._call(workspace, lambda: slack.files_completeUploadExternal(files=[file]))
        return str(place["file_id"])

    async def ready(self, workspace: str, file: str) -> None:
        """Wait until a message can show the file. Raises PictureFailed when that takes too long."""
        slack = await self.clients(workspace)
        wait, until = FIRST_LOOK, self.clock.monotonic() + PATIENCE
        while self.clock.monotonic() < until:
            answer = await self._call(workspace, lambda: slack.files_info(file=file))
            if answer["file"].get("mimetype"):
                return
            await self.clock.sleep(wait)
            wait = min(LOOK_GROWTH * wait, LONGEST_LOOK)
        raise PictureFailed("Slack took too long over it")

    async def _send(self, address: str, content: bytes) -> None:
        try:
            async with self.session.post(address, data=content) as response:
                if not response.ok:
                    raise DeliveryUnavailable(f"http_{response.status}")
        except FAILURES as failure:
            raise delivery_error(failure) from failure

    async def _call(self, workspace: str, call: Callable[[], Awaitable[AsyncSlackResponse]]) -> Any:  # noqa: ANN401  JSON
        """Make a call when its budget allows. Raises DeliveryError."""
        return await self._attempted(lambda: counted(self.gate, budgets.files(workspace), call))

    async def _attempted(self, attempt: Callable[[], Awaitable[T]]) -> T:
        for wait in range(1, ATTEMPTS):
            try:
                return await attempt()
            except DeliveryLimited:
                pass  # the gate waits
            except DeliveryUnavailable:
                await self.clock.sleep(wait)
        return await attempt()
