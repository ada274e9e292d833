"""`make memcheck`: 300 drafts with files and pictures in one process; its memory must level off."""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
from contextlib import aclosing
from pathlib import Path

import psutil

from bot import wiring
from bot.settings import Settings
from core.documents.model import File
from core.picture.drawing import Picture
from core.pipeline.draft import draft
from core.pipeline.events import Done
from core.telemetry import ignore
from tests.perf.commands import EXAMPLE

DRAFTS = 300
EVERY = 10  # drafts between two readings
GROWTH = 1.10  # times: the last third may stand this far above the second
BRIEF = "Should team {number} hire three engineers or use contractors for {number} weeks, at most ${number}k?"
MEGABYTE = 1_000_000


def main() -> int:
    """Draft, print resident memory as it goes, compare the thirds."""
    with tempfile.TemporaryDirectory() as folder:
        readings = asyncio.run(_readings(Path(folder)))
    third = len(readings) // 3
    second, last = statistics.mean(readings[third : 2 * third]), statistics.mean(readings[2 * third :])
    ratio = last / second
    print(f"second third {second:.0f} MB, last third {last:.0f} MB, {ratio:.3f} times (at most {GROWTH})")
    return 0 if ratio <= GROWTH else 1


async def _readings(folder: Path) -> list[float]:
    process = psutil.Process()
    readings = []
    async with wiring.build(Settings(_env_file=None), emit=ignore, provider="template") as services:
        for number in range(1, DRAFTS + 1):
            files = await asyncio.to_thread(_files, folder, number)
            async with aclosing(draft(BRIEF.format(number=number), files, tools=services.tools)) as events:
                async for event in events:
                    if isinstance(event, Done):
                        await services.painter.draw(Picture(graph=event.draft.assessment.graph))
            if number % EVERY == 0:
                readings.append(process.memory_info().rss / MEGABYTE)
                print(f"{number:4} drafts  {readings[-1]:6.0f} MB", flush=True)
    return readings


def _files(folder: Path, number: int) -> list[File]:
    """The example's files, each a little different every time, so that nothing comes from a cache."""
    files = []
    for name in ("budget.csv", "notes.md", "delivery-review.pdf"):
        path = folder / name
        path.write_bytes((EXAMPLE / name).read_bytes() + b"\n%d\n" % number)
        files.append(File(name=name, path=path))
    return files


if __name__ == "__main__":
    sys.exit(main())
