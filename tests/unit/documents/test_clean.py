from hypothesis import given
from hypothesis import strategies as st

from core.documents.clean import clean, one_line


def test_terminal_colours_and_titles_go_with_their_parameters() -> None:
    assert clean("cost \x1b[1;31m180000\x1b[0m, \x1b]0;title\x07ok") == "cost 180000, ok"


def test_text_direction_and_zero_width_characters_go() -> None:
    assert clean("ag\u200ben\u202ecy\u2069 \ufeffcosts\u00ad \U000e0041 more") == "agency costs  more"


def test_line_breaks_become_line_feeds_and_what_editors_do_not_count_becomes_a_space() -> None:
    assert clean("a\r\nb\rc\nd") == "a\nb\nc\nd"
    assert clean("a\x0cb\x0bc\u2028d\u2029e\x85f") == "a b c d e f"


def test_a_title_that_never_ends_takes_no_text_with_it() -> None:
    assert clean("cost \x1b]0;180000 and more") == "cost ]0;180000 and more"


def test_tabs_accents_and_emoji_stay() -> None:
    assert clean("a\tü é 日本 🙂") == "a\tü é 日本 🙂"


def test_half_characters_and_no_characters_go() -> None:
    assert clean("a\ud800b\uffffc\ufffed") == "abcd"


def test_a_line_break_with_the_blanks_around_it_becomes_one_space() -> None:
    assert one_line("a  b \n  c\n\nd\t e ") == "a  b c d e"


@given(st.text(alphabet=st.characters(), max_size=60))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert once.encode().decode() == once


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x2FFF), max_size=60))
def test_letters_digits_and_marks_are_never_lost(text: str) -> None:
    seen = [char for char in text if char.isalnum() and char not in "\u115f\u1160"]
    assert [char for char in clean(text) if char.isalnum()] == seen
