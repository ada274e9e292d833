"""A bell that rings whenever something happened, for those who wait until something is so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class News:
    """Rung after every change and every delivery."""

    def __init__(self) -> None:
        self._bell = asyncio.Event()

    def tell(self) -> None:
        """Ring the bell."""
        self._bell.set()

    async def until(self, so: Callable[[], bool], *, timeout: float) -> None:  # noqa: ASYNC109  as in asyncio.wait_for
        """Wait until `so()` is true, at most `timeout` real seconds. Raises TimeoutError."""
        async with asyncio.timeout(timeout):
            while not so():
                self._bell.clear()
                await self._bell.wait()
