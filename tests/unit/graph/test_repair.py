from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.graph.model import Better, Edge, Graph, Node, NodeKind, Rationale
from core.graph.order import in_order
from core.graph.repair import Repair, repair
from core.graph.rules import ALLOWED, validate
from tests.unit.graph.samples import COSTS, link, node, staffing, with_edges, with_nodes, without
from tests.unit.graph.strategies import messy_graphs, quick, sound_graphs, twice_listed

MENDED = {
    "DUPLICATE_ID",
    "DANGLING_EDGE",
    "SELF_LOOP",
    "DUPLICATE_EDGE",
    "EDGE_KIND",
    "CYCLE",
    "TOO_MANY_NODES",
    "TOO_MANY_EDGES",
}


def changes(log: tuple[Repair, ...]) -> list[tuple[str, str]]:
    return [(entry.action, entry.at) for entry in log]


@quick
@given(sound_graphs())
def test_a_sound_graph_stays_as_it_is(graph: Graph) -> None:
    mended = repair(graph)
    assert mended.log == ()
    assert mended.graph == replace(graph, rationales=mended.graph.rationales)
    assert set(mended.graph.rationales) == set(graph.rationales)


@quick
@given(graph=messy_graphs(), risks=st.booleans())
def test_repair_is_idempotent(graph: Graph, *, risks: bool) -> None:
    once = repair(graph, risks=risks).graph
    twice = repair(once, risks=risks)
    assert twice.log == ()
    assert repr(twice.graph) == repr(once)  # NaN is not equal to itself, its repr is


@quick
@given(graph=messy_graphs(), risks=st.booleans())
def test_repair_leaves_nothing_that_it_can_mend(graph: Graph, *, risks: bool) -> None:
    assert not {v.code for v in validate(repair(graph, risks=risks).graph)} & MENDED


@quick
@given(twice_listed())
def test_repair_does_not_depend_on_how_the_parts_are_listed(listings: tuple[Graph, Graph]) -> None:
    letters = tuple(sorted({n.id for n in listings[0].nodes}))
    one, other = (replace(graph, option_order=letters) for graph in listings)
    assert repr(repair(one)) == repr(repair(other))


@quick
@given(twice_listed())
def test_but_for_new_letters_nothing_depends_on_how_the_nodes_are_listed(
    listings: tuple[Graph, Graph],
) -> None:
    one, other = (repair(graph) for graph in listings)
    assert repr(replace(one.graph, option_order=())) == repr(replace(other.graph, option_order=()))
    assert one.log == other.log


@quick
@given(messy_graphs())
def test_repair_invents_nothing(graph: Graph) -> None:
    mended = repair(graph).graph
    assert {repr(n) for n in mended.nodes} <= {repr(n) for n in graph.nodes}
    contents = {repr((e.belief, e.weight, e.provenance)) for e in graph.edges}
    assert {repr((e.belief, e.weight, e.provenance)) for e in mended.edges} <= contents
    assert {r.why for r in mended.rationales} <= {r.why for r in graph.rationales}


@quick
@given(messy_graphs())
def test_letters_name_each_option_left_or_long_gone_once_and_keep_their_order(graph: Graph) -> None:
    mended = repair(graph).graph
    gone_before = set(graph.option_order) - {n.id for n in graph.nodes}
    assert sorted(mended.option_order) == sorted({n.id for n in mended.of_kind("option")} | gone_before)
    fixed = [id_ for id_ in dict.fromkeys(graph.option_order) if id_ in mended.option_order]
    assert [id_ for id_ in mended.option_order if id_ in fixed] == fixed


@quick
@given(messy_graphs())
def test_rationales_point_to_what_is_there(graph: Graph) -> None:
    mended = repair(graph).graph
    there = {n.id for n in mended.nodes} | {f"{e.src}::{e.dst}::0" for e in mended.edges}
    assert {r.target for r in mended.rationales} <= there
    assert len(set(mended.rationales)) == len(mended.rationales)


def test_without_risks_risks_and_factors_go_with_their_links() -> None:
    graph = with_nodes(staffing(), node("slump", "risk"), node("market", "factor"))
    graph = with_edges(graph, link("slump", "speed"), link("hire", "market"), link("market", "slump"))
    mended = repair(graph, risks=False)
    assert changes(mended.log) == [("drop_node", "market"), ("drop_node", "slump")]
    assert mended.graph == repair(staffing()).graph
    assert repair(graph).log == ()


def test_an_option_that_shares_its_id_with_a_risk_survives_the_risk() -> None:
    graph = replace(staffing(), nodes=(*staffing().nodes, node("hire", "risk", "Hiring freeze")))
    assert repair(graph, risks=False).graph == repair(staffing()).graph


def test_of_two_nodes_with_one_id_the_one_with_kind_and_label_stays() -> None:
    worse = (Node(id="hire", kind="banana", label="Hire"), Node(id="hire", kind="option", label=" "))
    graph = replace(staffing(), nodes=(*worse, *staffing().nodes))
    mended = repair(graph)
    assert changes(mended.log) == [("drop_node", "hire"), ("drop_node", "hire")]
    assert mended.graph.nodes == staffing().nodes


def test_nodes_of_one_kind_with_one_label_are_merged_into_the_one_with_a_letter() -> None:
    graph = with_nodes(staffing(), node("a_agency", "option", "use an AGENCY."))
    graph = with_edges(graph, Edge(src="how", dst="a_agency"), link("a_agency", "speed", 0.9, 0.9, COSTS))
    graph = replace(graph, rationales=(Rationale(target="a_agency::speed::0", why="They built one before"),))
    mended = repair(graph)
    assert changes(mended.log) == [
        ("merge_node", "a_agency"),
        ("merge_edge", "agency::speed"),
        ("merge_edge", "how::agency"),
    ]
    assert mended.graph.option_order == ("hire", "agency")
    assert link("agency", "speed", 0.9, 0.9, COSTS) in mended.graph.edges
    assert mended.graph.rationales == (Rationale(target="agency::speed::0", why="They built one before"),)


def test_of_outcomes_with_one_label_the_one_with_a_direction_stays() -> None:
    graph = with_nodes(staffing(), node("a_cost", "outcome", "cost", better=Better.UNKNOWN))
    assert changes(repair(graph).log) == [("merge_node", "a_cost")]


def test_labels_that_differ_by_a_sign_are_not_merged() -> None:
    graph = with_nodes(
        staffing(), node("hire", "option", "Price +5 %"), node("agency", "option", "Price -5 %")
    )
    assert repair(graph).log == ()


def test_nodes_without_a_label_are_not_merged() -> None:
    blank = (Node(id="hire", kind="option", label=""), Node(id="agency", kind="option", label=" "))
    assert repair(with_nodes(staffing(), *blank)).log == ()


def test_a_rationale_follows_a_merged_node_and_is_kept_once() -> None:
    graph = with_nodes(staffing(), node("z_agency", "option", "Use an agency"))
    whys = [Rationale(target=t, why="The brief names one") for t in ("agency", "z_agency", "gone")]
    mended = repair(replace(graph, rationales=tuple(whys)))
    assert mended.graph.rationales == (whys[0],)
    assert [e for e in mended.log if e.action == "drop_rationale"] == [
        Repair(action="drop_rationale", at="gone", why="what it explains is gone"),
        Repair(action="drop_rationale", at="z_agency", why="it is there twice"),
    ]


def test_a_link_may_be_named_without_its_index_by_a_rationale() -> None:
    graph = replace(staffing(), rationales=(Rationale(target="hire::speed", why="Ramp-up"),))
    assert repair(graph).graph.rationales == (Rationale(target="hire::speed::0", why="Ramp-up"),)


def test_new_options_get_letters_in_the_order_in_which_the_draft_lists_them() -> None:
    graph = replace(staffing(), nodes=tuple(reversed(staffing().nodes)), option_order=())
    assert repair(graph).graph.option_order == ("hire", "agency")
    graph = with_nodes(staffing(), node("b_wait", "option", "Wait"), node("a_buy", "option", "Buy"))
    assert repair(graph).graph.option_order == ("hire", "agency", "b_wait", "a_buy")
    assert repair(without(staffing(), "hire")).graph.option_order == ("hire", "agency")


def test_the_weakest_link_of_a_cycle_goes() -> None:
    graph = with_edges(staffing(), link("cost", "speed", 0.5, 0.5), link("speed", "cost", 0.5, -0.4))
    mended = repair(graph)
    assert changes(mended.log) == [("drop_edge", "speed::cost")]


def test_impossible_links_say_why_they_went() -> None:
    graph = with_edges(staffing(), link("hire", "gone"), link("cost", "cost"), link("speed", "hire"))
    assert {entry.at: entry.why for entry in repair(graph).log} == {
        "hire::gone": "one of its ends is not there",
        "cost::cost": "it leads from a node to itself",
        "speed::hire": "outcome may not lead to option",
    }


def crowd(kind: str, count: int) -> tuple[Node, ...]:
    return tuple(node(f"{kind}_{i:02}", kind) for i in range(count))


def test_above_twelve_nodes_factors_go_before_risks_and_weak_before_strong() -> None:
    factors, risks = crowd("factor", 3), crowd("risk", 5)
    graph = with_nodes(staffing(), *factors, *risks)
    graph = with_edges(
        graph,
        *(link(n.id, "speed", 0.5, 0.1 * (i + 1)) for i, n in enumerate(factors)),
        *(link(n.id, "cost", 0.5, 0.01 * (i + 1)) for i, n in enumerate(risks)),
    )
    assert changes(repair(graph).log) == [("drop_node", "factor_00"), ("drop_node", "factor_01")]


def test_a_node_matters_less_once_its_neighbour_is_gone() -> None:
    factors = crowd("factor", 8)
    strong = [link(n.id, "speed", 1.0, 0.5) for n in factors[2:]]
    chain = [link("factor_00", "factor_01", 0.6, 0.6), link("factor_01", "speed", 0.5, 0.5)]
    graph = with_edges(with_nodes(staffing(), *factors), *strong, *chain)
    assert changes(repair(graph).log) == [("drop_node", "factor_00"), ("drop_node", "factor_01")]


def test_unknown_kinds_go_first_and_decisions_and_goals_only_when_nothing_else_is_left() -> None:
    graph = Graph(title="", nodes=(*crowd("banana", 4), *crowd("decision", 10), *crowd("goal", 6)), edges=())
    mended = repair(graph).graph
    assert [len(mended.of_kind(kind)) for kind in ("banana", "decision", "goal")] == [0, 6, 6]
    assert mended.nodes[0].id == "decision_00"


def test_two_options_and_an_outcome_outlive_any_crowd() -> None:
    nodes = tuple(n for kind in NodeKind for n in crowd(kind, 20))
    pairs = [(a, b) for a in nodes for b in nodes if (a.kind, b.kind) in ALLOWED]
    edges = tuple(Edge(src=a.id, dst=b.id) for a, b in pairs)
    mended = repair(Graph(title="", nodes=nodes, edges=edges)).graph
    counts = {str(kind): len(mended.of_kind(kind)) for kind in NodeKind}
    assert counts["option"] == 2
    assert counts["outcome"] == 1
    assert (counts["factor"], counts["risk"]) == (0, 0)


def test_above_twenty_four_links_the_weakest_goes_that_nothing_depends_on() -> None:
    options, outcomes = crowd("option", 5), crowd("outcome", 4)
    nodes = (node("launch", "goal"), node("how", "decision"), *options, *outcomes)
    edges = [Edge(src="launch", dst="how"), *(Edge(src="how", dst=o.id) for o in options)]
    edges += [
        link(o.id, u.id, 0.5, 0.5) for o in options for u in outcomes if (o.id, u.id) != ("option_00",) * 2
    ]
    weakest, needed = link("option_01", "outcome_02", 0.5, 0.2), link("option_00", "outcome_00", 0.5, 0.1)
    graph = with_edges(Graph(title="", nodes=nodes, edges=tuple(edges)), weakest, needed)
    graph = without(graph, *(f"option_00::outcome_0{i}" for i in (1, 2, 3)))
    graph = with_edges(
        graph, link("outcome_00", "outcome_01", 0.5, 0.3), link("outcome_02", "outcome_03", 1, 1)
    )
    assert len(graph.edges) == 25
    assert changes(repair(graph).log) == [("drop_edge", "option_01::outcome_02")]


def test_structural_links_go_once_no_causal_link_can_be_spared() -> None:
    decisions, options = crowd("decision", 3), crowd("option", 6)
    nodes = (node("launch", "goal"), *decisions, *options, *crowd("outcome", 2))
    edges = [Edge(src="launch", dst=d.id) for d in decisions]
    edges += [Edge(src=d.id, dst=o.id) for d in decisions for o in options]
    edges += [link(o.id, "outcome_00") for o in options] + [link("option_00", "outcome_01")]
    mended = repair(Graph(title="", nodes=nodes, edges=tuple(edges)))
    dropped = {entry.at for entry in mended.log}
    assert dropped == {"option_00::outcome_00", *(f"decision_00::option_0{i}" for i in range(3))}
    left = {v.code for v in validate(mended.graph)}
    assert not left & {"OPTION_NO_OUTCOME", "OUTCOME_UNREACHED", "NOT_FROM_GOAL"}


def test_what_is_left_without_a_link_is_pruned_but_for_goals_decisions_and_options() -> None:
    graph = Graph(title="", nodes=tuple(node(f"{kind}_1", kind) for kind in NodeKind), edges=())
    mended = repair(graph)
    assert [n.kind for n in mended.graph.nodes] == ["decision", "goal", "option"]
    assert changes(mended.log) == [("drop_node", f"{kind}_1") for kind in ("factor", "outcome", "risk")]


def test_impossible_numbers_are_left_for_validation() -> None:
    graph = with_edges(staffing(), link("hire", "speed", float("nan"), 5.0))
    mended = repair(graph)
    assert mended.log == ()
    assert {v.code for v in validate(mended.graph)} == {"BELIEF_RANGE", "WEIGHT_RANGE"}


@pytest.mark.parametrize(
    "kinds", [("factor",), ("factor", "risk", "outcome"), ("banana", "decision", "option")]
)
def test_thousands_of_nodes_and_links_are_mended(kinds: tuple[str, ...]) -> None:
    rng = random.Random(7)
    nodes = tuple(node(f"n{i}", rng.choice(kinds), f"Label {i}") for i in range(3_000))
    edges = tuple(
        link(rng.choice(nodes).id, rng.choice(nodes).id, rng.random(), rng.uniform(-1, 1))
        for _ in range(9_000)
    )
    mended = repair(Graph(title="", nodes=nodes, edges=edges)).graph
    assert not {v.code for v in validate(mended)} & MENDED


def test_the_parts_of_a_mended_graph_stand_in_order() -> None:
    graph = replace(staffing(), nodes=staffing().nodes[::-1], edges=staffing().edges[::-1])
    mended = repair(graph).graph
    assert mended == in_order(graph)
    assert [n.id for n in mended.nodes] == sorted(n.id for n in graph.nodes)
