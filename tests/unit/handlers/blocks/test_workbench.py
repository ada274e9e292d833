"""The messages of what follows a draft: a critique, suggested options, questions about the brief."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.graph.critique import Finding, Fix, Severity
from core.graph.edits import Retitle
from core.graph.suggestions import Suggestion
from core.llm.clarification import BriefQuestion
from handlers.blocks.asking import Asking, answers_form, answers_in, answers_kept, asked
from handlers.blocks.ideas import FULL, Ideas, suggested
from handlers.blocks.limits import OPTION_VALUE
from handlers.blocks.places import places
from handlers.blocks.reference import Reference
from handlers.blocks.review import NOTHING, Review, reviewed
from tests.unit.graph.samples import staffing
from tests.unit.handlers.blocks.checking import check, check_modal, words
from tests.unit.handlers.hostile import texts

REFERENCE = Reference(job="message:T1:C1:1.2", revision=2)
EDITS = (Retitle(title="Another"),)
WHEN = BriefQuestion(
    text="By when?", why="There is no date.", changes="Time counts.", choices=("This week", "This year")
)
WHO = BriefQuestion(text="Who decides?", why="Nobody is named.", changes="It is addressed to them.")


def finding(text: str, severity: Severity = Severity.IMPROVEMENT, *, fix: str = "", at: str = "") -> Finding:
    return Finding(
        severity=severity,
        text=text,
        at=(at,) if at else (),
        fix=Fix(says=fix, edits=EDITS) if fix else None,
    )


def suggestion(title: str = "Train the team", *, edits: bool = True) -> Suggestion:
    return Suggestion(
        title=title,
        pros=("Loyal", "Lasting"),
        cons=("Slow", "Costly"),
        evidence=("Ask two people", "Get a quote"),
        edits=EDITS if edits else (),
    )


findings = st.builds(
    finding, texts, st.sampled_from(Severity), fix=texts, at=st.sampled_from(["", "hire", "x"])
)


def test_a_critique_says_the_gravest_first_and_what_one_click_mends() -> None:
    review = Review(
        graph=staffing(),
        findings=[
            finding("The goal is missing.", Severity.BLOCKER),
            finding("No option keeps things as they are.", fix="Add “Keep things as they are”"),
            finding("Look again.", Severity.OBSERVATION, at="hire::speed"),
        ],
        reference=REFERENCE,
    )
    view = reviewed(review)

    assert words(view) == (
        "# Critique of revision 2\n"
        "3 things to look at, 1 of them in the way of deciding by it.\n"
        "*In the way*\nThe goal is missing.\n"
        "*Would make it better*\nNo option keeps things as they are.\n[Add “Keep things as they are”]\n"
        "*Worth a thought*\nLook again.\nAt “Hire three engineers → Delivery speed”"
    )
    (button,) = [block["accessory"] for block in view.blocks if "accessory" in block]
    assert Reference.loads(button["value"]) == Reference(job=REFERENCE.job, revision=2, item=1)


def test_a_critique_that_finds_nothing_says_so() -> None:
    assert NOTHING in words(reviewed(Review(graph=staffing(), findings=(), reference=REFERENCE)))


def test_suggestions_say_what_speaks_for_and_against_them() -> None:
    view = suggested(Ideas(suggestions=[suggestion()], reference=REFERENCE))

    assert words(view) == (
        "# More options\n"
        "1 option that the draft does not have.\n"
        "*Train the team*\n"
        "For: Loyal; Lasting\nAgainst: Slow; Costly\nFind out: Ask two people; Get a quote\n"
        "[Add to draft]"
    )


def test_a_suggestion_without_room_has_no_button_and_says_why() -> None:
    view = suggested(Ideas(suggestions=[suggestion(edits=False)], reference=REFERENCE))

    assert FULL in words(view)
    assert not [block for block in view.blocks if "accessory" in block]


@settings(max_examples=40, deadline=None)
@given(st.lists(findings, max_size=12))
def test_slack_takes_a_critique_whatever_it_says(found: list[Finding]) -> None:
    check(reviewed(Review(graph=staffing(), findings=found, reference=REFERENCE, small_print=("x",))))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.builds(suggestion, texts), max_size=5))
def test_slack_takes_suggestions_whatever_they_say(found: list[Suggestion]) -> None:
    check(suggested(Ideas(suggestions=found, reference=REFERENCE, small_print=("x",))))


@settings(max_examples=40, deadline=None)
@given(texts, st.lists(texts, max_size=5), st.booleans(), st.booleans())
def test_slack_takes_questions_whatever_they_say(
    text: str,
    choices: list[str],
    several: bool,  # noqa: FBT001  drawn
    drafted: bool,  # noqa: FBT001  drawn
) -> None:
    question = BriefQuestion(text=text, why=text, changes=text, choices=tuple(choices), several=several)
    asking = Asking(questions=[question] * 3, reference=REFERENCE, drafted=drafted)
    check(asked(asking))
    check_modal(answers_form(asking))


def test_questions_say_why_they_are_asked_and_can_be_skipped() -> None:
    assert words(asked(Asking(questions=[WHEN], reference=REFERENCE, confidence=0.4))) == (
        "# Before it is drafted\n"
        "This brief leaves much open. 1 question would make the draft better, "
        "or it can be drafted as it is.\n"
        "*By when?*\nThere is no date. Time counts.\n"
        "[Answer] [Draft now]\n"
        "(Round 1 of at most 3 · 40% of what a draft needs is there · a reply here does as well)"
    )


def test_answers_come_back_as_choices_and_words() -> None:
    answers = answers_in([WHEN, WHO], {"choice0": ["1"], "words0": "or sooner", "words1": "The board"})

    assert [answer.text for answer in answers] == ["This year, or sooner", "The board"]
    assert answers_kept(answers) == "By when? This year, or sooner\nWho decides? The board"


@pytest.mark.parametrize("given_", [{}, {"choice0": ["7", "x"]}, {"choice0": [], "words0": " "}])
def test_no_answer_is_no_answer(given_: dict[str, list[str] | str]) -> None:
    assert answers_kept(answers_in([WHEN], given_)) == ""


@given(st.text(), st.integers(0, 10**6), st.integers(0, 100))
def test_a_reference_comes_back_as_it_went(job: str, revision: int, item: int) -> None:
    reference = Reference(job=job, revision=revision, item=item)

    assert Reference.loads(reference.dumps()) == reference


def test_a_reference_to_a_command_fits_into_a_menu() -> None:
    job = "command:T0123456789:10199990000000.1234567890123.0123456789abcdef0123456789abcdef"

    assert len(Reference(job=job, revision=999, item=11).dumps()) + len("compare ") <= OPTION_VALUE


def test_a_reference_is_nothing_else() -> None:
    with pytest.raises(ValueError, match="unpack"):
        Reference.loads("job")


def test_places_are_named_by_their_labels() -> None:
    at = ("hire", "agency::cost", "nowhere", "cost", "speed", "hire::gone")

    assert places(staffing(), at) == "“Hire three engineers”, “Use an agency → Cost”, “Cost” and 1 more"
    assert places(staffing(), ("gone",)) == ""
