from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.llm.wording import visible, within

UNSEEN = "\x00\x1b\x7f\x9b\u00ad\u200b\u200d\u200e\u202e\u2066\u2069\ufeff\u3164\U000e0041\U000e0101\ud800"


@pytest.mark.parametrize("char", UNSEEN)
def test_what_nobody_sees_is_taken_out(char: str) -> None:
    assert visible(f"{char} hire{char} a {char} team {char}") == "hire a team"


@pytest.mark.parametrize("text", ["Überprüfen", "採用する", "🚀 launch", "تكلفة", "5 % – “so”", "นักพัฒนา"])
def test_what_people_read_stays(text: str) -> None:
    assert visible(text) == text


def test_white_space_is_folded() -> None:
    assert visible("  hire\n\n a\u2028team\t") == "hire a team"


def test_a_long_text_ends_after_a_word_with_an_ellipsis() -> None:
    assert within("Hire three engineers, then wait", 22) == "Hire three engineers…"
    assert within("Hire three engineers, then wait", 21) == "Hire three…"


def test_a_text_without_spaces_is_cut_where_the_limit_is() -> None:
    assert within("採" * 90, 80) == "採" * 79 + "…"
    assert within("a " + "b" * 90, 80) == "a " + "b" * 77 + "…"


@given(st.text(), st.integers(1, 60))
def test_no_text_is_ever_longer_than_its_limit_or_less_than_visible(text: str, limit: int) -> None:
    short = within(text, limit)
    assert len(short) <= limit
    assert visible(short) == short
    assert not {unicodedata.category(char) for char in short} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert len(visible(text)) > limit or short == visible(text)
