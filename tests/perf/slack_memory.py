"""What the served bot holds in memory: idle, and with 200 drafts under way."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from tests.perf.measure import Row
from tests.perf.slack_stage import staged

DRAFTS = 200
MODEL = 90.0  # seconds a reply takes, so that all are under way at once
IDLE_TARGET = 150  # MB
SETTLING = 5.0  # seconds
LONGEST = 120.0  # seconds


def rows() -> Iterator[Row]:
    """Idle, then busy."""
    yield from asyncio.run(_rows())


async def _rows() -> list[Row]:
    every = str(DRAFTS)
    many = {
        "CROSSROADS_CONCURRENCY": every,
        "CROSSROADS_WORKSPACE_CONCURRENCY": every,
        "CROSSROADS_MODEL_CALLS": every,
        "CROSSROADS_MAX_WAIT": "600",
    }
    async with staged(reply=MODEL, streamed=MODEL / 2, **many) as stage:
        await asyncio.sleep(SETTLING)
        idle = stage.memory
        for _ in range(DRAFTS):
            await stage.ask()
        async with asyncio.timeout(LONGEST):
            while stage.model.busiest < DRAFTS:  # noqa: ASYNC110  the fake tells nobody
                await asyncio.sleep(0.2)
        await asyncio.sleep(SETTLING)
        busy = stage.memory
    return [
        Row(
            what="resident memory of the server, idle",
            figure=f"{idle:.0f} MB",
            target=f"≤ {IDLE_TARGET} MB",
            met=idle <= IDLE_TARGET,
        ),
        Row(what=f"the same with {DRAFTS} drafts under way", figure=f"{busy:.0f} MB"),
    ]
