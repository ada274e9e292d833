"""A graph brought down to the size that people can take in: the least important parts go first."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence

from core.graph.links import cost, is_causal, strength
from core.graph.model import MAX_EDGES, MAX_NODES, Edge, Node, NodeKind
from core.graph.order import place
from core.graph.repairs import Log
from core.graph.topology import network, reachable, turned

_LEAST_FIRST = (
    NodeKind.FACTOR,
    NodeKind.RISK,
    NodeKind.OUTCOME,
    NodeKind.OPTION,
    NodeKind.DECISION,
    NodeKind.GOAL,
)
_FLOOR: dict[NodeKind | None, int] = {
    NodeKind.OPTION: 2,
    NodeKind.OUTCOME: 1,
    NodeKind.DECISION: 1,
    NodeKind.GOAL: 1,
}


def capped_nodes(nodes: Sequence[Node], edges: Sequence[Edge], log: Log) -> tuple[list[Node], list[Edge]]:
    """At most 12 nodes with the links between them. Ids are unique.

    Nodes of an unknown kind go first, then factors, risks, outcomes, options; decisions and goals only when
    nothing else is left. Within a kind the node with the least sum of strength over its links goes, of equals
    the one whose id comes last. 2 options, 1 outcome, 1 decision and 1 goal always stay.
    """
    doomed: set[str] = set()
    excess = len(nodes) - MAX_NODES
    for kind in (None, *_LEAST_FIRST):
        candidates = {n.id for n in nodes if (n.kind == kind if kind else n.kind not in _LEAST_FIRST)}
        spare = min(excess - len(doomed), len(candidates) - _FLOOR.get(kind, 0))
        if spare > 0:
            doomed |= _least_important(candidates, edges, spare, doomed)
    for id_ in sorted(doomed):
        why = f"more than {MAX_NODES} nodes, and this one matters least"
        log.add("drop_node", id_, why)
    kept = [edge for edge in edges if not doomed & set(edge.key)]
    return [node for node in nodes if node.id not in doomed], kept


def _least_important(candidates: set[str], edges: Iterable[Edge], count: int, gone: set[str]) -> set[str]:
    """`count` of the candidates, one after the other: each takes its links' strength from its neighbours."""
    tie = {id_: rank for rank, id_ in enumerate(sorted(candidates, reverse=True))}
    weight: Counter[str] = Counter()
    touching: dict[str, list[Edge]] = {id_: [] for id_ in candidates}
    for edge in edges:
        if not gone & set(edge.key):
            for end in candidates & set(edge.key):
                weight[end] += cost(edge)
                touching[end].append(edge)
    waiting = [(weight[id_], tie[id_], id_) for id_ in candidates]
    heapq.heapify(waiting)
    dropped: set[str] = set()
    while len(dropped) < count:
        known, _, id_ = heapq.heappop(waiting)
        if id_ in dropped or known != weight[id_]:
            continue  # an entry from before a neighbour was dropped
        dropped.add(id_)
        for edge in touching[id_]:
            other = edge.dst if edge.src == id_ else edge.src
            if other in candidates and other not in dropped:
                weight[other] -= cost(edge)
                heapq.heappush(waiting, (weight[other], tie[other], other))
    return dropped


def capped_edges(nodes: Sequence[Node], edges: Sequence[Edge], log: Log) -> list[Edge]:
    """At most 24 links. The weakest go whose loss strands nothing that was served before.

    Served are decisions and options that the goal leads to, options that lead to an outcome, and outcomes
    that an option leads to. Causal links go before structural ones. One pass is enough: a link that is
    needed stays needed when others go. And it always gets there: among 12 nodes a tree from the goal, one
    way on from each option, factor and risk, and one way into each factor, risk and outcome serve all that
    can be served with at most 21 links.
    """
    if len(edges) <= MAX_EDGES:
        return list(edges)
    kinds = {node.id: node.kind for node in nodes}
    kept = {edge.key: edge for edge in edges}
    full = _served(kinds, kept)
    weakest_first = iter(
        sorted(edges, key=lambda e: (not is_causal(kinds[e.src], kinds[e.dst]), strength(e), e.key))
    )
    while len(kept) > MAX_EDGES:
        edge = next(weakest_first)
        if _served(kinds, kept.keys() - {edge.key}) == full:
            del kept[edge.key]
            why = f"more than {MAX_EDGES} links, and this is the weakest that nothing depends on"
            log.add("drop_edge", place(*edge.key), why)
    return list(kept.values())


def _served(kinds: dict[str, str], pairs: Iterable[tuple[str, str]]) -> tuple[set[str], ...]:
    out = network(kinds, pairs)

    def of(kind: str) -> set[str]:
        return {id_ for id_, its in kinds.items() if its == kind}

    options, outcomes = of(NodeKind.OPTION), of(NodeKind.OUTCOME)
    framed = reachable(of(NodeKind.GOAL), out) & (options | of(NodeKind.DECISION))
    return framed, reachable(outcomes, turned(out)) & options, reachable(options, out) & outcomes
