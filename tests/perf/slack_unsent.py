"""What waits in memory for a Slack that takes half a minute for an answer, with 200 drafts under way."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bot.slack import Bot
from tests.perf.commands import BRIEF
from tests.perf.measure import Row
from tests.scenario.slack.crowds import add_site, serving
from tests.scenario.slack.kit import scene

WORKSPACES, CHANNELS = 20, 10
DRAFTS = WORKSPACES * CHANNELS
ANSWER = 30.0  # seconds that Slack takes for an edit
WATCHED = 45.0  # seconds, once all drafts run
LONGEST = 240.0  # seconds until all do
TARGET = 20  # MB of views
MEGABYTE = 1_000_000


def rows() -> Iterator[Row]:
    """The views that are held."""
    with tempfile.TemporaryDirectory() as folder:
        yield asyncio.run(_row(Path(folder)))


async def _row(folder: Path) -> Row:
    every: dict[str, Any] = {
        "crossroads_concurrency": DRAFTS,
        "crossroads_workspace_concurrency": DRAFTS,
        "crossroads_max_wait": 600,
    }
    async with scene(folder) as world:
        sites = [add_site(world.slack, f"Team {number}", channels=CHANNELS) for number in range(WORKSPACES)]
        async with serving(world, *sites, **every) as bot:
            world.slack.trouble.delay(ANSWER, "chat.update")
            for site in sites:
                for place in site.channels:
                    await site.person.mentions_bot(place, BRIEF)
            most, size = await _watched(bot, lambda: world.facts.count("job_started") == DRAFTS)
            world.slack.trouble.clear()
    return Row(
        what=f"views held for a Slack of {ANSWER:.0f} s, {DRAFTS} drafts",
        figure=f"{size / MEGABYTE:.2f} MB in {most} views",
        target=f"< {TARGET} MB, one a message",
        met=size < TARGET * MEGABYTE and most <= DRAFTS,
    )


async def _watched(bot: Bot, all_run: Callable[[], bool]) -> tuple[int, int]:
    """The most views that were held at once, and the most bytes of them."""
    most, size = 0, 0
    begun, until = time.monotonic(), float("inf")
    while time.monotonic() < min(until, begun + LONGEST):
        if all_run():
            until = min(until, time.monotonic() + WATCHED)
        lives = [live for live, _ in bot.writer._messages.values()]
        held = [live._slot._held for live in lives if live._slot._held is not None]
        most, size = max(most, len(held)), max(size, sum(len(view.dumps().encode()) for view in held))
        await asyncio.sleep(1)
    if until == float("inf"):
        raise TimeoutError("not all drafts started")
    return most, size
