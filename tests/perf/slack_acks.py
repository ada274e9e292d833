"""Ten briefs a second for a minute: how fast each is acknowledged, and that each comes to one end."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from tests.perf.measure import Row
from tests.perf.slack_drafts import quantile
from tests.perf.slack_stage import WORKSPACES, is_draft, is_over, staged

MODEL = 0.2  # seconds a reply takes
RATE, SECONDS = 10, 60  # briefs a second, and for how long
ACK_TARGET = 0.3  # seconds, at the 99th percentile
LONGEST = 400.0  # seconds until all must be over


def rows() -> Iterator[Row]:
    """The flood."""
    yield from asyncio.run(_rows())


async def _rows() -> list[Row]:
    async with staged(reply=MODEL) as stage:
        async with asyncio.TaskGroup() as group:
            for _ in range(RATE * SECONDS):
                group.create_task(stage.ask())
                await asyncio.sleep(1 / RATE)
        await stage.slack.until(stage.all_over, timeout=LONGEST)
        acks = [asked.ack for asked in stage.asked]
        threads = [stage.answers(asked) for asked in stage.asked]
        once = sum(len(thread) == 2 and is_over(thread[1]) for thread in threads)
        drafts = sum(is_draft(thread[1]) for thread in threads)
        limited = sum(call.status == 429 for call in stage.slack.calls)
        failed = sum(not asked.ok for asked in stage.asked)
    slowest = quantile(acks, 0.99)
    return [
        Row(
            what=f"ack at {RATE} briefs a second for {SECONDS} s, {WORKSPACES} workspaces",
            figure=f"p50 {quantile(acks, 0.5) * 1000:.0f} ms, p99 {slowest * 1000:.0f} ms",
            target=f"p99 ≤ {ACK_TARGET * 1000:.0f} ms",
            met=slowest <= ACK_TARGET and not failed,
        ),
        Row(
            what="of these, ended in exactly one message",
            figure=f"{once} of {len(threads)}, {drafts} drafts, {limited} calls limited",
            target="all",
            met=once == len(threads),
        ),
    ]
