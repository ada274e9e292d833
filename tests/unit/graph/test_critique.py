"""A critique: what the rules and questions find, what one click mends, what is left out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.graph.critique import MAX_FINDINGS, MAX_FIXES, MAX_SAYS, MAX_TEXT, Finding, Fix, Severity, merged
from core.graph.critique_rules import from_questions, from_rules
from core.graph.editing import edited
from core.graph.edits import Retitle
from core.graph.model import Edge, Graph, NodeKind
from core.graph.quality import Question, questions
from core.graph.repair import repair
from core.graph.rules import validate
from tests.unit.graph.samples import link, node, staffing, with_edges, with_nodes, without
from tests.unit.graph.strategies import messy_graphs, quick, sound_graphs

NOTE = Finding(severity=Severity.OBSERVATION, text="All beliefs are alike.")


def asked(graph: Graph, code: str) -> Finding:
    """What a graph is asked by this code, as a finding."""
    found = [question for question in questions(graph) if question.code == code]
    return next(from_questions(graph, found))


def fixed(graph: Graph, code: str) -> Graph:
    fix = asked(graph, code).fix
    assert fix is not None
    return edited(graph, fix.edits)


def codes(graph: Graph) -> set[str]:
    return {question.code for question in questions(graph)}


def third(like: str) -> Graph:
    """The sample with a third option that does what another does."""
    copies = [replace(edge, src="third") for edge in staffing().edges if edge.src == like]
    graph = with_nodes(staffing(), node("third", NodeKind.OPTION, "Borrow people"))
    return with_edges(graph, Edge(src="how", dst="third"), *copies)


def test_a_missing_status_quo_is_added_as_an_option_that_moves_nothing() -> None:
    graph = fixed(staffing(), "NO_STATUS_QUO")

    assert graph.options[-1].label == "Keep things as they are"
    assert "NO_STATUS_QUO" not in codes(graph)
    assert not [fault for fault in validate(graph) if fault.severity == "error"]


def test_nothing_is_added_where_there_is_no_decision_or_the_id_is_taken() -> None:
    question = Question(code="NO_STATUS_QUO", question="And if nothing is done?", at=())
    taken = with_nodes(staffing(), node("keep_as_is", NodeKind.OPTION, "Borrow people"))

    for graph in (without(staffing(), "how"), taken):
        assert next(from_questions(graph, [question])).fix is None


def test_a_confident_guess_is_held_as_a_guess() -> None:
    graph = fixed(staffing(), "CONFIDENT_GUESS")

    assert {edge.belief for edge in graph.edges if edge.key == ("agency", "speed")} == {0.5}
    assert "CONFIDENT_GUESS" not in codes(graph)


def test_a_guess_about_a_link_that_is_gone_has_no_fix() -> None:
    for at in ((), ("no::where",)):
        assert (
            next(from_questions(staffing(), [Question(code="CONFIDENT_GUESS", question="?", at=at)])).fix
            is None
        )


def test_one_of_two_options_that_are_the_same_can_be_dropped() -> None:
    graph = fixed(third(like="hire"), "IDENTICAL_OPTIONS")

    assert len(graph.options) == 2
    assert "IDENTICAL_OPTIONS" not in codes(graph)


def test_an_option_is_not_dropped_where_no_choice_would_be_left() -> None:
    question = Question(code="DOMINATED", question="What speaks for it?", at=("hire", "agency"))

    assert next(from_questions(staffing(), [question])).fix is None


def test_a_broken_rule_blocks_and_a_warning_does_not() -> None:
    broken = with_edges(staffing(), link("hire", "speed", belief=7.0), link("hire", "cost", weight=0.0))

    found = {finding.at: finding.severity for finding in from_rules(validate(broken))}

    assert found[("hire::speed",)] is Severity.BLOCKER
    assert found[("hire::cost",)] is Severity.IMPROVEMENT


def test_the_gravest_comes_first_and_nothing_is_said_twice() -> None:
    blocker = Finding(severity=Severity.BLOCKER, text="The goal is missing.")
    again = replace(NOTE, text="all beliefs are alike", severity=Severity.IMPROVEMENT)

    assert merged(staffing(), [NOTE], [again, blocker]) == (blocker, NOTE)


def test_a_fix_that_the_graph_does_not_take_is_left_out() -> None:
    same = Fix(says="Call it the same", edits=(Retitle(title=staffing().title),))
    empty = Fix(says="Call it nothing at all", edits=())

    for fix in (same, empty):
        (found,) = merged(staffing(), [replace(NOTE, fix=fix)])
        assert found.fix is None


def test_five_fixes_are_enough() -> None:
    many = [
        replace(NOTE, text=f"Title {i}", fix=Fix(says=f"Take {i}", edits=(Retitle(title=f"T{i}"),)))
        for i in range(20)
    ]

    found = merged(staffing(), many)

    assert [finding.fix is not None for finding in found] == [True] * MAX_FIXES + [False] * (
        MAX_FINDINGS - MAX_FIXES
    )


@quick
@given(st.one_of(messy_graphs(), sound_graphs()))
def test_whatever_is_found_fits_and_its_fixes_can_be_made(written: Graph) -> None:
    graph = repair(written).graph

    for finding in merged(graph, from_rules(validate(graph)), from_questions(graph, questions(graph))):
        assert len(finding.text) <= MAX_TEXT
        if finding.fix is not None:
            assert len(finding.fix.says) <= MAX_SAYS
            assert edited(graph, finding.fix.edits) != graph
