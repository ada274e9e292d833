from __future__ import annotations

import pytest

from core.graph.model import NodeKind
from core.picture.palette import DARK, LIGHT, OTHER, Palette

TEXT, MARK = 4.5, 3.0  # least contrast, WCAG 2.2
# Linear RGB as seen with one kind of cone missing (Viénot, Brettel, Mollon: Color Research 24(4), 1999).
MISSING_CONES = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}
THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
KINDS = [*NodeKind, OTHER]


def _linear(color: str) -> list[float]:
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def _contrast(a: str, b: str) -> float:
    low, high = sorted(
        sum(k * c for k, c in zip((0.2126, 0.7152, 0.0722), _linear(color), strict=True)) for color in (a, b)
    )
    return (high + 0.05) / (low + 0.05)


def _color(palette: Palette, name: str) -> str:
    color = palette[name]
    assert isinstance(color, str)
    return color


@THEMES
def test_text_stands_out_from_what_it_stands_on(palette: Palette) -> None:
    page = _color(palette, "page")
    for name in ("ink", "quiet", "good", "neutral"):
        assert _contrast(_color(palette, name), page) >= TEXT, name
    assert _contrast(_color(palette, "on_mark"), _color(palette, "mark")) >= TEXT
    for kind in KINDS:
        fill = palette[kind]
        assert isinstance(fill, tuple)
        background, ink, _ = fill
        assert _contrast(ink, background) >= TEXT, kind
        if kind != NodeKind.GOAL:
            assert _contrast(_color(palette, "quiet"), background) >= TEXT, kind


@THEMES
def test_lines_and_marks_stand_out_from_the_page(palette: Palette) -> None:
    page = _color(palette, "page")

    for name in ("good", "bad", "neutral", "rail", "gone"):
        assert _contrast(_color(palette, name), page) >= MARK, name


@THEMES
@pytest.mark.parametrize("kind", MISSING_CONES)
def test_help_and_harm_differ_without_one_kind_of_cone(palette: Palette, kind: str) -> None:
    def seen(color: str) -> list[float]:
        rgb = _linear(color)
        return [sum(k * c for k, c in zip(row, rgb, strict=True)) for row in MISSING_CONES[kind]]

    good, bad = seen(_color(palette, "good")), seen(_color(palette, "bad"))

    assert max(abs(a - b) for a, b in zip(good, bad, strict=True)) > 0.25


@THEMES
def test_help_and_harm_differ_in_grey(palette: Palette) -> None:
    assert _contrast(_color(palette, "good"), _color(palette, "bad")) > 1.3
