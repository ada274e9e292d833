from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.picture.graphemes import graphemes
from core.picture.text import MAX_LABEL, MISSING, UNNAMED, drawable, is_rtl, plain
from core.picture.typefaces import Typefaces

SHIPPED = Typefaces(extra=False, system=False)


@given(st.text(), st.integers(2, 60))
def test_a_plain_label_is_one_clean_line_within_its_limit(text: str, limit: int) -> None:
    shown = plain(text, limit)

    assert shown
    assert len(list(graphemes(shown))) <= max(limit, len(UNNAMED))
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Co") for char in shown)
    assert not any(
        unicodedata.bidirectional(char) in ("RLO", "LRO", "RLE", "LRE", "PDF", "RLI") for char in shown
    )
    shown.encode("utf-8")


@given(st.text())
@settings(deadline=None)
def test_what_is_drawable_has_a_glyph(text: str) -> None:
    shown = drawable(text, SHIPPED)

    shapeless = {"\u200b", "\u00ad", "\u200c", "\u200d", "\ufe0e", "\ufe0f"}
    seen = [char for char in shown if char not in shapeless and not 0xE0020 <= ord(char) < 0xE0080]
    assert all(char.isspace() or SHIPPED.face(char) for char in seen)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  two\n lines\t", "two lines"),
        ("", UNNAMED),
        ("\x00\u202e\u2066", UNNAMED),
        ("\u200d\ufe0f", UNNAMED),
        ("e\u0301", "é"),
        ("\ud800x", "x"),
        ("#set $x$ *bold*", "#set $x$ *bold*"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_a_cut_label_ends_in_an_ellipsis_and_cuts_no_character() -> None:
    assert plain("👩‍👩‍👧‍👦" * 10, 3) == "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…"
    assert len(plain("a" * 10_000)) == MAX_LABEL


def test_towers_of_marks_are_trimmed_to_what_scripts_use() -> None:
    assert plain("a" + "\u0301" * 50 + "b") == "á\u0301b"
    assert plain("ế") == "ế"
    assert plain("กี่") == "กี่"
    assert plain("ก" + "\u0e48" * 40) == "ก" + "\u0e48" * 4


def test_what_no_font_has_is_one_dot_a_run() -> None:
    assert drawable("a \U00013000\U00013001 b", SHIPPED) == f"a {MISSING} b"


def test_a_mark_that_the_font_of_its_base_lacks_is_left_out() -> None:
    assert drawable("日\u0e31", SHIPPED) == "日"
    assert drawable("\U00010a01", SHIPPED) == MISSING


def test_long_words_get_places_to_break() -> None:
    assert drawable("Donaudampfschifffahrtsgesellschaft", SHIPPED).count("\u00ad") >= 2
    assert drawable("0123456789" * 3, SHIPPED).count("\u200b") >= 2
    assert drawable("a short label", SHIPPED) == "a short label"
    assert drawable("日本市場にどう参入するか日本市場にどう参入するか", SHIPPED).isalpha()


def test_places_to_break_change_nothing_else() -> None:
    word = "Elektrizitätshauptbetriebswerk/2026_final-final-final"

    assert drawable(word, SHIPPED).replace("\u00ad", "").replace("\u200b", "") == word


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("فتح مكتب", True),
        ("שירות", True),
        ("123 — שירות", True),
        ("Tokyo שירות", False),
        ("123", False),
        ("", False),
        ("日本", False),
    ],
)
def test_direction_follows_the_first_strong_character(text: str, *, rtl: bool) -> None:
    assert is_rtl(text) is rtl


def test_a_number_is_never_parted_from_its_unit() -> None:
    assert drawable("prix +5 % ou 10 ‰, 53%", SHIPPED) == "prix +5\u00a0% ou 10\u00a0‰, 53%"
    assert drawable("a % of it", SHIPPED) == "a % of it"
