"""A client that is built once, on first use, in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Lazy(Generic[T]):
    """Holds one client. Importing a provider's library takes about a second: never on the event loop."""

    def __init__(self, build: Callable[[], T]) -> None:
        self._build = build
        self._built: asyncio.Future[T] | None = None

    async def get(self) -> T:
        """The client; callers that come while it is being built wait for the same one."""
        if self._built is None:
            self._built = asyncio.get_running_loop().run_in_executor(None, self._build)
        return await asyncio.shield(self._built)  # one caller's cancellation must not cost the others theirs

    async def take(self) -> T | None:
        """The client if it was ever asked for, given up to be closed; None otherwise."""
        built, self._built = self._built, None
        return None if built is None else await built
