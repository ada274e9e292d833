"""Mends what can be mended in a graph without inventing anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from core.graph.capping import capped_edges, capped_nodes
from core.graph.cycles import closing_links
from core.graph.links import ALLOWED, cost
from core.graph.merging import one_per_id, one_per_label
from core.graph.model import Edge, Graph, Node, NodeKind
from core.graph.order import edges_in_order, in_order, place
from core.graph.references import completed_order, kept_rationales
from core.graph.repairs import Log, Repair, Repaired

__all__ = ["Repair", "Repaired", "repair"]

_OPTIONAL = (NodeKind.RISK, NodeKind.FACTOR)
_PRUNED_ALONE = (*_OPTIONAL, NodeKind.OUTCOME)


def repair(graph: Graph, *, risks: bool = True) -> Repaired:
    """The graph without duplicates, impossible links, cycles or excess, in order, and what was done to it.

    In this order: risks and factors dropped (with `risks=False`), duplicate ids, nodes of one kind with one
    label, links without both ends, to themselves or between kinds that may not be linked, duplicate links
    (the stronger stays), cycles at the least loss of strength, more than 12 nodes, more than 24 links,
    risks, factors and outcomes that are left with no link. What is missing stays missing: numbers, goals and
    sources are never made up, and numbers out of range are left for validation to report.

    Deterministic and idempotent: mending twice changes nothing more. The result does not depend on how nodes,
    links and rationales are listed, but for the letters of options that `option_order` does not name yet:
    those follow the order in which the draft lists them, since that is how its author put them.
    """
    log = Log()
    given = in_order(graph)
    nodes: Sequence[Node] = given.nodes
    edges: Sequence[Edge] = given.edges
    if not risks:
        nodes, edges = _without_risks(nodes, edges, log)
    nodes, merged = one_per_label(one_per_id(nodes, log), graph.option_order, log)
    edges = _possible(nodes, _moved(edges, merged), log)
    edges = _acyclic(nodes, _one_per_pair(edges, log), log)
    nodes, edges = capped_nodes(nodes, edges, log)
    edges = capped_edges(nodes, edges, log)
    nodes = _joined(nodes, edges, log)
    mended = in_order(replace(given, nodes=tuple(nodes), edges=tuple(edges)))
    mended = replace(
        mended,
        rationales=kept_rationales(given, mended, merged, log),
        option_order=completed_order(graph, mended, merged),
    )
    return Repaired(graph=mended, log=log.entries)


def _without_risks(nodes: Iterable[Node], edges: Iterable[Edge], log: Log) -> tuple[list[Node], list[Edge]]:
    unwanted = [node for node in nodes if node.kind in _OPTIONAL]
    kept = [node for node in nodes if node.kind not in _OPTIONAL]
    for node in unwanted:
        log.add("drop_node", node.id, f"a {node.kind}, and those are switched off")
    gone = {node.id for node in unwanted} - {node.id for node in kept}
    return kept, [edge for edge in edges if not gone & set(edge.key)]


def _moved(edges: Iterable[Edge], merged: Mapping[str, str]) -> list[Edge]:
    return [
        replace(edge, src=merged.get(edge.src, edge.src), dst=merged.get(edge.dst, edge.dst))
        for edge in edges
    ]


def _possible(nodes: Iterable[Node], edges: Iterable[Edge], log: Log) -> list[Edge]:
    kinds = {node.id: node.kind for node in nodes}
    kept = []
    for edge in edges:
        if edge.src not in kinds or edge.dst not in kinds:
            why = "one of its ends is not there"
        elif edge.src == edge.dst:
            why = "it leads from a node to itself"
        elif (kinds[edge.src], kinds[edge.dst]) not in ALLOWED:
            why = f"{kinds[edge.src]} may not lead to {kinds[edge.dst]}"
        else:
            kept.append(edge)
            continue
        log.add("drop_edge", place(*edge.key), why)
    return kept


def _one_per_pair(edges: Sequence[Edge], log: Log) -> list[Edge]:
    kept: dict[tuple[str, str], Edge] = {}
    for edge in edges_in_order(edges):
        if kept.setdefault(edge.key, edge) is not edge:
            log.add("merge_edge", place(*edge.key), "a link at least as strong joins the same nodes")
    return list(kept.values())


def _acyclic(nodes: Iterable[Node], edges: Sequence[Edge], log: Log) -> list[Edge]:
    closing = closing_links((node.id for node in nodes), {edge.key: cost(edge) for edge in edges})
    for pair in sorted(closing):
        why = "it closes a circle, and dropping it loses least"
        log.add("drop_edge", place(*pair), why)
    return [edge for edge in edges if edge.key not in closing]


def _joined(nodes: Iterable[Node], edges: Iterable[Edge], log: Log) -> list[Node]:
    linked = {end for edge in edges for end in edge.key}
    kept = []
    for node in nodes:
        if node.kind in _PRUNED_ALONE and node.id not in linked:
            log.add("drop_node", node.id, f"no link is left for this {node.kind}")
        else:
            kept.append(node)
    return kept
