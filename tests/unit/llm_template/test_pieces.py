from __future__ import annotations

import pytest

from core.documents.brief import brief_document
from core.llm.template.amounts import number
from core.llm.template.detection import detect
from core.llm.template.labels import capital, infinitive, shorten, tidy
from core.llm.template.lexicon import lexicon
from core.llm.template.patterns import patterns
from core.llm.template.spans import find_question
from core.llm.template.tables import value
from core.llm.template.text import clean, lines, sentences
from core.llm.template.tokens import Stemmer, span


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Should we hire?", "en"),
        ("Sollen wir einstellen?", "de"),
        ("Faut-il embaucher ?", "fr"),
        ("¿Contratamos?", "es"),
        ("Conviene assumere?", "it"),
        ("Devemos contratar?", "pt"),
        ("Moeten we aannemen?", "nl"),
        ("採用するべきですか", "ja"),
        ("12345 ###", "en"),
    ],
)
def test_a_language_is_told_by_its_words(text: str, code: str) -> None:
    assert detect(text) == code


def test_a_text_without_words_is_taken_for_the_language_expected() -> None:
    assert detect("AWS, 12000", fallback="de") == "de"
    assert detect("AWS, 12000", fallback="other") == "other"
    assert detect("item, per seat, no", fallback="de", lead=3.0) == "de"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("180000", 180_000),
        ("180,000", 180_000),
        ("1.200,50", 1_200.5),
        ("1,200.50", 1_200.5),
        ("300 000", 300_000),
    ],
)
def test_a_number_is_read_as_it_is_written_in_many_countries(written: str, expected: float) -> None:
    assert number(written) == expected


def test_decimals_and_endless_digits_are_numbers_too() -> None:
    assert number("1.5") == 1.5
    assert number("9" * 400) == float("9" * 15)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("$8k", 8_000),
        ("-3", -3),
        ("12 %", 12),
        ("~ 4 weeks", 4),
        ("EUR 1,200", 1_200),
        ("n/a", None),
        ("2 of 3", None),
    ],
)
def test_a_cell_holds_a_number_or_text(cell: str, expected: float | None) -> None:
    assert value(cell) == expected


def test_slack_markup_control_characters_and_pictographs_are_cleaned_away() -> None:
    text = (
        "<@U1> *Should* we _go_ w/o <https://a.io|Acme>, see https://b.io :+1: 🎉 \u202eok\u0007 a&amp;b @a"
    )
    assert clean(text) == "Should we go without Acme, see ok a&b"


def test_sentences_end_at_marks_but_not_at_abbreviations() -> None:
    assert sentences("Build vs. buy? it is e.g. cheaper! ok; fine") == (
        "Build vs. buy?",
        "it is e.g. cheaper!",
        "ok;",
        "fine",
    )


def test_only_so_much_of_a_brief_is_read() -> None:
    brief = brief_document("\n\n".join(f"Sentence number {n} is here." for n in range(2_000)))
    assert 200 < len(lines(brief)) < 1_000


def test_a_phrase_loses_the_fillers_around_it() -> None:
    english = patterns("en")
    assert tidy("we should just hire two people, please", english) == "hire two people"
    assert tidy("or maybe just wait instead", english) == "wait"
    assert tidy("us to hire)", english) == "hire"


@pytest.mark.parametrize(
    ("code", "phrase", "expected"),
    [
        ("es", "contratamos a dos", "contratar a dos"),
        ("es", "lo hacemos nosotros", "hacerlo nosotros"),
        ("it", "apriamo una sede", "aprire una sede"),
        ("it", "lo prendiamo noi", "prenderlo noi"),
        ("de", "kaufen wir ein CRM", "ein CRM kaufen"),
        ("de", "stellen wir zwei Leute ein", "zwei Leute einstellen"),
        ("nl", "huren we een bus", "een bus huren"),
        ("en", "hire two people", "hire two people"),
    ],
)
def test_a_question_becomes_the_name_of_a_deed(code: str, phrase: str, expected: str) -> None:
    assert infinitive(phrase, patterns(code)) == expected


def test_a_capital_is_set_unless_a_word_has_a_spelling_of_its_own() -> None:
    assert [capital(word) for word in ("hire two", "iPhone or not", "s3 buckets", "")] == [
        "Hire two",
        "iPhone or not",
        "s3 buckets",
        "",
    ]


def test_a_long_text_is_cut_at_a_word_where_it_has_no_break() -> None:
    assert shorten("one two three four five", 15) == "one two three…"
    assert shorten("x" * 30, 10) == "x" * 9 + "…"


def test_a_question_of_how_or_which_is_found_and_an_empty_one_is_not() -> None:
    english = patterns("en")
    assert find_question("Which CRM should we pick: A or B?", english) == "Which CRM should we pick"
    assert find_question("How would you decide?", english) == ""
    assert find_question("Which is better, A or B?", english) == ""


def test_stems_join_the_forms_of_a_word() -> None:
    stemmer = Stemmer(("ing", "ed", "es", "s", "e"))
    assert len(set(stemmer.stems("hire hires hired hiring"))) == 1
    assert len(set(stemmer.stems("ship shipping ships"))) == 1


def test_a_span_of_tokens_points_to_its_words() -> None:
    text = "Contractors are much cheaper."
    start, end = span(text, (2, 4))
    assert text[start:end] == "much cheaper"
    assert span(text, (3, 99)) == (0, 0)
    assert span("İ is longer in lower case", (0, 1)) == (0, 0)


def test_the_longest_term_at_a_place_wins_and_own_outcomes_are_added() -> None:
    words = lexicon("en")
    (hit,) = [h for h in words.scan(words.stemmer.stems("delivery time")) if h.end == 2]
    assert {meaning.key for meaning in hit.meanings} == {"time"}
    wider = words.with_outcomes({"own_1": "bundle size"})
    assert [m.key for h in wider.scan(words.stemmer.stems("bundle size")) for m in h.meanings] == ["own_1"]
    assert words.scan(words.stemmer.stems("bundle size")) == []
    assert words.with_outcomes({}) is words
