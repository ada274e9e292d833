from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from core.graph.model import Graph
from core.picture.changes import revised
from tests.unit.picture.graphs import hostile, link, node, staffing


def _edited(graph: Graph) -> Graph:
    nodes = tuple(
        replace(it, label="Hire two engineers") if it.id == "hire" else it
        for it in graph.nodes
        if it.id != "market"
    )
    edges = tuple(
        replace(it, belief=0.4) if it.key == ("agency", "speed") else it
        for it in graph.edges
        if "market" not in it.key
    )
    return replace(graph, nodes=(*nodes, node("wait", "option")), edges=(*edges, link("wait", "cost")))


def test_a_graph_alone_has_no_changes() -> None:
    alone = revised(staffing(), None)

    assert alone.graph == staffing()
    assert (alone.nodes, alone.edges, alone.before) == ({}, {}, {})


def test_what_was_lost_stays_beside_what_is_new() -> None:
    before, after = staffing(), _edited(staffing())

    both = revised(after, before)

    assert both.nodes == {"hire": "changed", "market": "removed", "wait": "added"}
    assert both.edges == {
        ("agency", "speed"): "changed",
        ("market", "late"): "removed",
        ("wait", "cost"): "added",
    }
    assert both.before[("agency", "speed")].belief == 0.7
    assert {it.id for it in both.graph.nodes} == {it.id for it in (*before.nodes, *after.nodes)}
    assert ("market", "late") in {it.key for it in both.graph.edges}


def test_a_lost_option_stays_after_the_one_it_followed() -> None:
    def of(*ids: str) -> Graph:
        return Graph(title="", nodes=tuple(node(id_, "option") for id_ in ids), edges=(), option_order=ids)

    assert revised(of("a", "d"), of("a", "b", "c", "d")).graph.option_order == ("a", "b", "c", "d")
    assert revised(of("b", "x"), of("a", "b")).graph.option_order == ("a", "b", "x")


@given(hostile, hostile)
@settings(max_examples=15, deadline=None)
def test_any_two_graphs_have_a_union(before: Graph, after: Graph) -> None:
    both = revised(after, before)

    assert {it.id for it in both.graph.nodes} == {it.id for it in (*before.nodes, *after.nodes)}
