"""A brief is taken as it is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.clean import clean
from core.errors import BriefTooLong, BriefTooShort, TooManyFiles
from core.pipeline.brief import MAX_BRIEF, MAX_FILES, MIN_BRIEF, checked


@pytest.mark.parametrize("unseen", ["\0", "\ud800", "\u200b", "\x1b[31m", "\r\n", "\x07"])
def test_what_is_not_seen_does_not_make_a_brief_long_enough(unseen: str) -> None:
    with pytest.raises(BriefTooShort):
        checked(f"Hire{unseen * MIN_BRIEF}")


def test_the_words_stay_and_the_rest_goes() -> None:
    brief = checked("  Should we \x1b[31mhire\x1b[0m\0 or\udc80 wait\r\nuntil the spring?\n")
    assert brief == "Should we hire or wait\nuntil the spring?"


def test_both_ends_of_what_is_taken() -> None:
    assert checked("x" * MIN_BRIEF) == "x" * MIN_BRIEF
    assert checked("x" * MAX_BRIEF, files=MAX_FILES) == "x" * MAX_BRIEF
    with pytest.raises(BriefTooLong):
        checked("x" * (MAX_BRIEF + 1))
    with pytest.raises(TooManyFiles):
        checked("x" * MIN_BRIEF, files=MAX_FILES + 1)


@given(st.text(min_size=MIN_BRIEF, max_size=200))
def test_a_brief_that_is_taken_is_clean(text: str) -> None:
    try:
        brief = checked(text)
    except BriefTooShort:
        assert len(clean(text).strip()) < MIN_BRIEF
    else:
        assert brief == clean(brief).strip()
