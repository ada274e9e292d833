"""Pictures drawn before: an equal picture within the store's lifetime is not drawn again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

from core.picture.drawing import Painter, Picture, key


class Pictures(Protocol):
    """Where drawn pictures are kept, by their key."""

    async def get(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """The value of `key`, made by `make` when it is not there."""


class CachedPainter:
    """Draws what is not kept yet."""

    def __init__(self, painter: Painter, pictures: Pictures) -> None:
        self._painter = painter
        self._pictures = pictures

    async def draw(self, picture: Picture) -> bytes:
        """The picture's bytes. Raises PictureFailed."""
        return await self._pictures.get(key(picture), lambda: self._painter.draw(picture))
