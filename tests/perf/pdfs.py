"""Ten PDFs of mixed sizes: side by side, one after another, and by plain pypdf.

The PDFs are typeset: justified text in embedded subset fonts, kerned, with tables, as people's reports are.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import typst

from core.documents.model import File
from core.documents.reading import Reader
from tests.perf.measure import Row, seconds, timed

PAGES = (5, 120, 20, 60, 10, 100, 40, 15, 80, 50)
PARALLEL_TARGET = 1.7  # times as fast as one after another, on 2 cores
PYPDF_TARGET = 8.0  # times as fast as plain pypdf, one after another
FONTS = Path(__file__).parents[2] / "core" / "picture" / "fonts"
WORDS = (
    "the", "cost", "of", "a", "team", "and", "its", "time", "to", "market", "depends", "on", "risk", "that",
    "nobody", "has", "priced", "while", "quarterly", "orders", "grow", "faster",
    "than", "delivery", "quality",
)  # fmt: skip
STYLE = '#set text(font: "Inter", size: 10pt)\n#set par(justify: true)\n'


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
    compiler = typst.Compiler(root=folder, font_paths=[FONTS], ignore_system_fonts=True)
    files = []
    for i, count in enumerate(PAGES):
        source, path = folder / f"report{i}.typ", folder / f"report{i}.pdf"
        source.write_text(STYLE + "#pagebreak()\n".join(_page(chance, number) for number in range(count)))
        drawn = compiler.compile(input=str(source), format="pdf")
        assert isinstance(drawn, bytes)
        path.write_bytes(drawn)
        files.append(File(name=path.name, path=path))
    return files


def _page(chance: random.Random, number: int) -> str:
    paragraphs = (" ".join(_sentence(chance) for _ in range(6)) for _ in range(4))
    cells = ", ".join(f"[Item {i}], [{chance.randint(1, 9_999)}], [{chance.random():.2f}]" for i in range(12))
    return "\n\n".join([f"= Section {number}", *paragraphs, f"#table(columns: 3, {cells})"]) + "\n"


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(8, 22))).capitalize() + "."


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
