"""How a job ended, as a message."""

from __future__ import annotations

import pytest
from hypothesis import given

from core.errors import BriefTooShort, CrossroadsError, DraftForgotten, ModelDeclined, ModelUnavailable
from core.jobs.model import Ending, Outcome
from handlers.blocks.buttons import without_model
from handlers.errors import Problem
from handlers.presenter import End, Expired, Failed, Stopped, end_of, ended, failure
from handlers.standing import begin
from handlers.view import Kind
from tests.unit.handlers.blocks.checking import check, words
from tests.unit.handlers.hostile import texts


def said(end: End, *, files: int = 0) -> str:
    return words(ended(begin("J1", files=files), end, 12.4))


def test_a_stopped_draft_says_so_and_offers_another() -> None:
    assert said(Stopped()) == (
        "*Stopped*\n"
        "This draft was stopped after 12 s. Your brief is kept.\n"
        "Try again starts it anew.\n"
        "[Try again]"
    )


def test_a_draft_that_got_no_turn_says_how_long_it_waited() -> None:
    assert said(Expired(waited=30), files=2) == (
        "*Not started*\n"
        "No turn came free within 30 s. Your brief and the 2 files beside it are kept.\n"
        "Try again now, or in a minute, when fewer drafts are waiting.\n"
        "[Try again]"
    )


def test_a_failure_is_told_with_what_can_be_done_about_it() -> None:
    end = failure(ModelUnavailable("anthropic", "overloaded"))
    view = ended(begin("J1", files=1), end, 2.0, offers=(without_model("J1"),))
    assert words(view) == (
        "*Not drafted*\n"
        "Anthropic could not be reached or was too busy (overloaded). Your brief and the file beside it are "
        "kept.\n"
        "Try again in a minute, or draft without a model.\n"
        "[Try again] [Draft without a model]"
    )
    assert view.kind is Kind.TERMINAL


def test_what_will_fail_again_is_not_offered_again() -> None:
    assert "[Try again]" not in said(failure(BriefTooShort(length=3, minimum=30)))
    assert "[Try again]" in said(failure(ModelDeclined("openai", "refusal")))


def test_what_was_forgotten_is_not_called_kept() -> None:
    assert "Your brief" not in said(failure(DraftForgotten()))


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        (Ending(outcome=Outcome.CANCELLED, reason="stopped"), "*Stopped*\n"),
        (Ending(outcome=Outcome.EXPIRED), "*Not started*\nNo turn came free within 30 s."),
        (Ending(outcome=Outcome.FAILED, reason="timeout"), "*Not drafted*\nIt took longer than"),
        (Ending(outcome=Outcome.FAILED, reason="crashed"), "*Not drafted*\nThe work on it was cut off"),
        (Ending(outcome=Outcome.FAILED, reason="ValueError"), "*Not drafted*\nSomething went wrong here"),
    ],
)
def test_what_the_queue_tells_is_put_in_words(ending: Ending, begins: str) -> None:
    assert said(end_of(ending, waited=30)).startswith(begins)


def test_no_ending_is_told_with_the_text_of_an_unknown_error() -> None:
    assert "secret" not in said(failure(CrossroadsError("secret")))


@given(texts, texts)
def test_slack_takes_every_ending(what: str, then: str) -> None:
    for end in (Stopped(), Expired(waited=30), Failed(problem=Problem(what=what, next_step=then))):
        check(ended(begin("J1", files=3), end, 1.0))
