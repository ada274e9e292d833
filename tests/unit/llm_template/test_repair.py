from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from core.graph.model import Better, Edge, Graph, Node, Provenance
from core.graph.order import in_order
from core.graph.rules import validate
from core.graph.sources import Document
from core.llm.provider import ModelCall, Task
from tests.unit.graph.strategies import messy_graphs
from tests.unit.llm_template.drafted import asked, document, graph_of

BRIEF = "Should we hire three engineers or use contractors for six months?"
NOTES = document("D1", "notes.md", "Contractors are faster than hiring.")
GOOD = graph_of(asked(BRIEF, NOTES))


def mended(graph: Graph | None, *documents: Document, risks: bool = False) -> Graph:
    """What the template provider makes of a graph that broke rules; the result breaks none."""
    call = asked(BRIEF, *documents)
    repair = ModelCall(
        task=Task.REPAIR,
        brief=call.brief,
        documents=call.documents,
        graph=graph,
        violations=validate(graph) if graph else (),
        risks=risks,
    )
    result = graph_of(repair)
    assert [found for found in validate(result) if found.severity == "error"] == []
    return result


def without(graph: Graph, *ids: str) -> Graph:
    """The graph without these nodes; links that lost an end are still there."""
    return replace(graph, nodes=tuple(node for node in graph.nodes if node.id not in ids))


def test_a_valid_graph_comes_back_as_it_is() -> None:
    assert in_order(mended(GOOD, NOTES)) == in_order(GOOD)


def test_citations_survive() -> None:
    kept = [
        e.provenance for e in mended(GOOD, NOTES).edges if e.provenance and e.provenance.source == "notes.md"
    ]
    assert kept
    assert kept == [e.provenance for e in GOOD.edges if e.provenance and e.provenance.source == "notes.md"]


def test_a_missing_goal_and_decision_come_from_a_fresh_draft() -> None:
    result = mended(without(GOOD, "goal", "decision"), NOTES)
    assert result.of_kind("goal") == GOOD.of_kind("goal")
    assert result.of_kind("decision") == GOOD.of_kind("decision")


def test_a_missing_option_comes_from_a_fresh_draft_as_a_hypothesis() -> None:
    contract = GOOD.options[1]
    result = mended(without(GOOD, contract.id), NOTES)
    assert [option.label for option in result.options] == [option.label for option in GOOD.options]
    added = [edge for edge in result.edges if edge.src == contract.id]
    assert added
    assert all(edge.provenance and edge.provenance.is_hypothesis for edge in added)


def test_missing_outcomes_come_from_a_fresh_draft() -> None:
    result = mended(without(GOOD, *(node.id for node in GOOD.of_kind("outcome"))), NOTES)
    assert len(result.of_kind("outcome")) == 1
    assert {edge.src for edge in result.edges if edge.dst == result.of_kind("outcome")[0].id} == {
        option.id for option in result.options
    }


def test_numbers_out_of_range_are_brought_into_it() -> None:
    wild = tuple(replace(edge, belief=7.0, weight=-9.0) if edge.provenance else edge for edge in GOOD.edges)
    result = mended(replace(GOOD, edges=wild), NOTES)
    assert {(e.belief, e.weight) for e in result.edges if e.provenance} == {(1.0, -1.0)}


def test_a_link_without_a_weight_goes_and_one_without_a_belief_is_half_believed() -> None:
    causal = [edge for edge in GOOD.edges if edge.provenance]
    edges = [edge for edge in GOOD.edges if not edge.provenance]
    edges += [replace(causal[0], weight=None), replace(causal[1], belief=None), *causal[2:]]
    result = mended(replace(GOOD, edges=tuple(edges)), NOTES)
    keys = {edge.key: edge for edge in result.edges}
    assert causal[0].key not in keys
    assert keys[causal[1].key].belief == 0.5


def test_a_link_without_a_source_becomes_a_hypothesis() -> None:
    bare = tuple(replace(edge, provenance=None) for edge in GOOD.edges)
    result = mended(replace(GOOD, edges=bare), NOTES)
    quotes = {edge.provenance.quote for edge in result.edges if edge.provenance}
    assert quotes == {"The effect is open; no source tells it"}


def test_a_source_that_is_no_document_of_the_call_stays_as_words() -> None:
    said = Provenance(source="memory", quote="I remember it so")
    edges = tuple(replace(edge, provenance=said) if edge.provenance else edge for edge in GOOD.edges)
    result = mended(replace(GOOD, edges=edges), NOTES)
    assert {e.provenance.source for e in result.edges if e.provenance} == {"hypothesis"}


def test_nodes_of_an_unknown_kind_without_a_label_or_said_twice_are_dropped() -> None:
    extra = (
        Node(id="ghost", kind="ghost", label="Ghost"),
        Node(id="blank", kind="outcome", label="  ", better=Better.HIGHER),
        Node(id="twin", kind="outcome", label=GOOD.options[0].label, better=Better.HIGHER),
    )
    result = mended(replace(GOOD, nodes=(*GOOD.nodes, *extra)), NOTES)
    assert {node.id for node in result.nodes} == {node.id for node in GOOD.nodes}


def test_a_second_goal_and_a_seventh_option_are_too_many() -> None:
    goals = (Node(id="goal_2", kind="goal", label="Another goal"),)
    options = tuple(Node(id=f"more_{n}", kind="option", label=f"More {n}") for n in range(8))
    result = mended(replace(GOOD, nodes=(*GOOD.nodes, *goals, *options)), NOTES)
    assert len(result.of_kind("goal")) == 1
    assert len(result.options) <= 6
    assert [option.id for option in result.options][:2] == [option.id for option in GOOD.options]


def test_risks_stay_only_where_they_are_wanted_and_tied_in() -> None:
    option, outcome = GOOD.options[0], GOOD.of_kind("outcome")[0]
    risk = Node(id="risk", kind="risk", label="Nobody applies")
    lonely = Node(id="lonely", kind="factor", label="The weather")
    pair = Node(id="pair", kind="risk", label="Rain")
    tie = Provenance(source="hypothesis", quote="It may happen")
    edges = tuple(
        Edge(src=src, dst=dst, belief=0.5, weight=0.2, provenance=tie)
        for src, dst in ((option.id, "risk"), ("risk", outcome.id), ("lonely", "pair"))
    )
    graph = replace(GOOD, nodes=(*GOOD.nodes, risk, lonely, pair), edges=(*GOOD.edges, *edges))
    assert [node.id for node in mended(graph, NOTES, risks=True).of_kind("risk", "factor")] == ["risk"]
    assert mended(graph, NOTES).of_kind("risk", "factor") == ()


def test_factors_make_room_for_what_a_graph_must_have() -> None:
    factors = tuple(Node(id=f"factor_{n:02}", kind="factor", label=f"Factor {n}") for n in range(12))
    chain = tuple(
        Edge(
            src=f"factor_{n:02}",
            dst=f"factor_{n + 1:02}",
            belief=0.5,
            weight=0.5,
            provenance=Provenance(source="hypothesis", quote="so"),
        )
        for n in range(11)
    )
    result = mended(Graph(title="", nodes=factors, edges=chain), NOTES, risks=True)
    assert len(result.options) == 2
    assert result.title


def test_a_node_that_is_added_gets_an_id_that_is_free() -> None:
    taken = Node(id="goal", kind="option", label="Do both")
    result = mended(Graph(title="", nodes=(taken,), edges=()), NOTES)
    assert next(node for node in result.of_kind("goal")).id == "goal_2"
    assert "Do both" in [option.label for option in result.options]


def test_a_repair_without_a_graph_is_a_draft() -> None:
    assert mended(None, NOTES) == GOOD


@settings(max_examples=60, deadline=None)
@given(graph=messy_graphs(), risks=st.booleans())
def test_any_graph_is_made_valid(*, graph: Graph, risks: bool) -> None:
    mended(graph, NOTES, risks=risks)
