"""Pictures of graphs, drawn and put into Slack, to be placed in a message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from core.clock import Clock
from core.errors import PictureFailed
from core.graph.model import Graph
from core.picture.alt import alt_text
from core.picture.drawing import Picture, key
from core.store.records import DraftKey
from handlers.uploads import Uploads

NAME = "decision.png"
UPLOAD_ALT = 1_000  # characters: https://docs.slack.dev/reference/methods/files.getUploadURLExternal
FIRST_LOOK = 0.5  # seconds after an upload; no file is ready at once
# Seconds between two looks: what is ready waits a quarter of the time gone by, and no longer than these.
SHORTEST_LOOK, LONGEST_LOOK, LOOK_SHARE = 0.25, 4.0, 0.25
PATIENCE = 20.0  # seconds until an upload that Slack has not processed is given up

Shares = tuple[tuple[str, int], ...]


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
    """Draws and uploads. `drawn` gives the cache of a workspace."""

    painter: Painter
    drawn: Callable[[str], Drawn]
    uploads: Uploads
    clock: Clock

    async def draw(self, workspace: str, picture: Picture) -> bytes:
        """The picture's file, drawn where it was not before. Raises PictureFailed."""
        return await self.drawn(workspace).get(key(picture), lambda: self.painter.draw(picture))

    async def upload(
        self, draft: DraftKey, graph: Graph, shares: Shares, *, previous: Graph | None = None
    ) -> str:
        """Draw a graph and give the picture to Slack; return its file's id, which is not ready at once.

        With `previous` it shows what changed since. Raises PictureFailed and DeliveryError.
        """
        content = await self.draw(draft.workspace, Picture(graph=graph, shares=shares, previous=previous))
        alt = alt_text(graph, limit=UPLOAD_ALT, shares=shares)
        file = await self.uploads.send(draft, content, name=NAME, alt_text=alt)
        await self.uploads.complete(draft.workspace, [(file, graph.title or NAME)])
        return file

    async def ready(self, workspace: str, file: str) -> None:
        """Wait until a message can show the file. Raises PictureFailed when that takes too long."""
        began, gone, wait = self.clock.monotonic(), 0.0, FIRST_LOOK
        while gone < PATIENCE:
            await self.clock.sleep(wait)
            if (await self.uploads.info(workspace, file)).get("mimetype"):
                return
            gone = self.clock.monotonic() - began
            wait = min(max(SHORTEST_LOOK, LOOK_SHARE * gone), LONGEST_LOOK)
        raise PictureFailed("Slack took too long over it")
