"""The characters a font file can draw, read from its `cmap` table alone.

OpenType 1.9, `cmap`: subtables of format 12 (32-bit groups) and format 4 (16-bit segments) are read; every
Unicode font carries one of them. Reading a font takes about a millisecond and none of its outlines.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

_Range = tuple[int, int]  # first and last code point
_GROUPS, _SEGMENTS = 12, 4  # formats of a subtable
_CLOSING = 0xFFFF  # the first code point of the segment that ends a table and maps nothing
_UNICODE = {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}  # (platform, encoding) of Unicode subtables


class CodePoints:
    """A set of code points kept as ranges."""

    def __init__(self, ranges: Iterable[_Range]) -> None:
        self.ranges = tuple(_merged(sorted(ranges)))
        self._starts = [first for first, _ in self.ranges]

    def __contains__(self, char: str) -> bool:
        """True when the set has this one character."""
        at = bisect_right(self._starts, ord(char)) - 1
        return at >= 0 and ord(char) <= self.ranges[at][1]


def code_points(path: Path, index: int = 0) -> CodePoints:
    """What face `index` of a font file or collection maps to a glyph.

    Raises OSError when the file cannot be read, ValueError when it is no font or has no Unicode `cmap`.
    """
    with path.open("rb") as file:
        try:
            return CodePoints(_ranges(_cmap(file, index)))
        except struct.error as error:
            raise ValueError(f"{path.name} is not a readable font") from error


def _cmap(file: BinaryIO, index: int) -> bytes:
    offset = 0
    if file.read(4) == b"ttcf":
        file.seek(12 + 4 * index)
        (offset,) = struct.unpack(">I", file.read(4))
    file.seek(offset + 4)
    (tables,) = struct.unpack(">H6x", file.read(8))
    for _ in range(tables):
        tag, start, length = struct.unpack(">4s4xII", file.read(16))
        if tag == b"cmap":
            file.seek(start)
            return file.read(length)
    raise ValueError("no cmap table")


def _ranges(cmap: bytes) -> Iterator[_Range]:
    (count,) = struct.unpack_from(">H", cmap, 2)
    formats = {}
    for i in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", cmap, 4 + 8 * i)
        if (platform, encoding) in _UNICODE:
            formats[struct.unpack_from(">H", cmap, offset)[0]] = offset
    if _GROUPS in formats:
        return _groups(cmap, formats[_GROUPS])
    if _SEGMENTS in formats:
        return _segments(cmap, formats[_SEGMENTS])
    raise ValueError("no Unicode cmap")


def _groups(cmap: bytes, offset: int) -> Iterator[_Range]:
    """Format 12: groups of (first, last, glyph of the first)."""
    (count,) = struct.unpack_from(">I", cmap, offset + 12)
    for first, last, _ in struct.iter_unpack(">III", cmap[offset + 16 : offset + 16 + 12 * count]):
        yield first, last


def _segments(cmap: bytes, offset: int) -> Iterator[_Range]:
    """Format 4: segments whose glyphs follow from a delta, or are listed, with 0 for a missing one."""
    (double,) = struct.unpack_from(">H", cmap, offset + 6)
    row = f">{double // 2}H"
    lasts = struct.unpack_from(row, cmap, offset + 14)
    firsts = struct.unpack_from(row, cmap, offset + 16 + double)
    listed = struct.unpack_from(row, cmap, offset + 16 + 3 * double)
    for i, (first, last, at) in enumerate(zip(firsts, lasts, listed, strict=True)):
        if first == _CLOSING:
            continue
        if not at:
            yield first, last
            continue
        base = offset + 16 + 3 * double + 2 * i + at
        glyphs = struct.unpack_from(f">{last - first + 1}H", cmap, base)
        yield from ((first + j, first + j) for j, glyph in enumerate(glyphs) if glyph)


def _merged(ranges: list[_Range]) -> Iterator[_Range]:
    current: _Range | None = None
    for first, last in ranges:
        if current and first <= current[1] + 1:
            current = (current[0], max(current[1], last))
            continue
        if current:
            yield current
        current = (first, last)
    if current:
        yield current
