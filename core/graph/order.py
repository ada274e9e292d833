"""The one order of a graph's parts: the same graph, however it is listed, comes out the same.

Nodes by id, links by source, target and id, rationales by target, all by code point. Among parts that share
an identity the one worth keeping comes first: of two nodes, the one with a known kind and a label; of two
links, the stronger, then the one with numbers, then the better supported.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.graph.links import numbers, storable, strength
from core.graph.model import Edge, Graph, Node, NodeKind, Provenance, Rationale

_KIND_PLACE = {str(kind): place for place, kind in enumerate(NodeKind)}


def in_order(graph: Graph) -> Graph:
    """The same graph with nodes, links and rationales in order; the options' letters stay."""
    return replace(
        graph,
        nodes=tuple(sorted(graph.nodes, key=_node_key)),
        edges=edges_in_order(graph.edges),
        rationales=tuple(sorted(graph.rationales, key=_rationale_key)),
    )


def edges_in_order(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """The links in order; of those between the same nodes, the one worth keeping first."""
    return tuple(sorted(edges, key=_edge_key))


def numbered(edges: Iterable[Edge]) -> tuple[tuple[str, Edge], ...]:
    """Each link with its id, `from::to::index`, sorted by (from, to, id). An index tells duplicates apart."""
    seen: dict[tuple[str, str], int] = {}
    named = []
    for edge in edges_in_order(edges):
        index = seen.get(edge.key, 0)
        seen[edge.key] = index + 1
        named.append((edge_id(edge.src, edge.dst, index), edge))
    return tuple(sorted(named, key=lambda pair: (pair[1].src, pair[1].dst, pair[0])))


def edge_id(src: str, dst: str, index: int = 0) -> str:
    """A link's id; the index is 0 wherever a pair of nodes has one link."""
    return f"{src}::{dst}::{index}"


def place(src: str, dst: str) -> str:
    """Where a finding about a link points: `from::to`."""
    return f"{src}::{dst}"


def _node_key(node: Node) -> tuple[object, ...]:
    kind = str(node.kind)
    known = _KIND_PLACE.get(kind, len(_KIND_PLACE))
    return (node.id, known, kind, not node.label.strip(), node.label, node.body, str(node.better or ""))


def _edge_key(edge: Edge) -> tuple[object, ...]:
    return (
        *edge.key,
        -strength(edge),
        numbers(edge) is None,
        *_support_key(edge.provenance),
        repr((storable(edge.belief), storable(edge.weight))),  # alike before and after it was stored
        repr((edge.belief, edge.weight)),
    )


def _support_key(support: Provenance | None) -> tuple[object, ...]:
    if support is None:
        return (2, "")
    plain = repr((support.source, support.quote, support.location, support.document, support.passage))
    return (int(support.is_hypothesis), plain)


def _rationale_key(rationale: Rationale) -> tuple[str, str]:
    return (rationale.target, rationale.why)
