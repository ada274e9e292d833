"""Every format comes out whole, through the one door that all who export use."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from markdown_it import MarkdownIt

from core.errors import PictureFailed
from core.export import Format, exported
from core.graph.export.texts import WRITERS
from core.graph.model import Graph
from core.picture.drawing import Painter
from core.pipeline.assess import assessed
from core.pipeline.events import Assessment
from tests.unit.graph.export import readers
from tests.unit.graph.export.test_formats import HOSTILE, graphs
from tests.unit.graph.samples import node, staffing, with_nodes

SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def painter() -> Iterator[Painter]:
    made = Painter(threads=1)
    yield made
    made.close()


def found(graph: Graph) -> Assessment:
    return assessed(graph, risks=True, english=True)


def hostile() -> Graph:
    graph = with_nodes(staffing(), node("hire", "option", HOSTILE[2]), node("cost", "outcome", HOSTILE[3]))
    return replace(graph, title=HOSTILE[1])


async def check_pictures(graph: Graph, painter: Painter) -> None:
    assessment = found(graph)
    png = await exported(assessment, Format.PNG, painter=painter)
    width, height = struct.unpack(">II", png[16:24])
    assert png.startswith(SIGNATURE)
    assert width == 1800
    assert height > 400
    svg = readers.xml((await exported(assessment, Format.SVG, painter=painter)).decode())
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    pdf = pypdf.PdfReader(io.BytesIO(await exported(assessment, Format.PDF, painter=painter)))
    assert len(pdf.pages) == 1


@pytest.mark.parametrize("graph", [staffing(), hostile()], ids=["plain", "hostile"])
async def test_pictures_open_in_other_readers(graph: Graph, painter: Painter) -> None:
    await check_pictures(graph, painter)


@pytest.mark.slow
async def test_two_hundred_pictures_open_in_other_readers(painter: Painter) -> None:
    for graph in graphs(200):
        await check_pictures(graph, painter)


async def test_the_words_of_a_pdf_can_be_read(painter: Painter) -> None:
    pdf = await exported(found(staffing()), Format.PDF, painter=painter)
    words = "".join(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    assert "Useanagency" in words


async def test_the_report_bears_its_day_and_its_notes(painter: Painter) -> None:
    assessment = found(staffing())
    content = await exported(
        assessment, Format.MARKDOWN, painter=painter, notes=["scan.pdf: a scan"], on=date(2026, 11, 22)
    )
    text = content.decode()
    assert "**Date:** 2026-11-22" in text
    assert "- scan\\.pdf: a scan" in text
    headings = [t for t in MarkdownIt().parse(text) if t.type == "heading_open"]
    assert len(headings) == text.count("\n## ") + 1


async def test_every_text_comes_as_its_writer_wrote_it(painter: Painter) -> None:
    assessment = found(staffing())
    for form, write in WRITERS.items():
        assert await exported(assessment, form, painter=painter) == write(assessment.graph).encode(), form


async def test_half_a_surrogate_pair_stops_no_text(painter: Painter) -> None:
    assessment = found(replace(staffing(), title="half \ud83d"))
    for form in (*WRITERS, Format.MARKDOWN):
        assert b"half" in await exported(assessment, form, painter=painter) or form is Format.CSV


async def test_a_picture_that_cannot_be_drawn_says_so() -> None:
    closed = Painter(threads=1)
    closed.close()
    with pytest.raises(PictureFailed):
        await exported(found(staffing()), Format.PNG, painter=closed)
