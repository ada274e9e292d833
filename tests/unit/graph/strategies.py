"""Hypothesis strategies: graphs as a hostile model might write them, and graphs without fault."""

from __future__ import annotations

import math
from dataclasses import replace

from hypothesis import strategies as st

from core.graph.links import is_causal
from core.graph.model import Better, Edge, Graph, Meta, Node, NodeKind, Provenance, Rationale
from core.graph.order import in_order

IDS = ("a", "b", "c", "d", "e", "f", "g", "h", "goal_1", "opt_1", "opt_2", "x" * 41, "Bad Id", "a::b", "")
LABELS = (
    "Hire",
    "hire ",
    "HIRE.",
    "Build",
    "Buy",
    "Cost",
    "",
    "  ",
    "C++",
    "C#",
    "+5 %",
    "-5 %",
    "🚀",
    "वि",
    "वा",
)
HOSTILE = st.text(
    alphabet=st.characters(codec="utf-8") | st.sampled_from("|[]()<>*_`#!\\~&:@$\n\r\t\u202e\u200b"),
    max_size=40,
)

ids = st.sampled_from(IDS)
kinds = st.sampled_from([*NodeKind, "goal", "option", "outcome", "banana", ""])
labels = st.sampled_from([*LABELS, "| a\n# b", "<b>x</b>", "\u202eevil", "x" * 81])
numbers = (
    st.none()
    | st.sampled_from([0.0, -0.0, 0.5, 1.0, -1.0, 1.5, -7.0, 1e308, math.nan, math.inf, -math.inf])
    | st.floats(min_value=-1, max_value=1)
)

provenances = st.builds(
    Provenance,
    source=st.sampled_from(["", "brief", "hypothesis", "costs.csv"]),
    quote=st.sampled_from(["", "agency, 180000", "q" * 101, "“|”"]),
    location=st.none() | st.sampled_from(["row 2", "sentence 1", ""]),
    document=st.none() | st.sampled_from(["D1", "B"]),
    passage=st.none() | st.integers(min_value=-1, max_value=10**6),
)


@st.composite
def messy_graphs(draw: st.DrawFn, *, max_nodes: int = 18, max_edges: int = 40) -> Graph:
    """Anything: duplicates, unknown kinds, missing ends, impossible numbers, cycles, too much of all."""
    nodes = st.builds(
        Node,
        id=ids | st.integers(min_value=0, max_value=25).map("n{}".format),
        kind=kinds,
        label=labels | st.integers(min_value=0, max_value=99).map("Label {}".format),
        body=st.sampled_from(["", "More on it", "b" * 201]),
        better=st.none() | st.sampled_from(Better),
    )
    graph_nodes = draw(st.lists(nodes, max_size=max_nodes))
    ends = st.sampled_from([*(node.id for node in graph_nodes), "nowhere"]) | ids
    edges = st.builds(
        Edge, src=ends, dst=ends, belief=numbers, weight=numbers, provenance=st.none() | provenances
    )
    graph_edges = draw(st.lists(edges, max_size=max_edges))
    targets = [*(n.id for n in graph_nodes), *(f"{e.src}::{e.dst}::0" for e in graph_edges), "gone"]
    rationales = st.builds(
        Rationale, target=st.sampled_from(targets), why=st.sampled_from(["", "why", "w" * 281])
    )
    return Graph(
        title=draw(labels),
        nodes=tuple(graph_nodes),
        edges=tuple(graph_edges),
        rationales=tuple(draw(st.lists(rationales, max_size=6))),
        option_order=tuple(draw(st.lists(st.sampled_from(targets), max_size=6))),
        meta=draw(metas),
    )


@st.composite
def twice_listed(draw: st.DrawFn) -> tuple[Graph, Graph]:
    """A messy graph, and the same graph with its parts in another order."""
    graph = draw(messy_graphs())
    rng = draw(st.randoms(use_true_random=False))
    return graph, replace(
        graph,
        nodes=tuple(rng.sample(graph.nodes, len(graph.nodes))),
        edges=tuple(rng.sample(graph.edges, len(graph.edges))),
        rationales=tuple(rng.sample(graph.rationales, len(graph.rationales))),
    )


metas = st.builds(
    Meta,
    source=st.sampled_from(["", "anthropic", "openai", "template"]),
    model=st.sampled_from(["", "claude-sonnet-5-5"]),
    prompt_version=st.sampled_from(["", "3"]),
)

_SUPPORT = (
    Provenance(source="hypothesis", quote="Nobody has measured it"),
    Provenance(source="brief", quote="within 9 months", location="sentence 2", document="B", passage=2),
    Provenance(source="costs.csv", quote="agency, 180000", location="row 2", document="D1", passage=1),
)
beliefs = st.integers(min_value=0, max_value=100).map(lambda n: n / 100)
weights = st.integers(min_value=-100, max_value=100).filter(bool).map(lambda n: n / 100)


@st.composite
def sound_graphs(draw: st.DrawFn, *, risks: bool = True) -> Graph:
    """Graphs with nothing wrong, in order: `validate` finds no error and no warning in them."""
    options = draw(st.integers(min_value=2, max_value=4))
    outcomes = draw(st.integers(min_value=1, max_value=3))
    between = draw(st.lists(st.sampled_from([NodeKind.FACTOR, NodeKind.RISK]), max_size=2 if risks else 0))
    counts: dict[NodeKind, int] = {
        NodeKind.GOAL: 1,
        NodeKind.DECISION: draw(st.integers(min_value=1, max_value=2)),
        NodeKind.OPTION: options,
    }
    nodes = [_node(kind, i) for kind, count in counts.items() for i in range(count)]
    nodes += [_node(kind, i) for i, kind in enumerate(between)]
    better = st.none() | st.sampled_from(Better)
    nodes += [replace(_node(NodeKind.OUTCOME, i), better=draw(better)) for i in range(outcomes)]
    pairs = _needed(nodes)
    possible = _possible(nodes)
    room = 24 - len(pairs)
    spare = [pair for pair in possible if pair not in pairs]
    extra = draw(st.lists(st.sampled_from(spare), unique=True, max_size=room)) if spare else []
    kind_of = {node.id: node.kind for node in nodes}
    edges = [
        _measured(draw, src, dst) if is_causal(kind_of[src], kind_of[dst]) else Edge(src=src, dst=dst)
        for src, dst in [*pairs, *extra]
    ]
    order = draw(st.permutations([node.id for node in nodes if node.kind == NodeKind.OPTION]))
    graph = Graph(
        title=draw(st.sampled_from(["Staffing the rebuild", "外注か採用か"])),
        nodes=tuple(nodes),
        edges=tuple(edges),
        rationales=tuple(Rationale(target=n.id, why=f"Because of {n.label}") for n in nodes[:2]),
        option_order=tuple(order),
        meta=draw(metas),
    )
    return in_order(graph)


def _node(kind: NodeKind, number: int) -> Node:
    return Node(id=f"{kind}_{number}", kind=kind, label=f"{kind.title()} number {number}", body="")


def _needed(nodes: list[Node]) -> list[tuple[str, str]]:
    """Links that join everything: the goal to decisions, these to options, all to all that may follow."""
    by = {kind: [n.id for n in nodes if n.kind == kind] for kind in NodeKind}
    goal, first_option, outcomes = by[NodeKind.GOAL][0], by[NodeKind.OPTION][0], by[NodeKind.OUTCOME]
    pairs = [(goal, decision) for decision in by[NodeKind.DECISION]]
    pairs += [(by[NodeKind.DECISION][0], option) for option in by[NodeKind.OPTION]]
    pairs += [(option, outcomes[0]) for option in by[NodeKind.OPTION]]
    pairs += [(first_option, outcome) for outcome in outcomes[1:]]
    return pairs + [(between, outcomes[0]) for between in by[NodeKind.FACTOR] + by[NodeKind.RISK]]


def _possible(nodes: list[Node]) -> list[tuple[str, str]]:
    """Causal links that close no cycle: each leads further down the list of nodes."""
    return [
        (src.id, dst.id)
        for i, src in enumerate(nodes)
        for dst in nodes[i + 1 :]
        if is_causal(src.kind, dst.kind)
    ]


def _measured(draw: st.DrawFn, src: str, dst: str) -> Edge:
    return Edge(
        src=src,
        dst=dst,
        belief=draw(beliefs),
        weight=draw(weights),
        provenance=draw(st.sampled_from(_SUPPORT)),
    )
