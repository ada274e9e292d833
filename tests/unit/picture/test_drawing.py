from __future__ import annotations

import asyncio
import re
import struct
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import PictureFailed
from core.graph.model import Graph
from core.picture.drawing import Painter, Picture, key
from core.picture.typefaces import Typefaces
from tests.unit.picture.graphs import hostile, node, staffing

SMALL = 240  # pixels: enough to see that a picture comes out

# One painter for all: a compiler takes a quarter of a second to warm up.
PAINTER = Painter(threads=2)


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def _drawn(picture: Picture) -> bytes:
    return asyncio.run(PAINTER.draw(picture))


@pytest.mark.parametrize("width", [1, 333, 390, 1000, 1800])
async def test_a_png_is_as_wide_as_asked(width: int) -> None:
    png = await PAINTER.draw(Picture(graph=staffing(), width=width))

    assert _size(png)[0] == width


@pytest.mark.parametrize("format_", ["png", "svg", "pdf"])
async def test_equal_pictures_are_equal_bytes_on_any_thread(format_: str) -> None:
    picture = Picture(graph=staffing(), format=format_, width=SMALL)  # type: ignore[arg-type]  # one of the three
    turned = replace(picture, graph=replace(staffing(), nodes=staffing().nodes[::-1]))
    fresh = Painter(threads=1)

    files = await asyncio.gather(*(PAINTER.draw(picture) for _ in range(4)), fresh.draw(turned))
    fresh.close()

    assert len(set(files)) == 1


async def test_a_pdf_has_a_title_and_a_description_and_no_date_of_its_own() -> None:
    pdf = await PAINTER.draw(Picture(graph=staffing(), format="pdf"))

    assert pdf.startswith(b"%PDF-")
    assert b"Staffing the rebuild" in pdf
    assert b"/Subject" in pdf
    assert not re.search(rb"D:20\d\d", pdf)


async def test_an_svg_has_its_text_as_paths() -> None:
    svg = (await PAINTER.draw(Picture(graph=staffing(), format="svg"))).decode("utf-8")

    assert svg.startswith("<svg")
    assert "<text" not in svg
    assert "Staffing" not in svg
    assert "<path" in svg


async def test_looks_differ() -> None:
    plain = Picture(graph=staffing(), width=SMALL)
    before = replace(staffing(), nodes=staffing().nodes[:-1], title="Before")
    looks = [
        plain,
        replace(plain, dark=True),
        replace(plain, notes=False),
        replace(plain, shares=(("hire", 40), ("agency", 60))),
        replace(plain, previous=before),
    ]

    files = [await PAINTER.draw(picture) for picture in looks]

    assert len(set(files)) == len(looks)
    assert _size(files[2])[1] < _size(files[0])[1]


def test_every_part_of_a_picture_is_in_its_key() -> None:
    plain = Picture(graph=staffing())
    swapped = replace(staffing(), option_order=("agency", "hire"))
    others = [
        replace(plain, format="svg"),
        replace(plain, dark=True),
        replace(plain, notes=False),
        replace(plain, width=900),
        replace(plain, shares=(("hire", 40),)),
        replace(plain, previous=staffing()),
        replace(plain, graph=swapped),
        replace(plain, graph=replace(staffing(), title="Another")),
    ]

    keys = [key(picture) for picture in (plain, *others)]

    assert len(set(keys)) == len(keys)
    assert key(replace(plain, graph=replace(staffing(), edges=staffing().edges[::-1]))) == keys[0]


@given(hostile, st.one_of(st.none(), hostile), st.booleans())
@settings(max_examples=30, deadline=None)
def test_any_graph_is_drawn(drawn: Graph, previous: Graph | None, dark: bool) -> None:  # noqa: FBT001  drawn
    shares = tuple((it.id, 50) for it in drawn.nodes[:3])

    png = _drawn(Picture(graph=drawn, previous=previous, dark=dark, shares=shares, width=SMALL))

    assert _size(png)[0] == SMALL


async def test_a_character_that_only_the_system_has_is_drawn_with_its_font() -> None:
    class WithSystem(Typefaces):
        def families(self, text: str) -> tuple[str, ...]:
            return (*super().families(text), *(("A System Font",) if "ꦏ" in text else ()))

    painter = Painter(threads=1, typefaces=WithSystem(extra=False))
    javanese = replace(staffing(), title="ꦏ")

    png = await painter.draw(Picture(graph=javanese, width=SMALL))
    painter.close()

    assert _size(png)[0] == SMALL


async def test_what_goes_wrong_while_drawing_is_a_failed_picture_and_the_next_one_is_drawn() -> None:
    class Failing(Typefaces):
        failing = True

        def families(self, text: str) -> tuple[str, ...]:
            if self.failing:
                raise KeyboardInterrupt("as a panic would")
            return super().families(text)

    typefaces = Failing(extra=False, system=False)
    painter = Painter(threads=1, typefaces=typefaces)

    with pytest.raises(PictureFailed, match="KeyboardInterrupt: as a panic would"):
        await painter.draw(Picture(graph=staffing(), width=SMALL))
    typefaces.failing = False

    assert _size(await painter.draw(Picture(graph=staffing(), width=SMALL)))[0] == SMALL
    painter.close()


async def test_a_compile_error_says_what_typst_says() -> None:
    class Without(Typefaces):
        def families(self, text: str) -> tuple[str, ...]:
            return super().families(text)[:0]

    painter = Painter(threads=1, typefaces=Without(extra=False, system=False))

    with pytest.raises(PictureFailed, match="TypstError"):
        await painter.draw(Picture(graph=staffing(), width=SMALL))
    painter.close()


async def test_a_closed_painter_draws_no_more() -> None:
    painter = Painter(threads=1)
    painter.close()

    with pytest.raises(PictureFailed, match="shutdown"):
        await painter.draw(Picture(graph=staffing()))


async def test_the_loop_goes_on_while_pictures_are_drawn() -> None:
    ticks = 0
    drawing = asyncio.ensure_future(PAINTER.draw(Picture(graph=staffing(), width=1200)))
    while not drawing.done():
        await asyncio.sleep(0)
        ticks += 1

    assert ticks > 1
    assert _size(await drawing)[0] == 1200


async def test_an_empty_graph_is_a_picture_too() -> None:
    empty = Graph(title="", nodes=(), edges=())
    lonely = Graph(title="", nodes=(node("o", "option"),), edges=())

    assert _size(await PAINTER.draw(Picture(graph=empty, width=SMALL)))[0] == SMALL
    assert _size(await PAINTER.draw(Picture(graph=lonely, width=SMALL)))[0] == SMALL
