"""What a refinement could not do is said in the language of the draft."""

from __future__ import annotations

import string
from dataclasses import asdict

import pytest

from core.graph.model import MAX_WHY
from core.llm.template.words import CODES
from core.llm.template.words.refusals import Names, refusals
from tests.unit.llm_template.drafted import document
from tests.unit.llm_template.test_refining import ELSEWHERE, asked, refined

GONE = {
    "de": "Streiche Option F",
    "fr": "Supprimez l'option F",
    "es": "Elimina la opción F",
    "it": "Elimina l'opzione F",
    "pt": "Remova a opção F",
    "nl": "Schrap optie F",
    "ja": "選択肢Fを削除",
}
BOTH = {  # one option is left then
    "de": "Streiche Option A und B",
    "fr": "Supprimez l'option A et B",
    "es": "Elimina la opción A y B",
    "it": "Elimina l'opzione A e B",
    "nl": "Schrap optie A en B",
}


def _undone(code: str, said: str) -> str:
    (why,) = refined(asked(said, brief=ELSEWHERE[code][0])).undone
    return why


def _placeholders(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


@pytest.mark.parametrize("code", ELSEWHERE)
def test_what_is_not_there_is_said_in_the_language_of_the_draft(code: str) -> None:
    assert refusals(code).say("no_option", {"letter": "F"}) in _undone(code, GONE[code])


@pytest.mark.parametrize("code", ELSEWHERE)
def test_what_is_not_understood_is_said_in_the_language_of_the_draft(code: str) -> None:
    assert refusals(code).not_understood in _undone(code, "xyzzy")


@pytest.mark.parametrize("code", BOTH)
def test_what_the_rules_forbid_is_said_with_the_rule(code: str) -> None:
    why = _undone(code, BOTH[code])
    assert refusals(code).say("refused", {"why": "The graph has 1 option; it needs 2 to 6"}) in why


@pytest.mark.parametrize("code", ELSEWHERE)
def test_a_file_that_says_nothing_is_named_in_the_language_of_the_draft(code: str) -> None:
    call = asked(brief=ELSEWHERE[code][0], added=(document("D1", "poem.txt", "Roses."),))
    assert refined(call).undone == (refusals(code).say("unread", {"names": ("poem.txt",)}),)


def test_an_english_reply_to_a_german_draft_is_answered_in_german() -> None:
    said = "please make this whole thing nicer for the board"
    assert refusals("de").not_understood in _undone("de", said)


@pytest.mark.parametrize("code", CODES)
def test_every_reason_has_its_sentence_in_every_language(code: str) -> None:
    theirs, english = asdict(refusals(code)), asdict(refusals("en"))
    both = {"name", "src", "dst"}  # where English speaks of kinds
    for reason, pattern in theirs.items():
        assert pattern
        assert len(pattern) < MAX_WHY / 2
        assert _placeholders(pattern) <= _placeholders(english[reason]) | both
        if code != "en":
            assert pattern != english[reason]
        if reason != "last":
            assert pattern.endswith((".", "。"))


def test_names_in_a_row_are_joined_as_the_language_joins_them() -> None:
    names: Names = {"said": "“a”", "names": ("“b”", "“c”", "“d”")}
    assert refusals("en").say("several", names) == "“a” may mean “b”, “c” and “d”."
    assert refusals("de").say("several", names) == "“a” kann “b”, “c” und “d” meinen."
