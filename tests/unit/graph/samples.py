"""A graph to write single cases from: two options, two outcomes, nothing wrong with it."""

from __future__ import annotations

from dataclasses import replace

from core.graph.model import Better, Edge, Graph, Meta, Node, NodeKind, Provenance, Rationale

HYPOTHESIS = Provenance(source="hypothesis", quote="Nobody has measured it")
COSTS = Provenance(source="costs.csv", quote="agency, 180000", location="row 2", document="D1", passage=1)


def node(id_: str, kind: str, label: str = "", *, better: Better | None = None, body: str = "") -> Node:
    return Node(
        id=id_, kind=kind, label=label or id_.replace("_", " ").capitalize(), better=better, body=body
    )


def link(
    src: str,
    dst: str,
    belief: float | None = 0.7,
    weight: float | None = 0.5,
    provenance: Provenance | None = HYPOTHESIS,
) -> Edge:
    return Edge(src=src, dst=dst, belief=belief, weight=weight, provenance=provenance)


def staffing() -> Graph:
    """Hire or use an agency, for speed and cost: valid, in order, the agency ahead."""
    return Graph(
        title="Staffing the rebuild",
        nodes=(
            node("agency", NodeKind.OPTION, "Use an agency"),
            node("cost", NodeKind.OUTCOME, "Cost", better=Better.LOWER),
            node("hire", NodeKind.OPTION, "Hire three engineers"),
            node("how", NodeKind.DECISION, "How do we staff the rebuild?"),
            node("launch", NodeKind.GOAL, "Launch by June"),
            node("speed", NodeKind.OUTCOME, "Delivery speed", better=Better.HIGHER),
        ),
        edges=(
            link("agency", "cost", 0.9, 0.4, COSTS),
            link("agency", "speed", 0.8, 0.7),
            link("hire", "cost", 0.7, 0.3),
            link("hire", "speed", 0.6, 0.2),
            Edge(src="how", dst="agency"),
            Edge(src="how", dst="hire"),
            Edge(src="launch", dst="how"),
        ),
        rationales=(Rationale(target="agency", why="The brief names one"),),
        option_order=("hire", "agency"),
        meta=Meta(source="anthropic", model="claude-sonnet-5-5", prompt_version="1"),
    )


def with_nodes(graph: Graph, *nodes: Node) -> Graph:
    """The graph with these nodes added, or put in the place of those with their ids."""
    ids = {n.id for n in nodes}
    return replace(graph, nodes=(*(n for n in graph.nodes if n.id not in ids), *nodes))


def with_edges(graph: Graph, *edges: Edge) -> Graph:
    """The graph with these links added, or put in the place of those between the same nodes."""
    keys = {e.key for e in edges}
    return replace(graph, edges=(*(e for e in graph.edges if e.key not in keys), *edges))


def without(graph: Graph, *places: str) -> Graph:
    """The graph without these nodes (and their links) and without the links named `from::to`."""
    return replace(
        graph,
        nodes=tuple(n for n in graph.nodes if n.id not in places),
        edges=tuple(
            e for e in graph.edges if not {e.src, e.dst} & set(places) and f"{e.src}::{e.dst}" not in places
        ),
    )
