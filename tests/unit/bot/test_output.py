"""What a draft leaves behind in its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.output import Files
from core.cache import Cache
from core.documents.reading import Reader
from core.errors import PictureFailed
from core.llm.template import TemplateProvider
from core.picture.cached import CachedPainter
from core.picture.drawing import Painter, Picture
from core.pipeline.draft import Tools, draft
from core.pipeline.events import Done, Draft
from tests.fakes.clock import JumpingClock

BRIEF = "Should we hire three engineers or use an agency for the rebuild? It must ship by March."


class Torn(Painter):
    """A painter that can draw no picture of one format."""

    def __init__(self, torn: str) -> None:
        super().__init__()
        self._torn = torn

    async def draw(self, picture: Picture) -> bytes:
        if picture.format == self._torn:
            raise PictureFailed("out of paint")
        return b"drawn"


async def drafted(cache: Cache) -> Draft:
    tools = Tools(
        provider=TemplateProvider(),
        reader=Reader(),
        assessments=cache.space("assessments"),
        clock=JumpingClock(),
    )
    (done,) = [event async for event in draft(BRIEF, tools=tools) if isinstance(event, Done)]
    return done.draft


def files_in(folder: Path) -> set[Path]:
    return set(folder.iterdir())


@pytest.mark.parametrize("torn", ["png", "svg"])
async def test_without_a_picture_the_graph_and_the_report_are_written_all_the_same(
    torn: str, tmp_path: Path
) -> None:
    async with Cache() as cache:
        painter = CachedPainter(Torn(torn), cache.space("pictures"))
        paths = await Files(tmp_path, painter).write(await drafted(cache))
    assert (
        set(paths)
        == files_in(tmp_path)
        == {tmp_path / name for name in ("graph.json", "sources.json", "report.md")}
    )
    assert "graph.png" not in (tmp_path / "report.md").read_text()
