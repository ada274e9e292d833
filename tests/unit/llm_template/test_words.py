from __future__ import annotations

import re
import string
from dataclasses import fields

import pytest

from core.graph.labels import likeness
from core.graph.model import MAX_LABEL, MAX_QUOTE
from core.llm.template.patterns import fragments, patterns
from core.llm.template.priors import OUTCOMES_OF, usual
from core.llm.template.words import CODES, language
from core.llm.template.words.language import terms

_FIELDS = {
    "keep": {"thing"},
    "keep_many": {"thing"},
    "stay_with": {"thing"},
    "joined": {"first", "last"},
    "which": {"options"},
    "choose": {"thing"},
    "asked": {"question"},
    "within": {"goal", "budget"},
    "budget_note": {"budget"},
    "date_note": {"date"},
    "brief_note": {"quote"},
    "option_brief": {"quote"},
    "outcome_named": {"quote"},
    "outcome_mentioned": {"quote"},
    "outcome_column": {"quote"},
    "raises": {"outcome"},
    "lowers": {"outcome"},
    "open": {"outcome"},
    "link_compared": {"name", "values", "column"},
    "link_stated": {"name", "cue"},
    "link_mentioned": {"name", "cue"},
}
_GROUPED = {"away"}  # patterns that capture
_NESTED = re.compile(r"[+*]\)[+*]|\)\*\)[+*]|\+\)\{")


@pytest.mark.parametrize("code", CODES)
def test_every_language_knows_the_same_things(code: str) -> None:
    words, english = language(code), language("en")
    assert words.code == code
    assert set(words.archetypes) == set(english.archetypes) == set(OUTCOMES_OF)
    assert set(words.outcomes) == set(english.outcomes)
    assert set(words.traits) == set(english.traits)
    assert set(words.phrases.status_quo) == set(english.phrases.status_quo)


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_has_the_fields_that_are_filled(code: str) -> None:
    phrases = language(code).phrases
    for field in fields(phrases):
        text = getattr(phrases, field.name)
        if isinstance(text, str) and text:
            named = {name for _, name, _, _ in string.Formatter().parse(text) if name}
            assert named == _FIELDS.get(field.name, set()), field.name
    for archetype in language(code).archetypes.values():
        assert {name for _, name, _, _ in string.Formatter().parse(archetype.about) if name} == {"topic"}


@pytest.mark.parametrize("code", CODES)
def test_what_is_shown_as_it_stands_fits_where_it_is_shown(code: str) -> None:
    words = language(code)
    for archetype in words.archetypes.values():
        assert len(archetype.goal) <= MAX_LABEL
        assert len(archetype.question) <= MAX_LABEL
        assert 2 <= len({likeness(option) for option in archetype.options}) == len(archetype.options)
    for outcome in words.outcomes.values():
        assert len(outcome.label) <= 40
        assert terms(outcome.nouns)
    assert len({likeness(outcome.label) for outcome in words.outcomes.values()}) == len(words.outcomes)
    assert all(len(hunch) <= MAX_QUOTE for hunch in words.hunches.values())
    plain = (*words.phrases.status_quo.values(), *words.hunches.values())
    assert not any(mark in text for text in plain for mark in "!{}")


@pytest.mark.parametrize("code", CODES)
def test_a_hunch_belongs_to_a_usual_pattern_and_names_known_outcomes(code: str) -> None:
    words = language(code)
    for key in words.hunches:
        trait, _, outcome = key.partition(":")
        assert usual(trait, outcome) is not None, key
    for key in words.outcome_labels:
        archetype, _, outcome = key.partition(":")
        assert archetype in words.archetypes, key
        assert outcome in words.outcomes, key


def test_english_has_a_sentence_for_every_usual_pattern() -> None:
    words = language("en")
    missing = [
        f"{trait}:{outcome}"
        for trait in words.traits
        for outcome in words.outcomes
        if usual(trait, outcome) is not None and f"{trait}:{outcome}" not in words.hunches
    ]
    assert missing == []


@pytest.mark.parametrize("code", CODES)
def test_patterns_compile_without_capturing_and_without_nested_repetition(code: str) -> None:
    compiled = patterns(code)
    for field in fields(compiled):
        pattern = getattr(compiled, field.name)
        if isinstance(pattern, re.Pattern):
            assert pattern.groups == (1 if field.name in _GROUPED and pattern.pattern.count("([") else 0), (
                field.name
            )
            assert not _NESTED.search(pattern.pattern), field.name


def test_a_pattern_may_go_on_in_the_next_line() -> None:
    assert fragments("\na\n(?:b\n|c)\n") == ("a", "(?:b|c)")
