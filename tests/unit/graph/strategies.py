"""Hypothesis strategies: graphs as a hostile model might write them, and graphs without fault.

Hypothesis chooses the sizes and a seed; the rest comes from that seed, which is much faster than drawing
every part, so that each property can be tried on graphs of every size.
"""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random

from hypothesis import settings
from hypothesis import strategies as st

from core.graph.links import is_causal
from core.graph.model import Better, Edge, Graph, Meta, Node, NodeKind, Provenance, Rationale
from core.graph.order import in_order

IDS = ("a", "b", "goal_1", "opt_1", "opt_2", "x" * 41, "Bad Id", "a::b", "")
KINDS = (*NodeKind, "option", "outcome", "factor", "banana", "")
LABELS = (
    *("Hire", "hire ", "HIRE.", "Build", "Buy", "Cost", "", "  ", "C++", "C#", "+5 %", "-5 %", "🚀"),
    *("वि", "वा", "| a\n# b", "<b>x</b>", "[x](https://evil.example)", "\u202eevil", "x" * 81),
)
NUMBERS = (None, 0.0, -0.0, 0.5, 1.0, -1.0, 1.5, -7.0, 1e308, math.nan, math.inf, -math.inf)
SUPPORT = (
    None,
    Provenance(source="hypothesis", quote="Nobody has measured it"),
    Provenance(source="hypothesis", quote=""),
    Provenance(source="brief", quote="within 9 months", location="sentence 2", document="B", passage=2),
    Provenance(source="costs.csv", quote="agency, 180000", location="row 2", document="D1", passage=1),
    Provenance(source="costs.csv", quote="agency, 180000", location="", document="D1", passage=1),
    Provenance(source="| [a](b)\n", quote="“|” <i>", location="`", document="D2", passage=-1),
    Provenance(source="", quote="q" * 101),
    Provenance(source="a.md", quote=" ", location="line 3", document="D3", passage=10**6),
)
METAS = (
    Meta(),
    Meta(source="anthropic", model="claude-sonnet-5-5", prompt_version="3"),
    Meta(source="template", prompt_version="1"),
)
seeds = st.randoms(use_true_random=True)
quick = settings(max_examples=40)  # thousands of graphs go through test_many_graphs.py


@st.composite
def messy_graphs(draw: st.DrawFn) -> Graph:
    """Anything: duplicates, unknown kinds, missing ends, impossible numbers, cycles, too much of all."""
    nodes = draw(st.integers(min_value=0, max_value=20))
    edges = draw(st.integers(min_value=0, max_value=60))
    return messy(draw(seeds), nodes=nodes, edges=edges)


def messy(rng: Random, *, nodes: int, edges: int) -> Graph:
    """A graph of this size in which anything can be wrong."""
    crowd = tuple(_messy_node(rng) for _ in range(nodes))
    ends = [*(node.id for node in crowd), *(node.id for node in crowd), "nowhere", rng.choice(IDS)]
    tangle = tuple(
        Edge(
            src=rng.choice(ends),
            dst=rng.choice(ends),
            belief=_number(rng),
            weight=_number(rng),
            provenance=rng.choice(SUPPORT),
        )
        for _ in range(edges)
    )
    targets = [*(n.id for n in crowd), *(f"{e.src}::{e.dst}::{rng.choice('01')}" for e in tangle), "gone"]
    return Graph(
        title=rng.choice(LABELS),
        nodes=crowd,
        edges=tangle,
        rationales=tuple(
            Rationale(target=rng.choice(targets), why=rng.choice(("", "why", "w" * 281)))
            for _ in range(rng.randrange(7))
        ),
        option_order=tuple(rng.choices(targets, k=rng.randrange(5))),
        meta=rng.choice(METAS),
    )


def _messy_node(rng: Random) -> Node:
    return Node(
        id=rng.choice((rng.choice(IDS), *(f"n{rng.randrange(25)}" for _ in range(4)))),
        kind=rng.choice(KINDS),
        label=rng.choice((rng.choice(LABELS), f"Label {rng.randrange(99)}", f"Label {rng.randrange(99)}")),
        body=rng.choice(("", "", "More on it", "b" * 201)),
        better=rng.choice((None, *Better)),
    )


def _number(rng: Random) -> float | None:
    return rng.choice((rng.choice(NUMBERS), *(round(rng.uniform(low, 1), 2) for low in (-1, 0, 0))))


@st.composite
def twice_listed(draw: st.DrawFn) -> tuple[Graph, Graph]:
    """A messy graph, and the same graph with its parts in another order."""
    graph, rng = draw(messy_graphs()), draw(seeds)
    return graph, replace(
        graph,
        nodes=tuple(rng.sample(graph.nodes, len(graph.nodes))),
        edges=tuple(rng.sample(graph.edges, len(graph.edges))),
        rationales=tuple(rng.sample(graph.rationales, len(graph.rationales))),
    )


@st.composite
def sound_graphs(draw: st.DrawFn) -> Graph:
    """Graphs with nothing wrong, in order: `validate` finds no error and no warning in them."""
    options = draw(st.integers(min_value=2, max_value=4))
    outcomes = draw(st.integers(min_value=1, max_value=3))
    between = draw(st.integers(min_value=0, max_value=2))
    return sound(draw(seeds), options=options, outcomes=outcomes, between=between)


def sound(rng: Random, *, options: int, outcomes: int, between: int) -> Graph:
    """A graph without fault with so many options, outcomes, and factors or risks between them."""
    middle = [rng.choice((NodeKind.FACTOR, NodeKind.RISK)) for _ in range(between)]
    nodes = [
        _sound_node(NodeKind.GOAL, 0),
        *(_sound_node(NodeKind.DECISION, i) for i in range(rng.choice((1, 2)))),
        *(_sound_node(NodeKind.OPTION, i) for i in range(options)),
        *(_sound_node(kind, i) for i, kind in enumerate(middle)),
        *(
            replace(_sound_node(NodeKind.OUTCOME, i), better=rng.choice((None, *Better)))
            for i in range(outcomes)
        ),
    ]
    kinds = {node.id: node.kind for node in nodes}
    needed = _needed(nodes)
    spare = [
        (src.id, dst.id)
        for i, src in enumerate(nodes)
        for dst in nodes[i + 1 :]  # further down the list, so that no cycle is closed
        if is_causal(src.kind, dst.kind) and (src.id, dst.id) not in needed
    ]
    extra = rng.sample(spare, rng.randint(0, min(len(spare), 24 - len(needed))))
    order = [node.id for node in nodes if node.kind == NodeKind.OPTION]
    graph = Graph(
        title=rng.choice(("Staffing the rebuild", "外注か採用か")),
        nodes=tuple(nodes),
        edges=tuple(_sound_edge(rng, src, dst, kinds) for src, dst in [*needed, *extra]),
        rationales=tuple(Rationale(target=n.id, why=f"Because of {n.label}") for n in nodes[:2]),
        option_order=tuple(rng.sample(order, len(order))),
        meta=rng.choice(METAS),
    )
    return in_order(graph)


def _sound_node(kind: NodeKind, number: int) -> Node:
    return Node(id=f"{kind}_{number}", kind=kind, label=f"{kind.title()} number {number}", body="")


def _needed(nodes: list[Node]) -> list[tuple[str, str]]:
    """Links that join everything: the goal to decisions, these to options, all to all that may follow."""
    by = {kind: [n.id for n in nodes if n.kind == kind] for kind in NodeKind}
    first_option, outcomes = by[NodeKind.OPTION][0], by[NodeKind.OUTCOME]
    pairs = [(by[NodeKind.GOAL][0], decision) for decision in by[NodeKind.DECISION]]
    pairs += [(by[NodeKind.DECISION][0], option) for option in by[NodeKind.OPTION]]
    pairs += [(option, outcomes[0]) for option in by[NodeKind.OPTION]]
    pairs += [(first_option, outcome) for outcome in outcomes[1:]]
    return pairs + [(between, outcomes[0]) for between in by[NodeKind.FACTOR] + by[NodeKind.RISK]]


def _sound_edge(rng: Random, src: str, dst: str, kinds: dict[str, str]) -> Edge:
    if not is_causal(kinds[src], kinds[dst]):
        return Edge(src=src, dst=dst)
    weight = rng.choice((-1, 1)) * rng.randint(1, 100) / 100
    belief = rng.choice((rng.randint(0, 100), 50)) / 100
    return Edge(src=src, dst=dst, belief=belief, weight=weight, provenance=rng.choice(SUPPORT[1:5]))
