"""One edit made to a graph, whatever rule it may break; refused only where it cannot be made at all."""

from __future__ import annotations

from dataclasses import replace

from core.errors import EditRefused
from core.graph.edits import (
    AddLink,
    AddNode,
    Describe,
    DropLink,
    DropNode,
    Edit,
    Relabel,
    Retitle,
    SetBelief,
    SetBetter,
    SetEvidence,
    SetWeight,
    place_of,
    target_of,
)
from core.graph.labels import label_of, linked, named, quoted
from core.graph.links import joins_causally
from core.graph.model import MAX_LABEL, MAX_WHY, Edge, Graph, Node, NodeKind, Rationale
from core.graph.order import edge_id, place

_UNJOINED = (NodeKind.FACTOR, NodeKind.RISK)  # what is dropped with its last link: alone it says nothing


def made(graph: Graph, edit: Edit) -> Graph:
    """The graph after the edit. Raises EditRefused when it names what is not there, or adds what is."""
    if (length := len(edit.why)) > MAX_WHY:
        why = f"The reason has {length} characters; at most {MAX_WHY} are allowed."
        raise EditRefused(at=place_of(edit), why=why)
    match edit:
        case Retitle():
            return replace(graph, title=_title(edit.title))
        case DropNode():
            return _without_node(graph, _node(graph, edit.node))
        case DropLink():
            return _without_link(graph, _link(graph, edit.src, edit.dst))
        case AddNode():
            changed = _with_node(graph, edit.node)
        case AddLink():
            changed = _with_link(graph, edit.link)
        case Relabel() | Describe() | SetBetter():
            changed = _with_node_changed(graph, edit)
        case _:
            changed = _with_link_changed(graph, edit)
    return _explained(changed, edit) if edit.why.strip() else changed


def _title(title: str) -> str:
    kept = " ".join(title.split())
    if not kept:
        raise EditRefused(at="", why="The title is empty.")
    if len(kept) > MAX_LABEL:
        raise EditRefused(at="", why=f"The title has {len(kept)} characters, more than {MAX_LABEL}.")
    return kept


def _with_node(graph: Graph, node: Node) -> Graph:
    if any(other.id == node.id for other in graph.nodes):
        raise EditRefused(at=node.id, why=f"A node with the id {quoted(node.id)} is there already.")
    _check_direction(node)
    return replace(graph, nodes=(*graph.nodes, node))


def _with_link(graph: Graph, link: Edge) -> Graph:
    if any(other.key == link.key for other in graph.edges):
        why = f"The link {_name(graph, *link.key)} is there already."
        raise EditRefused(at=place(*link.key), why=why)
    return replace(graph, edges=(*graph.edges, link))


def _with_node_changed(graph: Graph, edit: Relabel | Describe | SetBetter) -> Graph:
    node = _node(graph, edit.node)
    match edit:
        case Relabel():
            after = replace(node, label=" ".join(edit.label.split()))
        case Describe():
            after = replace(node, body=" ".join(edit.body.split()))
        case _:
            after = replace(node, better=edit.better)
            _check_direction(after)
    return replace(graph, nodes=tuple(after if other is node else other for other in graph.nodes))


def _with_link_changed(graph: Graph, edit: SetBelief | SetWeight | SetEvidence) -> Graph:
    link = _link(graph, edit.src, edit.dst)
    if not joins_causally(link, {node.id: node for node in graph.nodes}):
        why = f"{_name(graph, *link.key)} only says what belongs to what; it has no numbers and no source."
        raise EditRefused(at=place(*link.key), why=why)
    match edit:
        case SetBelief():
            after = replace(link, belief=edit.belief)
        case SetWeight():
            after = replace(link, weight=edit.weight)
        case _:
            after = replace(link, provenance=edit.provenance)
    return replace(graph, edges=tuple(after if other is link else other for other in graph.edges))


def _without_node(graph: Graph, node: Node) -> Graph:
    edges = [edge for edge in graph.edges if node.id not in edge.key]
    linked_before = {end for edge in graph.edges if node.id in edge.key for end in edge.key}
    linked_still = {end for edge in edges for end in edge.key}
    alone = {
        other.id
        for other in graph.nodes
        if other.kind in _UNJOINED and other.id in linked_before - linked_still
    }
    nodes = (other for other in graph.nodes if other.id not in alone | {node.id})
    return _about_what_is_there(replace(graph, nodes=tuple(nodes), edges=tuple(edges)))


def _without_link(graph: Graph, link: Edge) -> Graph:
    edges = (other for other in graph.edges if other.key != link.key)
    return _about_what_is_there(replace(graph, edges=tuple(edges)))


def _explained(graph: Graph, edit: Edit) -> Graph:
    """The edit's reason in the place of those that its node or link had."""
    target = target_of(edit)
    others = (reason for reason in graph.rationales if reason.target != target)
    why = " ".join(edit.why.split())
    return replace(graph, rationales=(*others, Rationale(target=target, why=why)))


def _about_what_is_there(graph: Graph) -> Graph:
    """Without the reasons for what is gone."""
    there = {node.id for node in graph.nodes} | {edge_id(*edge.key) for edge in graph.edges}
    return replace(graph, rationales=tuple(why for why in graph.rationales if why.target in there))


def _check_direction(node: Node) -> None:
    if node.better is not None and node.kind != NodeKind.OUTCOME:
        why = f"{named(node)} is of the kind {node.kind}; only an outcome has a direction that is wanted."
        raise EditRefused(at=node.id, why=why)


def _node(graph: Graph, id_: str) -> Node:
    for node in graph.nodes:
        if node.id == id_:
            return node
    raise EditRefused(at=id_, why=f"There is no node {quoted(id_)}.")


def _link(graph: Graph, src: str, dst: str) -> Edge:
    for link in graph.edges:
        if link.key == (src, dst):
            return link
    raise EditRefused(at=place(src, dst), why=f"There is no link {_name(graph, src, dst)}.")


def _name(graph: Graph, src: str, dst: str) -> str:
    labels = {node.id: label_of(node) for node in reversed(graph.nodes)}
    return linked(*(labels.get(id_, id_) for id_ in (src, dst)))
