from __future__ import annotations

import struct
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # fontTools ships no types
from hypothesis import given
from hypothesis import strategies as st

from core.picture.codepoints import CodePoints, code_points
from core.picture.typefaces import SHIPPED

FONTS = sorted(path for path in SHIPPED.iterdir() if path.suffix in (".ttf", ".otf"))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_shipped_font_draws_what_fonttools_says_it_does(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        expected = set(font.getBestCmap())

    found = {point for first, last in code_points(path).ranges for point in range(first, last + 1)}

    assert found == expected


def _font(subtables: list[tuple[int, int, bytes]], *, collection: bool = False) -> bytes:
    """A font of nothing but a `cmap` with these (platform, encoding, subtable)."""
    header, body = struct.pack(">HH", 0, len(subtables)), b""
    for platform, encoding, subtable in subtables:
        header += struct.pack(">HHI", platform, encoding, 4 + 8 * len(subtables) + len(body))
        body += subtable
    start = 16 if collection else 0
    table = start + 12 + 16
    directory = struct.pack(">IH6x", 0x00010000, 1) + struct.pack(
        ">4sIII", b"cmap", 0, table, len(header + body)
    )
    return (struct.pack(">4sIII", b"ttcf", 0, 1, 16) if collection else b"") + directory + header + body


# Format 4: A–C by delta, E and G from a list in which F is missing, then the closing segment.
_SEGMENTS = struct.pack(">HHHH6x", 4, 0, 0, 6) + struct.pack(
    ">3H2x3H3H3H3H", 0x43, 0x47, 0xFFFF, 0x41, 0x45, 0xFFFF, 0, 0, 1, 0, 4, 0, 5, 0, 6
)
_GROUPS = struct.pack(">HHIII", 12, 0, 0, 0, 1) + struct.pack(">III", 0x1F600, 0x1F602, 1)


def test_segments_leave_out_what_the_font_lists_as_missing(tmp_path: Path) -> None:
    font = tmp_path / "small.ttf"
    font.write_bytes(_font([(3, 1, _SEGMENTS)]))

    points = code_points(font)

    assert points.ranges == ((0x41, 0x43), (0x45, 0x45), (0x47, 0x47))


def test_groups_are_read_before_segments_and_faces_of_a_collection_are_found(tmp_path: Path) -> None:
    font = tmp_path / "small.ttc"
    font.write_bytes(_font([(3, 1, _SEGMENTS), (3, 10, _GROUPS)], collection=True))

    points = code_points(font, 0)

    assert "😀" in points
    assert "😃" not in points
    assert "A" not in points


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a font at all",
        struct.pack(">IH6x", 0x00010000, 0),
        _font([(1, 0, _SEGMENTS)]),
        _font([(3, 1, struct.pack(">HH", 6, 0))]),
        _font([(3, 10, _GROUPS[:12])]),
    ],
)
def test_a_file_that_is_no_font_is_a_value_error(tmp_path: Path, content: bytes) -> None:
    font = tmp_path / "broken.ttf"
    font.write_bytes(content)

    with pytest.raises(ValueError, match=r"cmap|font"):
        code_points(font)


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        code_points(tmp_path / "gone.ttf")


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40))), st.integers(0, 400))
def test_a_set_of_ranges_has_what_any_of_them_has(spans: list[tuple[int, int]], point: int) -> None:
    ranges = [(first, first + length) for first, length in spans]

    assert (chr(point) in CodePoints(ranges)) == any(first <= point <= last for first, last in ranges)
