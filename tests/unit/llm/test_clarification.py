"""What answers make of a brief."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.llm.clarification import CONFIDENT, Answer, BriefQuestion, Clarification, clarified

WHEN = BriefQuestion(
    text="By when?",
    why="Without a date, waiting looks free.",
    changes="Time counts.",
    choices=("This week", "This year"),
    statement="We decide by: {answer}.",
)
OPEN = BriefQuestion(text="Who decides?", why="Nobody is named.", changes="It is addressed to them.")


def test_an_answer_becomes_a_sentence_after_the_brief() -> None:
    told = clarified("Should we move?", [Answer(question=WHEN, chosen=("This year",))])

    assert told == "Should we move?\n\nWe decide by: This year."


def test_a_question_without_a_statement_is_told_with_its_answer() -> None:
    assert Answer(question=OPEN, words="The board").sentence == "Who decides? The board."


def test_choices_and_own_words_stand_side_by_side_on_one_line() -> None:
    answer = Answer(question=OPEN, chosen=("The board", "Finance"), words=" and \n Legal ")

    assert answer.text == "The board, Finance, and Legal"


def test_what_was_skipped_leaves_the_brief_as_it_is() -> None:
    assert clarified("Should we move?", [Answer(question=WHEN)]) == "Should we move?"


def test_a_brace_in_an_answer_is_a_brace() -> None:
    assert Answer(question=WHEN, words="{answer} {0}").sentence == "We decide by: {answer} {0}."


@given(st.text(max_size=2_000))
def test_no_answer_takes_more_than_a_line_of_bounded_length(words: str) -> None:
    answer = Answer(question=WHEN, words=words)

    assert "\n" not in answer.text
    assert len(answer.sentence) <= 600


@pytest.mark.parametrize(
    ("confidence", "questions", "ready"),
    [(CONFIDENT, (WHEN,), True), (CONFIDENT - 0.01, (WHEN,), False), (0.1, (), True)],
)
def test_asking_ends_with_confidence_or_with_the_last_question(
    confidence: float, questions: tuple[BriefQuestion, ...], *, ready: bool
) -> None:
    assert Clarification(confidence=confidence, questions=questions).is_ready is ready
