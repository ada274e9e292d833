"""Plain text made fit for Slack."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.playground.slack.pings import pings
from handlers.blocks.text import (
    NOTHING,
    clock,
    count,
    cut,
    divided,
    duration,
    escape,
    escaped_bytes,
    escaped_length,
    lines,
    one_line,
    unbracketed,
    unformatted,
    within,
)
from tests.unit.handlers.hostile import huge, texts


@given(texts)
def test_nothing_that_is_escaped_pings(text: str) -> None:
    assert pings(escape(text)) == []
    assert not set("<>") & set(escape(text))
    assert not set("<>") & set(unbracketed(text))


@given(huge, st.integers(min_value=5, max_value=500))
def test_a_cut_text_is_within_the_limit_and_begins_as_the_whole_one(text: str, limit: int) -> None:
    text = one_line(text)
    for size in (len, escaped_length, escaped_bytes):
        short = cut(text, limit, size)
        assert size(short) <= limit
        assert short == text or text.startswith(short.removesuffix("…"))
        assert (short == text) == (size(text) <= limit)


@given(huge, st.integers(min_value=5, max_value=500))
def test_a_divided_text_loses_nothing(text: str, limit: int) -> None:
    text = one_line(text)
    head, rest = divided(text, limit)
    assert head + rest == text
    assert head
    assert escaped_length(head) <= limit


def test_a_text_is_cut_at_a_word() -> None:
    assert cut("Should we hire three engineers", 21) == "Should we hire three…"
    assert cut("Should we hire three engineers", 20) == "Should we hire…"


def test_a_text_without_spaces_is_cut_between_characters() -> None:
    assert cut("外注するか採用するか", 5) == "外注する…"


def test_a_character_of_many_parts_is_not_cut_apart() -> None:
    assert cut("ab" + "e\u0301" * 4, 6) == "abe\u0301…"


def test_a_character_with_no_end_is_cut_all_the_same() -> None:
    assert len(cut("a" + "\u0301" * 900, 50)) <= 50


def test_an_entity_is_not_cut_apart() -> None:
    assert escape(cut("a&&&&", 12)) == "a&amp;&amp;…"


@given(texts)
def test_one_line_is_one_line_and_never_empty(text: str) -> None:
    line = one_line(text)
    assert line
    assert "\n" not in line
    assert line == line.strip()
    line.encode()


@given(texts)
def test_lines_are_never_empty_and_leave_no_wide_gaps(text: str) -> None:
    kept = lines(text)
    assert kept == NOTHING or kept.strip()
    assert "\n\n\n" not in kept


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("*bold* and _italic_", "∗bold∗ and ˍitalicˍ"),
        ("~gone~ `code`", "∼gone∼ ˋcodeˋ"),
        ("budget_2027_final.csv", "budget_2027_final.csv"),
        ("__init__.py", "ˍˍinitˍˍ.py"),
        ("3*4", "3*4"),
        ("plain words", "plain words"),
    ],
)
def test_what_would_format_is_shown_and_does_not(written: str, shown: str) -> None:
    assert unformatted(written) == shown


@given(st.lists(texts.map(one_line), max_size=12), st.integers(min_value=20, max_value=400))
def test_whole_items_within_the_limit_and_the_rest_is_counted(items: list[str], limit: int) -> None:
    assume(items)
    told = within(items, limit, lambda left: f"and {left} more", most=5)
    assert escaped_length("\n".join(told)) <= limit
    if told == tuple(items):
        return
    *shown, rest = told
    assert shown == items[: len(shown)]
    assert rest == f"and {len(items) - len(shown)} more"


@pytest.mark.parametrize(
    ("seconds", "shown"), [(-1, "0:00"), (0, "0:00"), (4.9, "0:04"), (65, "1:05"), (3_609, "1:00:09")]
)
def test_time_that_passes_reads_like_a_clock(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (-1, "under 0.1 s"),
        (0.04, "under 0.1 s"),
        (6.21, "6.2 s"),
        (30, "30 s"),
        (65, "1 min 5 s"),
        (59.7, "1 min 0 s"),
    ],
)
def test_how_long_something_took(seconds: float, shown: str) -> None:
    assert duration(seconds) == shown


def test_one_thing_is_not_plural() -> None:
    assert [count(n, "file") for n in (0, 1, 2_000)] == ["0 files", "1 file", "2,000 files"]
