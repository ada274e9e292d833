"""A second draft of the same brief and files in one process: how much of the work the caches save."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Iterator
from contextlib import aclosing

from bot import wiring
from bot.settings import Settings
from core.documents.model import File
from core.graph.model import Graph
from core.pipeline.assess import assess
from core.pipeline.draft import draft
from core.pipeline.events import Done
from core.telemetry import ignore
from tests.perf.commands import BRIEF, EXAMPLE
from tests.perf.full_graph import full_graph
from tests.perf.measure import Row

ASSESSED_TARGET = 10.0  # times as fast from the cache
RUNS = 7


def rows() -> Iterator[Row]:
    """The whole draft, and its assessed part, first and again."""
    yield from asyncio.run(_rows())


async def _rows() -> list[Row]:
    rows = []
    for what, target, work in (
        ("draft of the example without a model", None, _drafted),
        ("assessment of a full graph", ASSESSED_TARGET, _assessed),
    ):
        firsts, seconds = [], []
        for run in range(RUNS + 1):
            async with wiring.build(Settings(_env_file=None), emit=ignore, provider="template") as services:
                first, second = await work(services), await work(services)
            if run:  # the first run pays the imports
                firsts.append(first)
                seconds.append(second)
        first, second = statistics.median(firsts), statistics.median(seconds)
        ratio = first / second
        rows.append(
            Row(
                what=f"{what}, first and again",
                figure=f"{first * 1000:.1f} and {second * 1000:.1f} ms, {ratio:.0f} times",
                target=f"≥ {target:.0f} times" if target else "",
                met=ratio >= target if target else None,
            )
        )
    return rows


async def _drafted(services: wiring.Services) -> float:
    files = [File(name=n, path=EXAMPLE / n) for n in ("budget.csv", "delivery-review.pdf", "notes.md")]
    started = time.perf_counter()
    async with aclosing(draft(BRIEF, files, tools=services.tools)) as events:
        async for event in events:
            if isinstance(event, Done):
                break
    return time.perf_counter() - started


async def _assessed(services: wiring.Services) -> float:
    graph: Graph = full_graph()
    started = time.perf_counter()
    await assess(graph, kept=services.tools.assessments, risks=False, english=True)
    return time.perf_counter() - started
