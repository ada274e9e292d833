"""Edits are made together, break no rule, and leave the letters of options alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from core.errors import EditRefused
from core.graph.editing import edited
from core.graph.edits import (
    AddLink,
    AddNode,
    Describe,
    DropLink,
    DropNode,
    Edit,
    Relabel,
    Retitle,
    SetBelief,
    SetBetter,
    SetEvidence,
    SetWeight,
)
from core.graph.letters import letters
from core.graph.model import Better, Edge, Graph, NodeKind, Rationale
from core.graph.rules import validate
from tests.unit.graph.samples import COSTS, link, node, staffing, with_edges, with_nodes, without
from tests.unit.graph.strategies import messy_graphs, quick, sound_graphs


def refused(graph: Graph, *edits: Edit) -> EditRefused:
    with pytest.raises(EditRefused) as caught:
        edited(graph, edits)
    return caught.value


def three_options() -> Graph:
    graph = with_nodes(staffing(), node("wait", NodeKind.OPTION, "Wait"))
    graph = with_edges(graph, Edge(src="how", dst="wait"), link("wait", "cost"))
    return replace(graph, option_order=("hire", "wait", "agency"))


def belief_of(graph: Graph, src: str, dst: str) -> float | None:
    return next(edge.belief for edge in graph.edges if edge.key == (src, dst))


def test_no_edits_change_nothing() -> None:
    assert edited(staffing(), []) == staffing()


def test_each_edit_changes_what_it_names_and_nothing_else() -> None:
    after = edited(
        staffing(),
        [
            Retitle(title=" Who builds\nit "),
            Relabel(node="hire", label="Hire four"),
            Describe(node="hire", body="From May"),
            SetBetter(node="cost", better=Better.UNKNOWN),
            SetBelief(src="hire", dst="cost", belief=0.95),
            SetWeight(src="hire", dst="cost", weight=-0.5),
            SetEvidence(src="hire", dst="cost", provenance=COSTS),
        ],
    )
    expected = with_nodes(
        staffing(),
        node("hire", NodeKind.OPTION, "Hire four", body="From May"),
        node("cost", NodeKind.OUTCOME, "Cost", better=Better.UNKNOWN),
    )
    expected = with_edges(expected, link("hire", "cost", 0.95, -0.5, COSTS))
    assert edited(replace(expected, title="Who builds it"), []) == after


def test_an_option_comes_with_its_links_and_takes_the_next_letter() -> None:
    after = edited(
        staffing(),
        [
            AddNode(node=node("wait", NodeKind.OPTION, "Wait"), why="Doing nothing was missing"),
            AddLink(link=Edge(src="how", dst="wait")),
            AddLink(link=link("wait", "cost"), why="Nothing is\nspent"),
        ],
    )
    assert letters(after) == {"hire": "A", "agency": "B", "wait": "C"}
    assert Rationale(target="wait", why="Doing nothing was missing") in after.rationales
    assert Rationale(target="wait::cost::0", why="Nothing is spent") in after.rationales
    assert not validate(after)


def test_a_dropped_option_takes_its_links_reasons_and_letter_with_it() -> None:
    before = replace(three_options(), rationales=(Rationale(target="wait", why="The brief names it"),))
    after = edited(before, [DropNode(node="wait")])
    assert letters(after) == {"hire": "A", "agency": "C"}
    assert not after.rationales
    assert not [edge for edge in after.edges if "wait" in edge.key]


def test_the_letter_of_a_dropped_option_is_not_given_again() -> None:
    first = edited(three_options(), [DropNode(node="wait")])
    new: list[Edit] = [
        AddNode(node=node("split", NodeKind.OPTION)),
        AddLink(link=Edge(src="how", dst="split")),
        AddLink(link=link("split", "cost")),
    ]
    assert letters(edited(first, new)) == {"hire": "A", "agency": "C", "split": "D"}


def test_a_risk_goes_with_the_last_node_it_was_linked_to_and_an_outcome_does_not() -> None:
    graph = with_nodes(
        staffing(), node("sick", NodeKind.RISK, "Somebody falls ill"), node("mood", NodeKind.OUTCOME, "Mood")
    )
    graph = with_edges(graph, link("sick", "mood"), link("hire", "mood"))
    after = edited(graph, [DropNode(node="mood")])
    assert {n.id for n in after.nodes} == {n.id for n in staffing().nodes}
    lonely = with_edges(
        with_nodes(staffing(), node("mood", NodeKind.OUTCOME, "Mood")),
        link("hire", "mood"),
    )
    assert refused(lonely, DropLink(src="hire", dst="mood")).at == "mood"


def test_a_new_reason_takes_the_place_of_the_old() -> None:
    after = edited(staffing(), [Relabel(node="agency", label="Hire an agency", why="Clearer")])
    assert after.rationales == (Rationale(target="agency", why="Clearer"),)


@pytest.mark.parametrize(
    ("edit", "at", "why"),
    [
        (Retitle(title=" "), "", "The title is empty."),
        (Retitle(title="x" * 81), "", "The title has 81 characters, more than 80."),
        (Relabel(node="gone", label="x"), "gone", "There is no node “gone”."),
        (Relabel(node="hire", label=" "), "hire", "The node “hire” has no label."),
        (Relabel(node="hire", label="use an agency."), "hire", "has the same label"),
        (Relabel(node="hire", label="x" * 81), "hire", "has 81 characters, more than 80."),
        (Relabel(node="hire", label="Recruit", why="w" * 281), "hire", "The reason has 281 characters"),
        (Describe(node="hire", body="x" * 201), "hire", "has 201 characters, more than 200."),
        (SetBetter(node="hire", better=Better.HIGHER), "hire", "only an outcome has a direction"),
        (SetBelief(src="hire", dst="gone", belief=0.5), "hire::gone", "There is no link “Hire three"),
        (SetBelief(src="hire", dst="cost", belief=1.01), "hire::cost", "it goes from 0 to 1."),
        (SetBelief(src="hire", dst="cost", belief=float("nan")), "hire::cost", "it goes from 0 to 1."),
        (SetBelief(src="how", dst="hire", belief=0.5), "how::hire", "only says what belongs to what"),
        (SetWeight(src="hire", dst="cost", weight=-1.01), "hire::cost", "it goes from -1 to 1."),
        (
            SetEvidence(src="hire", dst="cost", provenance=replace(COSTS, quote="q" * 101)),
            "hire::cost",
            "has 101 characters",
        ),
        (
            SetEvidence(src="hire", dst="cost", provenance=replace(COSTS, quote="")),
            "hire::cost",
            "quotes nothing",
        ),
        (AddNode(node=node("hire", NodeKind.OPTION)), "hire", "is there already"),
        (AddNode(node=node("Bad id", NodeKind.OPTION)), "Bad id", "breaks the rule for ids"),
        (AddNode(node=node("x", "banana")), "x", "is of the kind “banana”"),
        (AddNode(node=node("x", NodeKind.OPTION, better=Better.LOWER)), "x", "only an outcome"),
        (AddNode(node=node("x", NodeKind.OPTION)), "x", "is not connected"),
        (AddNode(node=node("x", NodeKind.GOAL)), "", "The graph has 2 goals; it needs exactly 1."),
        (AddLink(link=link("hire", "cost")), "hire::cost", "is there already"),
        (AddLink(link=link("hire", "gone")), "hire::gone", "needs a node “gone”"),
        (AddLink(link=link("hire", "hire")), "hire::hire", "leads from a node to itself"),
        (AddLink(link=link("cost", "hire")), "cost::hire", "outcome leads only to outcome"),
        (AddLink(link=Edge(src="cost", dst="speed")), "cost::speed", "says neither how sure nor how strong"),
        (DropNode(node="gone"), "gone", "There is no node “gone”."),
        (DropNode(node="launch"), "", "The graph has no goal"),
        (DropNode(node="wait"), "wait", "There is no node “wait”."),
        (DropNode(node="hire"), "", "The graph has 1 option; it needs 2 to 6."),
        (DropLink(src="how", dst="cost"), "how::cost", "There is no link “How do we staff"),
        (DropLink(src="how", dst="hire"), "hire", "No path leads from the goal to “Hire three engineers”."),
    ],
    ids=[str(number) for number in range(33)],
)
def test_an_edit_that_breaks_a_rule_is_refused_with_its_place_and_a_sentence(
    edit: Edit, at: str, why: str
) -> None:
    fine = SetBelief(src="agency", dst="cost", belief=0.1)
    error = refused(staffing(), fine, edit, fine)
    assert (error.at, error.index) == (at, 1)
    assert why in error.why
    assert error.why.endswith(".")


def test_a_circle_is_refused_at_the_link_that_closed_it() -> None:
    there, back = link("cost", "speed"), link("speed", "cost")
    error = refused(staffing(), AddLink(link=there), AddLink(link=back))
    assert "goes round in a circle" in error.why
    assert error.index == 1


def test_a_circle_that_is_opened_again_is_not_refused() -> None:
    there, back = link("cost", "speed"), link("speed", "cost")
    after = edited(staffing(), [AddLink(link=there), AddLink(link=back), DropLink(src="cost", dst="speed")])
    assert not validate(after)


def test_two_labels_can_be_swapped() -> None:
    labels = {n.id: n.label for n in staffing().nodes}
    after = edited(
        staffing(),
        [
            Relabel(node="hire", label=labels["agency"]),
            Relabel(node="agency", label=labels["hire"]),
        ],
    )
    assert {n.label for n in after.nodes} == set(labels.values())


def test_no_more_than_twelve_nodes_and_twenty_four_links() -> None:
    many = [node(f"factor_{i}", NodeKind.FACTOR) for i in range(6)]
    ends = [edge for n in many for edge in (link("hire", n.id), link(n.id, "cost"), link("agency", n.id))]
    nodes = [AddNode(node=n) for n in many]
    linked = [AddLink(link=edge) for edge in ends]
    full = edited(staffing(), [*nodes, *linked[:17]])
    assert (len(full.nodes), len(full.edges)) == (12, 24)
    error = refused(full, linked[17])
    assert error.why == "The graph has 25 links; at most 24 are allowed."
    extra: list[Edit] = [AddNode(node=node("late", NodeKind.FACTOR)), AddLink(link=link("hire", "late"))]
    error = refused(full, DropLink(src="hire", dst="factor_0"), *extra)
    assert (error.why, error.index) == ("The graph has 13 nodes; at most 12 are allowed.", 1)


def test_what_was_wrong_before_refuses_nothing_that_leaves_it_as_it_was() -> None:
    faulty = with_nodes(staffing(), node("hire", NodeKind.OPTION, "x" * 90), node("odd", "banana"))
    faulty = with_edges(faulty, link("hire", "cost", 1.7, 0.3))
    assert belief_of(edited(faulty, [SetBelief(src="hire", dst="cost", belief=0.3)]), "hire", "cost") == 0.3
    assert edited(faulty, [Describe(node="hire", body="More")]) != faulty
    assert "has 85 characters" in refused(faulty, Relabel(node="hire", label="x" * 85)).why
    assert "is 1.2" in refused(faulty, SetBelief(src="hire", dst="cost", belief=1.2)).why


def test_a_count_that_is_wrong_already_may_get_better_but_not_worse() -> None:
    one = without(staffing(), "agency")
    assert edited(one, [Relabel(node="hire", label="Recruit")])
    error = refused(one, Relabel(node="hire", label="Recruit"), DropNode(node="hire"))
    assert error.why == "The graph has no option; it needs 2 to 6."
    assert error.index == 1


@quick
@given(sound_graphs())
def test_after_any_single_drop_a_graph_is_still_without_fault_or_the_edit_was_refused(graph: Graph) -> None:
    for drop in drops(graph):
        after = outcome(graph, drop)
        if isinstance(after, EditRefused):
            assert after.index == 0
        else:
            assert not validate(after)
            assert letters(after).items() <= letters(graph).items()


@quick
@given(messy_graphs())
def test_edits_of_any_graph_are_made_or_refused_with_a_sentence(graph: Graph) -> None:
    beliefs = [SetBelief(src=e.src, dst=e.dst, belief=0.5) for e in graph.edges[:5]]
    for edit in [*drops(graph)[:5], *beliefs]:
        after = outcome(graph, edit)
        assert (
            after.why.endswith(".") if isinstance(after, EditRefused) else after != graph or edit in beliefs
        )


def drops(graph: Graph) -> list[Edit]:
    links = (DropLink(src=e.src, dst=e.dst) for e in graph.edges)
    return [*(DropNode(node=n.id) for n in graph.nodes), *links]


def outcome(graph: Graph, edit: Edit) -> Graph | EditRefused:
    try:
        return edited(graph, [edit])
    except EditRefused as error:
        return error
