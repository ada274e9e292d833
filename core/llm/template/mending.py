"""A drafted graph made valid: what is wrong goes, what is missing comes from a fresh draft, as hypotheses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.graph.labels import likeness
from core.graph.links import is_causal, storable
from core.graph.model import (
    HYPOTHESIS,
    MAX_ID,
    MAX_NODES,
    MAX_QUOTE,
    Better,
    Edge,
    Graph,
    Node,
    NodeKind,
    Provenance,
)
from core.graph.repair import repair
from core.graph.topology import network, reachable
from core.llm.wire import WireGraph

_MOST = {NodeKind.GOAL: 1, NodeKind.DECISION: 3, NodeKind.OPTION: 6, NodeKind.OUTCOME: 6}
_LEAST = {NodeKind.GOAL: 1, NodeKind.DECISION: 1, NodeKind.OPTION: 2, NodeKind.OUTCOME: 1}
_SPARE = (NodeKind.FACTOR, NodeKind.RISK)
_OPEN_BELIEF, _OPEN_WEIGHT = 0.5, 0.1  # a link that only marks a question


def mend(graph: Graph, fresh: WireGraph, *, risks: bool) -> Graph:
    """The graph without what breaks the rules, completed from a fresh draft of the same brief.

    Links keep their numbers and citations; a number out of range is brought to the nearest allowed one, a
    missing belief becomes 0.5, and a causal link without a weight goes, since nobody knows its direction.
    """
    given = repair(graph, risks=risks).graph
    nodes = _completed(_usable(given), fresh)
    edges = _sound(given.edges, nodes)
    edges += _structure(edges, nodes)
    nodes = _connected(nodes, edges)
    edges += _ties(edges, nodes)
    return repair(replace(given, nodes=tuple(nodes), edges=tuple(edges)), risks=risks).graph


def _usable(graph: Graph) -> list[Node]:
    """The nodes with a known kind and a label, no label twice, no more of a kind than there may be."""
    place = {id_: i for i, id_ in enumerate(graph.option_order)}
    kept: list[Node] = []
    seen: set[str] = set()
    for node in sorted(graph.nodes, key=lambda node: place.get(node.id, len(place))):
        said = likeness(node.label)
        count = sum(other.kind == node.kind for other in kept)
        if (
            node.kind in set(NodeKind)
            and said
            and said not in seen
            and count < _MOST.get(NodeKind(node.kind), MAX_NODES)
        ):
            seen.add(said)
            kept.append(
                replace(
                    node, better=(node.better or Better.UNKNOWN) if node.kind == NodeKind.OUTCOME else None
                )
            )
    return kept


def _completed(nodes: list[Node], fresh: WireGraph) -> list[Node]:
    """The nodes with those of the fresh draft added where a kind has too few; risks and factors make room."""
    said = {likeness(node.label) for node in nodes}
    ids = {node.id for node in nodes}
    for kind, least in _LEAST.items():
        for node in fresh.nodes:
            if sum(other.kind == kind for other in nodes) >= least:
                break
            if node.kind == kind and likeness(node.label) not in said:
                better = Better(node.better) if kind is NodeKind.OUTCOME else None
                nodes.append(
                    Node(id=_free(node.id, ids), kind=kind, label=node.label, body=node.body, better=better)
                )
    spare = [node for node in nodes if node.kind in _SPARE]
    while len(nodes) > MAX_NODES and spare:
        nodes.remove(spare.pop())
    return nodes


def _free(id_: str, taken: set[str]) -> str:
    """The id, with a number where it is taken."""
    text, count = id_, 1
    while text in taken:
        count += 1
        text = f"{id_[: MAX_ID - 3]}_{count}"
    taken.add(text)
    return text


def _sound(edges: Sequence[Edge], nodes: Sequence[Node]) -> list[Edge]:
    """The links between these nodes; structural ones bare, causal ones with numbers in range and a source."""
    kinds = {node.id: node.kind for node in nodes}
    kept: list[Edge] = []
    for edge in edges:
        src, dst = kinds.get(edge.src), kinds.get(edge.dst)
        if src is None or dst is None:
            continue
        if not is_causal(src, dst):
            kept.append(Edge(src=edge.src, dst=edge.dst))
            continue
        weight, belief = storable(edge.weight), storable(edge.belief)
        if weight is not None:
            kept.append(
                replace(
                    edge,
                    belief=_OPEN_BELIEF if belief is None else min(max(belief, 0.0), 1.0),
                    weight=min(max(weight, -1.0), 1.0),
                    provenance=_sourced(edge.provenance),
                )
            )
    return kept


def _sourced(provenance: Provenance | None) -> Provenance:
    """The source as it is, or a hypothesis where a link names none."""
    if provenance is None or not provenance.source.strip():
        return Provenance(source=HYPOTHESIS, quote=provenance.quote[:MAX_QUOTE] if provenance else "")
    return replace(provenance, quote=provenance.quote[:MAX_QUOTE])


def _structure(edges: Sequence[Edge], nodes: Sequence[Node]) -> list[Edge]:
    """The links from the goal to decisions, and from the first decision to options, that are missing."""
    goal = next(node.id for node in nodes if node.kind == NodeKind.GOAL)
    decisions = [node.id for node in nodes if node.kind == NodeKind.DECISION]
    led = {edge.dst for edge in edges if edge.src == goal}
    added = [Edge(src=goal, dst=id_) for id_ in decisions if id_ not in led]
    asked = {edge.dst for edge in edges if edge.src in decisions}
    options = (node.id for node in nodes if node.kind == NodeKind.OPTION and node.id not in asked)
    return [*added, *(Edge(src=decisions[0], dst=id_) for id_ in options)]


def _connected(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[Node]:
    """The nodes without the risks and factors that no link ties to the rest."""
    both_ways = [pair for edge in edges for pair in (edge.key, edge.key[::-1])]
    goal = next(node.id for node in nodes if node.kind == NodeKind.GOAL)
    outcomes = [node.id for node in nodes if node.kind == NodeKind.OUTCOME]
    near = reachable([goal, *outcomes], network((node.id for node in nodes), both_ways))
    return [node for node in nodes if node.kind not in _SPARE or node.id in near]


def _ties(edges: Sequence[Edge], nodes: Sequence[Node]) -> list[Edge]:
    """Open links for options that lead to no outcome, and for outcomes that nothing leads to."""
    options = [node for node in nodes if node.kind == NodeKind.OPTION]
    outcomes = [node for node in nodes if node.kind == NodeKind.OUTCOME]
    ends = {node.id for node in outcomes}
    out = network((node.id for node in nodes), (edge.key for edge in edges))
    added = {(node.id, outcomes[0].id) for node in options if not ends & reachable([node.id], out)}
    reached = {dst for _, dst in added} | {edge.dst for edge in edges}
    added |= {(options[0].id, node.id) for node in outcomes if node.id not in reached}
    return [
        Edge(
            src=src,
            dst=dst,
            belief=_OPEN_BELIEF,
            weight=_OPEN_WEIGHT,
            provenance=Provenance(source=HYPOTHESIS, quote=""),
        )
        for src, dst in sorted(added)
    ]
