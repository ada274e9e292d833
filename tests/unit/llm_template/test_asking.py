"""What the rules ask about a brief, and when they stop."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.documents.brief import brief_document
from core.llm.clarification import (
    MAX_CHOICE,
    MAX_CHOICES,
    MAX_QUESTION,
    MAX_QUESTIONS,
    MAX_REASON,
    MAX_ROUNDS,
    Answer,
    BriefQuestion,
    clarified,
)
from core.llm.template.asking import clarify
from core.llm.template.reading import read_brief

TOPIC = "What about the new website and everything around it"
FULL = (
    "We need to cut costs by 20% before the end of Q3 with a budget of 200k. Should we close the Berlin "
    "office, freeze hiring, or keep things as they are? We care about morale and runway, because the goal is "
    "to reach profitability without losing the people who know the product."
)


def _texts(questions: tuple[BriefQuestion, ...]) -> list[str]:
    return [question.text for question in questions]


def _best(question: BriefQuestion) -> Answer:
    return Answer(
        question=question, chosen=question.choices[:2] if question.several else question.choices[:1]
    )


def test_a_topic_is_asked_what_is_chosen_between() -> None:
    asked = clarify(brief_document(TOPIC))

    assert asked.confidence < 0.3
    assert asked.questions[0].text == "Which ways forward are you choosing between?"
    assert len(asked.questions) == MAX_QUESTIONS


def test_a_full_brief_is_asked_nothing() -> None:
    asked = clarify(brief_document(FULL))

    assert asked.is_ready
    assert asked.questions == ()


def test_answers_become_options_and_criteria_that_the_rules_read() -> None:
    questions = clarify(brief_document(TOPIC)).questions
    reading = read_brief(brief_document(clarified(TOPIC, [_best(question) for question in questions])))

    assert [option.phrase for option in reading.options] == ["Go ahead", "Try it on a small scale first"]
    assert reading.criteria == ("Benefit to the goal", "Cost")


def test_files_beside_a_brief_make_it_readier() -> None:
    assert clarify(brief_document(TOPIC), documents=2).confidence > clarify(brief_document(TOPIC)).confidence


@given(st.text(min_size=1, max_size=300))
@settings(max_examples=60, deadline=None)
def test_three_rounds_are_enough_for_anybody(brief: str) -> None:
    asked: list[str] = []
    answers: list[Answer] = []
    for _ in range(MAX_ROUNDS):
        found = clarify(brief_document(clarified(brief, answers)), asked=asked)
        assert not set(_texts(found.questions)) & set(asked), "nothing is asked twice"
        assert len(found.questions) <= MAX_QUESTIONS
        asked += _texts(found.questions)
        answers += [_best(question) for question in found.questions]

    assert clarify(brief_document(clarified(brief, answers)), asked=asked).is_ready


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_every_question_fits_where_it_is_shown(brief: str) -> None:
    for question in clarify(brief_document(brief)).questions:
        assert len(question.text) <= MAX_QUESTION
        assert 0 < len(question.why) <= MAX_REASON
        assert 0 < len(question.changes) <= MAX_REASON
        assert len(question.choices) <= MAX_CHOICES
        assert all(0 < len(choice) <= MAX_CHOICE for choice in question.choices)
        assert "{answer}" in question.statement


def test_skipped_questions_are_not_asked_again() -> None:
    first = clarify(brief_document(TOPIC))
    second = clarify(brief_document(TOPIC), asked=_texts(first.questions))

    assert not set(_texts(first.questions)) & set(_texts(second.questions))
