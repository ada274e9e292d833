"""Ten PDFs of mixed sizes: side by side, one after another, and by plain pypdf."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from core.documents.model import File
from core.documents.reading import Reader
from tests.fakes.files import pdf
from tests.perf.measure import Row, seconds, timed

PAGES = (5, 300, 40, 120, 10, 200, 80, 20, 160, 60)
PARALLEL_TARGET = 1.7  # times as fast as one after another, on 2 cores
PYPDF_TARGET = 8.0  # times as fast as plain pypdf, one after another
WORDS = (
    "cost", "time", "team", "risk", "value", "market", "order", "price", "month", "quarter", "budget",
)  # fmt: skip


def rows() -> Iterator[Row]:
    """The three ways, and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        files = _files(Path(folder))
        together = timed(lambda: asyncio.run(_together(files)), runs=5)
        apart = timed(lambda: asyncio.run(_apart(files)), runs=5)
        plain = timed(lambda: _pypdf(files), runs=3, warm=0)
    what = f"ten PDFs, {sum(PAGES)} pages"
    yield Row(what=f"{what}, side by side", figure=seconds(together))
    for name, timing, target in (
        ("one after another", apart, PARALLEL_TARGET),
        ("plain pypdf", plain, PYPDF_TARGET),
    ):
        ratio = timing.wall / together.wall
        yield Row(
            what=f"{what}, {name}",
            figure=f"{seconds(timing)}, {ratio:.1f} times",
            target=f"≥ {target} times",
            met=ratio >= target,
        )


def _files(folder: Path) -> list[File]:
    chance = random.Random(1)
    files = []
    for i, count in enumerate(PAGES):
        path = folder / f"report{i}.pdf"
        path.write_bytes(pdf([_page(chance) for _ in range(count)]))
        files.append(File(name=path.name, path=path))
    return files


def _page(chance: random.Random) -> str:
    lines = (" ".join(chance.choices(WORDS, k=12)) + "." for _ in range(40))
    return "\n".join(lines)


async def _together(files: list[File]) -> None:
    reader = Reader()
    async with asyncio.TaskGroup() as group:
        for file in files:
            group.create_task(reader.read(file))


async def _apart(files: list[File]) -> None:
    reader = Reader()
    for file in files:
        await reader.read(file)


def _pypdf(files: list[File]) -> None:
    from pypdf import PdfReader  # noqa: PLC0415  what it is compared with, loaded only for that

    for file in files:
        for page in PdfReader(BytesIO(file.path.read_bytes())).pages:
            page.extract_text()
