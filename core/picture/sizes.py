"""The widths of a picture's columns, gutters and middle, in units of which a plain picture has 840.

Heights depend on how labels wrap and are found by the template. Widths are found here, from estimates on
the wide side, so that the picture's width in pixels is known before it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MARGIN = 24
MIN_WIDTH = 840
RAIL = 42  # from the margin to the options, when a rail leads to them
_RAIL_BESIDE = 28  # the same when lanes run between
LANE = 14  # between lanes
TRUNK = 16  # between trunk lanes
_LEFT = (250, 292)  # least and most width of the left column
_RIGHT = (242, 262)  # the same of the right one, whose captions are long
_CURVE = (112, 200)  # least and most width in which links cross over
_CURVE_LINK = 4  # added to it for each link beyond the first eight
_FEW_LINKS = 8
_TAG_GAPS = 30  # around a tag and before the mark at a link's end
LANE_START = 26  # from a tag beside a column to the first lane
_LANE_END = 8  # past the last lane
_DIGIT = 13.2
_PERCENT = 19
_NOTE_DIGIT = 10.2
_PILL = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """What stands where a link begins: how sure, the number of its source, and whether it is a pill."""

    text: str
    note: str
    pill: bool

    @property
    def width(self) -> float:
        """At most this wide, in units."""
        wide = sum(char in "%→" for char in self.text)
        digits = len(self.text) - wide
        return digits * _DIGIT + wide * _PERCENT + len(self.note) * _NOTE_DIGIT + self.pill * _PILL


@dataclass(frozen=True, slots=True, kw_only=True)
class Gutter:
    """What stands outside a column: how many lanes, and the widest tag beside it (0 when there is none)."""

    lanes: int = 0
    tag: float = 0

    @property
    def width(self) -> float:
        """From the column's edge past the outermost lane."""
        return self.tag + LANE_START + LANE * (self.lanes - 1) + _LANE_END if self.lanes else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Widths:
    """The whole width; x and width of each column; x of decisions that head options; tags beside."""

    width: float
    left: tuple[float, float]
    right: tuple[float, float]
    head: float
    left_tag: float
    right_tag: float


def widths(*, rail: bool, trunk: int, left: Gutter, right: Gutter, tags: float, across: int) -> Widths:
    """Widths for this much beside and between the columns: `across` links there, and the width of `tags`."""
    head = MARGIN + (TRUNK * trunk + 8 if trunk else 0)
    start = head + left.width + (RAIL if rail and not left.lanes else _RAIL_BESIDE if rail else 0)
    around = start + right.width + MARGIN
    middle = tags + _TAG_GAPS + min(_CURVE[1], _CURVE[0] + _CURVE_LINK * max(0, across - _FEW_LINKS))
    spare = max(0, MIN_WIDTH - around - middle - _LEFT[0] - _RIGHT[0])
    left_width = min(_LEFT[1], _LEFT[0] + spare / 2)
    right_width = min(_RIGHT[1], _RIGHT[0] + spare / 2)
    width = max(MIN_WIDTH, around + middle + left_width + right_width)
    return Widths(
        width=width,
        left=(start, left_width),
        right=(width - MARGIN - right.width - right_width, right_width),
        head=head,
        left_tag=left.tag,
        right_tag=right.tag,
    )


def widest(tags: Iterable[Tag]) -> float:
    """The width of the widest tag; 0 when there is none."""
    return max((tag.width for tag in tags), default=0)
