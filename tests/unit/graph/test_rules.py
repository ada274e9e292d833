from __future__ import annotations

import math
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.graph.codes import RANK, SEVERITY
from core.graph.model import Edge, Graph, Node, NodeKind, Provenance, Rationale, Violation
from core.graph.order import in_order
from core.graph.rules import ALLOWED, is_causal, validate
from tests.unit.graph.samples import HYPOTHESIS, link, node, staffing, with_edges, with_nodes, without
from tests.unit.graph.strategies import messy_graphs, quick, sound_graphs, twice_listed


def only(graph: Graph) -> Violation:
    found = validate(graph)
    assert len(found) == 1, found
    return found[0]


def codes(graph: Graph) -> list[tuple[str, str]]:
    return [(v.code, v.at) for v in validate(graph)]


def test_nothing_is_wrong_with_the_sample() -> None:
    assert validate(staffing()) == ()


@quick
@given(sound_graphs())
def test_nothing_is_wrong_with_a_sound_graph(graph: Graph) -> None:
    assert validate(graph) == ()


ADDED = [
    (node("Bad-Id", "factor", "Talent"), "BAD_ID"),
    (node("9th", "factor", "Talent"), "BAD_ID"),
    (node("x" * 41, "factor", "Talent"), "BAD_ID"),
    (node("talent\n", "factor", "Talent"), "BAD_ID"),
    (Node(id="talent", kind="factor", label=" "), "EMPTY_LABEL"),
    (node("talent", "factor", "delivery  SPEED."), "DUPLICATE_LABEL"),
    (node("talent", "factor", "t" * 81), "LABEL_LENGTH"),
    (node("talent", "factor", "Talent", body="t" * 201), "BODY_LENGTH"),
]


@pytest.mark.parametrize(("added", "code"), ADDED)
def test_each_rule_for_nodes_names_the_node(added: Node, code: str) -> None:
    graph = with_edges(with_nodes(staffing(), added), link("hire", added.id), link(added.id, "speed"))
    found = only(graph)
    assert (found.code, found.at) == (code, added.id)


def test_a_kind_that_does_not_exist_is_named() -> None:
    found = validate(with_nodes(staffing(), node("talent", "person")))
    assert [v.code for v in found] == ["BAD_KIND", "NOT_CONNECTED"]
    assert "“person”" in found[0].message


def test_two_nodes_with_one_id_are_one_violation() -> None:
    twice = replace(staffing(), nodes=(*staffing().nodes, *[node("hire", "option", "Recruit")] * 2))
    assert codes(twice) == [("DUPLICATE_ID", "hire")]
    assert "3 nodes" in validate(twice)[0].message


COUNTED = [
    (without(staffing(), "launch"), "COUNT_GOAL", "no goal; it needs exactly 1"),
    (with_nodes(staffing(), node("win", "goal")), "COUNT_GOAL", "2 goals; it needs exactly 1"),
    (without(staffing(), "how"), "COUNT_DECISION", "no decision; it needs 1 to 3"),
    (without(staffing(), "hire"), "COUNT_OPTION", "1 option; it needs 2 to 6"),
    (without(staffing(), "cost", "speed"), "COUNT_OUTCOME", "no outcome; it needs 1 to 6"),
]


@pytest.mark.parametrize(("graph", "code", "words"), COUNTED)
def test_too_few_or_too_many_of_a_kind_are_counted(graph: Graph, code: str, words: str) -> None:
    found = [v for v in validate(graph) if v.code.startswith("COUNT")]
    assert [(v.code, v.at) for v in found] == [(code, "")]
    assert words in found[0].message


def test_more_than_twelve_nodes_and_twenty_four_links_are_too_many() -> None:
    graph = staffing()
    for i in range(7):
        graph = with_nodes(graph, node(f"factor_{i}", "factor"))
        graph = with_edges(
            graph,
            *(link(option, f"factor_{i}") for option in ("hire", "agency")),
            link(f"factor_{i}", "speed"),
        )
    found = validate(graph)
    assert [(v.code, v.message) for v in found] == [
        ("TOO_MANY_NODES", "The graph has 13 nodes; at most 12 are allowed."),
        ("TOO_MANY_EDGES", "The graph has 28 links; at most 24 are allowed."),
    ]


TO_SPEED = "hire::speed"
CHANGED = [
    (link("hire", "speed", None, None), "MISSING_NUMBERS", "neither how sure nor how strong"),
    (link("hire", "speed", None, 0.5), "MISSING_NUMBERS", "not how sure"),
    (link("hire", "speed", 0.5, None), "MISSING_NUMBERS", "not how strong"),
    (link("hire", "speed", 1.01, 0.5), "BELIEF_RANGE", "1.01"),
    (link("hire", "speed", math.nan, 0.5), "BELIEF_RANGE", "nan"),
    (link("hire", "speed", 0.5, -1.5), "WEIGHT_RANGE", "-1.5"),
    (link("hire", "speed", 0.5, math.inf), "WEIGHT_RANGE", "inf"),
    (link("hire", "speed", 0.5, 0.0), "ZERO_WEIGHT", "changes nothing"),
    (link("hire", "speed", provenance=None), "NO_PROVENANCE", "what it rests on"),
    (link("hire", "speed", provenance=Provenance(source=" ", quote="x")), "NO_PROVENANCE", "rests on"),
    (link("hire", "speed", provenance=Provenance(source="a.csv", quote="")), "NO_PROVENANCE", "“a.csv”"),
    (link("hire", "speed", provenance=Provenance(source="a.csv", quote="q" * 101)), "QUOTE_LENGTH", "101"),
]


@pytest.mark.parametrize(("changed", "code", "words"), CHANGED)
def test_each_rule_for_causal_links_names_the_link(changed: Edge, code: str, words: str) -> None:
    found = only(with_edges(staffing(), changed))
    assert (found.code, found.at) == (code, TO_SPEED)
    assert words in found.message
    assert "“Hire three engineers → Delivery speed”" in found.message


def test_a_hypothesis_needs_no_statement() -> None:
    assert (
        validate(with_edges(staffing(), link("hire", "speed", provenance=replace(HYPOTHESIS, quote=""))))
        == ()
    )


def test_numbers_on_a_structural_link_are_a_warning() -> None:
    found = only(with_edges(staffing(), Edge(src="how", dst="hire", belief=0.5)))
    assert (found.severity, found.code, found.at) == ("warning", "NUMBERS_ON_STRUCTURE", "how::hire")


def test_a_link_to_nowhere_a_link_to_itself_and_a_link_drawn_twice_are_found() -> None:
    graph = staffing()
    graph = replace(
        graph, edges=(*graph.edges, link("hire", "gone"), link("cost", "cost"), link("hire", "speed", 0.1))
    )
    assert codes(graph) == [
        ("DANGLING_EDGE", "hire::gone"),
        ("SELF_LOOP", "cost::cost"),
        ("DUPLICATE_EDGE", TO_SPEED),
    ]
    assert "“gone”" in validate(graph)[0].message


def test_a_forbidden_pair_of_kinds_is_named_with_what_is_allowed() -> None:
    found = only(with_edges(staffing(), link("launch", "speed")))
    assert (found.code, found.at) == ("EDGE_KIND", "launch::speed")
    assert found.message.endswith("leads from goal to outcome; goal leads only to decision.")


def test_an_unknown_kind_links_to_nothing() -> None:
    graph = with_edges(with_nodes(staffing(), node("talent", "person")), link("talent", "speed"))
    assert codes(graph) == [("BAD_KIND", "talent"), ("EDGE_KIND", "talent::speed")]


def test_a_cycle_is_placed_at_one_of_its_links_and_named_by_its_nodes() -> None:
    found = only(with_edges(staffing(), link("cost", "speed"), link("speed", "cost")))
    assert (found.code, found.at) == ("CYCLE", "cost::speed")
    assert found.message.startswith("“Cost” → “Delivery speed” → “Cost”")


def test_a_long_cycle_is_not_named_in_full() -> None:
    names = [f"factor_{i:03}" for i in range(100)]
    graph = with_nodes(staffing(), *(node(name, "factor") for name in names))
    graph = with_edges(graph, *(link(a, b) for a, b in zip(names, names[1:] + names[:1], strict=True)))
    [found] = [v for v in validate(graph) if v.code == "CYCLE"]
    assert found.at == "factor_000::factor_001"
    assert "“Factor 010” → … → “Factor 000”" in found.message


def test_options_that_lead_nowhere_and_outcomes_no_option_leads_to_are_found() -> None:
    graph = without(staffing(), "hire::cost", "hire::speed")
    assert codes(graph) == [("OPTION_NO_OUTCOME", "hire")]
    graph = with_edges(
        with_nodes(without(staffing(), "hire::cost", "agency::cost"), node("slump", "risk")),
        link("slump", "cost"),
    )
    assert codes(graph) == [
        ("NOT_CONNECTED", "cost"),
        ("NOT_CONNECTED", "slump"),
        ("OUTCOME_UNREACHED", "cost"),
    ]


def test_what_the_goal_does_not_lead_to_is_found() -> None:
    assert codes(without(staffing(), "how::hire")) == [("NOT_FROM_GOAL", "hire")]


def test_without_a_goal_only_the_goal_is_missed() -> None:
    assert codes(without(staffing(), "launch")) == [("COUNT_GOAL", "")]


def test_a_long_reason_is_a_warning_at_what_it_explains() -> None:
    found = only(replace(staffing(), rationales=(Rationale(target="hire", why="w" * 281),)))
    assert (found.severity, found.code, found.at) == ("warning", "WHY_LENGTH", "hire")


def test_an_empty_graph_lacks_one_of_each_kind() -> None:
    found = validate(Graph(title="", nodes=(), edges=()))
    assert [v.code for v in found] == ["COUNT_GOAL", "COUNT_DECISION", "COUNT_OPTION", "COUNT_OUTCOME"]


def test_options_may_not_be_caused_by_factors_or_risks() -> None:
    assert ("factor", "option") not in ALLOWED
    assert ("risk", "option") not in ALLOWED
    assert ("risk", "risk") not in ALLOWED
    assert len(ALLOWED) == 12


@quick
@given(st.sampled_from([*NodeKind, "banana"]), st.sampled_from([*NodeKind, "banana"]))
def test_a_causal_link_is_an_allowed_one_that_starts_below_the_decision(src: str, dst: str) -> None:
    assert is_causal(src, dst) == ((src, dst) in ALLOWED and src not in {"goal", "decision"})


@quick
@given(messy_graphs())
def test_every_violation_has_a_known_code_a_severity_and_a_sentence(graph: Graph) -> None:
    for violation in validate(graph):
        assert violation.severity == SEVERITY[violation.code]
        assert violation.message.endswith(".")
        assert "\n" not in violation.message.replace(violation.at, "")


@quick
@given(twice_listed())
def test_violations_come_in_one_order_however_the_graph_is_listed(listings: tuple[Graph, Graph]) -> None:
    found = validate(listings[0])
    assert found == validate(listings[1])
    assert [RANK[v.code] for v in found] == sorted(RANK[v.code] for v in found)


@given(messy_graphs())
@settings(max_examples=100)
def test_cycles_and_reach_agree_with_networkx(graph: Graph) -> None:
    ids = {n.id for n in graph.nodes}
    oracle: nx.DiGraph[str] = nx.DiGraph()
    oracle.add_nodes_from(ids)
    oracle.add_edges_from(e.key for e in graph.edges if e.src != e.dst and e.src in ids and e.dst in ids)
    found = validate(graph)
    cyclic = [part for part in nx.strongly_connected_components(oracle) if len(part) > 1]
    assert len([v for v in found if v.code == "CYCLE"]) == len(cyclic)
    unjoined = {v.at for v in found if v.code == "NOT_CONNECTED"}
    pieces = list(nx.weakly_connected_components(oracle))
    assert not ids or ids - unjoined in pieces
    kind = {n.id: n.kind for n in reversed(in_order(graph).nodes)}
    options = {id_ for id_ in ids if kind[id_] == "option"}
    outcomes = {id_ for id_ in ids if kind[id_] == "outcome"}
    stranded = {o for o in options if not nx.descendants(oracle, o) & outcomes}
    assert {v.at for v in found if v.code == "OPTION_NO_OUTCOME"} == stranded
    unreached = {u for u in outcomes if not nx.ancestors(oracle, u) & options}
    assert {v.at for v in found if v.code == "OUTCOME_UNREACHED"} == unreached
