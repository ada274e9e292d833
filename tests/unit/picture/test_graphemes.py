from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.picture.graphemes import graphemes


@given(st.text())
def test_the_characters_spell_the_text_again(text: str) -> None:
    assert "".join(graphemes(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", ["a", "b", "c"]),
        ("", []),
        ("e\u0301a", ["e\u0301", "a"]),
        ("👩‍👩‍👧‍👦!", ["👩‍👩‍👧‍👦", "!"]),
        ("👍🏽👍", ["👍🏽", "👍"]),
        ("🇩🇪🇫🇷🇯", ["🇩🇪", "🇫🇷", "🇯"]),
        ("1️⃣2", ["1️⃣", "2"]),
        ("❤️ok", ["❤️", "o", "k"]),
        ("क्षेत्र", ["क्षे", "त्र"]),
        ("ที่นี่", ["ที่", "นี่"]),
        ("\u1112\u1161\u11ab가", ["\u1112\u1161\u11ab", "가"]),
        ("\n\u0301x", ["\n", "\u0301", "x"]),
        ("می\u200cخواهم", ["م", "ی\u200c", "خ", "و", "ا", "ه", "م"]),
    ],
)
def test_what_a_reader_takes_for_one_character_stays_together(text: str, expected: list[str]) -> None:
    assert list(graphemes(text)) == expected
