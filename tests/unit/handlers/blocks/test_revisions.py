"""The messages and forms about revisions: an explanation, a comparison, nothing changed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from core.graph.why import why
from core.pipeline.events import Draft
from core.store.records import Revision
from handlers.blocks.compare_form import form as compare_form
from handlers.blocks.comparison import Comparison, compared
from handlers.blocks.reference import Reference
from handlers.blocks.refine_form import form as refine_form
from handlers.blocks.unchanged import unchanged
from handlers.blocks.why import Explanation, explained
from tests.unit.graph.samples import staffing
from tests.unit.handlers.blocks.checking import check, check_modal
from tests.unit.handlers.drafts import drafted, hostile_drafts
from tests.unit.handlers.hostile import texts

REFERENCE = Reference(job="message:T1:C1:1.2", revision=3)


def explanation(draft: Draft) -> Explanation:
    found = draft.assessment
    told = why(found.graph, found.analysis, found.questions)
    return Explanation(why=told, title=found.graph.title, revision=2)


def test_an_explanation_names_each_option_with_its_effects_and_its_share() -> None:
    view = explained(explanation(drafted()))
    told = str(view.blocks)
    for part in ("*A Hire three engineers*", "*B Use an agency*", "Ranks first in", "What would flip it"):
        assert part in told
    assert "revision 2" in told
    check(view)


def test_too_close_is_said_where_the_reading_does_not_say_it() -> None:
    shown = explanation(drafted())
    close = replace(shown, why=replace(shown.why, too_close=True, reading="All of them are much alike."))
    assert "Too close to call" in str(explained(close).blocks)


@settings(max_examples=40, deadline=None)
@given(hostile_drafts())
def test_any_explanation_is_taken_by_slack(draft: Draft) -> None:
    check(explained(explanation(draft)))


@settings(max_examples=40, deadline=None)
@given(st.lists(texts, max_size=60), st.none() | st.just("F1"), texts)
def test_any_comparison_is_taken_by_slack(lines: list[str], picture: str | None, remark: str) -> None:
    comparison = Comparison(
        graph=staffing(), earlier=1, newest=3, lines=tuple(lines), picture=picture, remark=remark
    )
    check(compared(comparison))


def test_revisions_that_read_the_same_are_said_to() -> None:
    view = compared(Comparison(graph=staffing(), earlier=1, newest=3, lines=()))
    assert "They read the same." in str(view.blocks)


@settings(max_examples=40, deadline=None)
@given(hostile_drafts(), st.lists(texts, max_size=40))
def test_any_reply_in_vain_is_taken_by_slack(draft: Draft, undone: list[str]) -> None:
    check(unchanged(draft, revision=2, undone=undone, made="Revised"))


def test_forms_open_for_a_first_and_for_the_hundred_and_fiftieth_revision() -> None:
    check_modal(refine_form(REFERENCE))
    for count in (1, 150):
        revisions = [_revision(number) for number in range(1, count + 1)]
        modal = compare_form(REFERENCE, revisions)
        check_modal(modal)
        assert modal["blocks"][0]["element"]["initial_option"]["value"] == str(count)


def _revision(number: int) -> Revision:
    cause = "undo" if number % 2 else "unheard of"
    return Revision(
        number=number, graph=staffing(), job="J", author="U1", cause=cause, extra="{}", created=0.0
    )
