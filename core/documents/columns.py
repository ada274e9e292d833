"""Puts the text of a PDF page into reading order when its stream hops between columns.

PDFium gives text in the order of the page's stream, which interleaves the columns of some pages. Their
rectangles show the white gutters between the columns; where prose stands on both sides of a gutter and
the stream keeps crossing it, the text is read again column by column.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it is imported by who has a page already
    from pypdfium2 import PdfTextPage

Box = tuple[float, float, float, float]  # left, bottom, right, top; points from the page's lower left corner

FEWEST_BOXES = 20
MOST_BOXES = 4_000
MOST_GUTTERS = 3
NARROWEST_GUTTER = 6  # points
NARROWEST_COLUMN = 60  # points
MARGIN = 40  # points at each side in which no gutter is looked for
WIDEST_BOX = 0.6  # of the page's width; a wider one (a title) says nothing of columns
COVERED = 0.04  # of the fullest place: what may cross a gutter
SIDE = 0.15  # of all text: the least that stands on each side
HOPS = 0.06  # of all boxes: crossings that a page in reading order may have
LOST = 0.02  # of all characters: the most that reading by columns may miss
FEWEST_LINES, FEWEST_WORDS = 8, 4  # a column of prose has lines, and lines have words; a table's cells do not
_WORD = re.compile(r"[^\W\d_]{2,}")


def page_text(page: PdfTextPage, width: float, height: float) -> str:
    """The page's text: as the stream has it, unless that interleaves columns. Sizes in points."""
    plain: str = page.get_text_range()
    count = page.count_rects()
    if not FEWEST_BOXES <= count <= MOST_BOXES:
        return plain
    boxes: list[Box] = [page.get_rect(index) for index in range(count)]
    found = gutters(boxes, width, height)
    if not found or not _hops(boxes, found):
        return plain
    ordered = _by_column(page, boxes, found)
    if ordered is None or abs(_letters(ordered) - _letters(plain)) > LOST * _letters(plain) + 5:
        return plain
    return ordered


def gutters(boxes: list[Box], width: float, height: float) -> list[float]:
    """The x of each vertical white band with text on both sides of it; none when there are too many."""
    body = [b for b in boxes if 1 < b[2] - b[0] < WIDEST_BOX * width and 1 < b[3] - b[1] < height]
    if len(body) < FEWEST_BOXES:
        return []
    left, right = max(0, int(min(b[0] for b in body))), int(min(width, max(b[2] for b in body)))
    cover = _cover(body, int(width) + 2)
    most = COVERED * max(cover)
    found: list[float] = []
    x = left + MARGIN
    while x < right - MARGIN:
        end = x
        while end < right and cover[end] <= most:
            end += 1
        middle = (x + end) / 2
        previous = found[-1] if found else left
        if end - x >= NARROWEST_GUTTER and middle - previous > NARROWEST_COLUMN and _parts(body, middle):
            found.append(middle)
        x = end + 1
    return found if len(found) <= MOST_GUTTERS else []


def _cover(boxes: list[Box], width: int) -> list[float]:
    """For each x, the height of all boxes that lie over it: the running sum of where they begin and end."""
    change = [0.0] * (width + 1)
    for box in boxes:
        start, end = max(0, int(box[0]) + 1), min(width, int(box[2]))
        if start < end:
            change[start] += box[3] - box[1]
            change[end] -= box[3] - box[1]
    return list(accumulate(change))[:width]


def _parts(boxes: list[Box], x: float) -> bool:
    """True when a fair share of the text stands on each side of x."""
    total = sum(b[3] - b[1] for b in boxes)
    before = sum(b[3] - b[1] for b in boxes if b[2] <= x + 1)
    after = sum(b[3] - b[1] for b in boxes if b[0] >= x - 1)
    return min(before, after) > SIDE * total


def _column(box: Box, found: list[float]) -> int:
    return sum(x < (box[0] + box[2]) / 2 for x in found)


def _spans(box: Box, found: list[float]) -> bool:
    return any(box[0] < x - 4 < x + 4 < box[2] for x in found)


def _hops(boxes: list[Box], found: list[float]) -> bool:
    """True when the stream changes columns more often than it has to."""
    columns = [_column(box, found) for box in boxes if not _spans(box, found)]
    changes = sum(a != b for a, b in pairwise(columns))
    return changes > 3 * (len(found) + 1) + HOPS * len(columns)


def _by_column(page: PdfTextPage, boxes: list[Box], found: list[float]) -> str | None:
    """The text band by band, each band column by column; None when a column holds no prose.

    A box that crosses a gutter (a title, a wide table) ends the band above it.
    """
    lines: list[str] = []
    words: list[list[int]] = [[] for _ in range(len(found) + 1)]
    band: list[Box] = []

    def end_band() -> None:
        for column, counts in enumerate(words):
            mine = [box for box in band if _column(box, found) == column]
            new = _lines(page, mine)
            counts += [len(_WORD.findall(line)) for line in new]
            lines.extend(new)
        band.clear()

    for box in sorted(boxes, key=lambda b: -b[3]):
        if _spans(box, found):
            end_band()
            lines.append(page.get_text_bounded(*box).strip())
        else:
            band.append(box)
    end_band()
    prose = all(len(counts) >= FEWEST_LINES and _median(counts) >= FEWEST_WORDS for counts in words)
    return "\n".join(lines) if prose else None


def _lines(page: PdfTextPage, boxes: list[Box]) -> list[str]:
    """The text of these boxes from top to bottom; boxes of one height are one line, from left to right."""
    lines: list[list[str]] = []
    height = None
    for box in sorted(boxes, key=lambda b: (-round((b[1] + b[3]) / 8), b[0])):
        middle = (box[1] + box[3]) / 2
        if height is None or abs(middle - height) > max(2.5, (box[3] - box[1]) * 0.45):
            lines.append([])
        height = middle
        if text := page.get_text_bounded(*box).strip():
            lines[-1].append(text)
    return [" ".join(line) for line in lines if line]


def _median(numbers: list[int]) -> int:
    return sorted(numbers)[len(numbers) // 2]


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
