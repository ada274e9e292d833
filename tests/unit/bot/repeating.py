"""Runs what never ends by itself until it has told enough."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from core.telemetry import Scalar
from tests.fakes.facts import Facts


class Enough(Facts):
    """`reached` is set once there are `count` facts."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._enough = count
        self.reached = asyncio.Event()

    def __call__(self, event: str, /, **facts: Scalar) -> None:
        super().__call__(event, **facts)
        if len(self.seen) >= self._enough:
            self.reached.set()


async def run_until(enough: Enough, running: Coroutine[Any, Any, None]) -> None:
    async with asyncio.TaskGroup() as group:
        task = group.create_task(running)
        await enough.reached.wait()
        task.cancel()
