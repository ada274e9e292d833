"""Makes NotoSansCJKSupplement.otf: the Korean and Chinese of national standards that Noto Sans JP lacks.

python -m tests.unit.picture.supplement NotoSansCJK-VF.otf.ttc NotoSansJP.otf OUT.otf
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]  # fontTools ships no types
from fontTools.pens.t2CharStringPen import T2CharStringPen  # type: ignore[import-untyped]  # fontTools ships no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # fontTools ships no types

FAMILY = "Noto Sans CJK Supplement"
SIMPLIFIED = 2  # the collection's face with the forms of mainland China
WEIGHT = 400
_CELLS = range(0xA1, 0xFF)


def wanted() -> set[int]:
    """The code points of KS X 1001, GB 2312 and Big5."""
    korean = _standard("euc_kr", range(0xA1, 0xFE), _CELLS)
    simplified = _standard("gb2312", range(0xA1, 0xFE), _CELLS)
    traditional = _standard("big5", range(0xA1, 0xFA), [*range(0x40, 0x7F), *_CELLS])
    return {ord(char) for chars in (korean, simplified, traditional) for char in chars}


def _standard(codec: str, rows: Iterable[int], cells: Iterable[int]) -> Iterator[str]:
    cells = list(cells)
    for row in rows:
        for cell in cells:
            yield from bytes([row, cell]).decode(codec, "ignore")


def build(cjk: str, japanese: str, out: str) -> None:
    """Draws the glyphs at one weight into a new font: typst reads no CFF2 table without its axes."""
    source = TTFont(cjk, fontNumber=SIMPLIFIED)
    names = source.getBestCmap()
    have = TTFont(japanese).getBestCmap()
    points = {point: names[point] for point in sorted(wanted()) if point in names and point not in have}
    order = [".notdef", *dict.fromkeys(points.values())]
    glyphs = source.getGlyphSet(location={"wght": WEIGHT})
    strings: dict[str, Any] = {}
    for name in order:
        pen = T2CharStringPen(glyphs[name].width, glyphs)
        glyphs[name].draw(pen)
        strings[name] = pen.getCharString()
    font = FontBuilder(source["head"].unitsPerEm, isTTF=False)
    font.setupGlyphOrder(order)
    font.setupCharacterMap(points)
    font.setupCFF("NotoSansCJKSupplement", {"FullName": FAMILY}, strings, {})
    font.setupHorizontalMetrics({name: (round(glyphs[name].width), 0) for name in order})
    _describe(font, source)
    font.save(out)


def _describe(font: FontBuilder, source: TTFont) -> None:
    """Names and line metrics, with no date, so that the same source gives the same bytes."""
    head, rule = source["hhea"], source["OS/2"]
    font.setupHorizontalHeader(ascent=head.ascent, descent=head.descent)
    font.setupNameTable(
        {
            "copyright": "© 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.",
            "familyName": FAMILY,
            "styleName": "Regular",
            "uniqueFontIdentifier": "NotoSansCJKSupplement",
            "fullName": FAMILY,
            "psName": "NotoSansCJKSupplement",
            "version": "Version 2.004",
            "licenseDescription": "SIL Open Font License, Version 1.1",
        }
    )
    kept = ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent")
    font.setupOS2(usWeightClass=WEIGHT, **{name: getattr(rule, name) for name in kept})
    font.setupPost()
    font.font["head"].created = font.font["head"].modified = 0
    font.font.recalcTimestamp = False


if __name__ == "__main__":
    build(*sys.argv[1:])
