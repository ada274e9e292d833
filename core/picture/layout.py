"""Where the parts of a graph go: banners, two columns, and the links between and beside them.

Banners stand on top: the goal, and the decision when there is one. Options, factors and risks stand on the
left, outcomes on the right; several decisions head their own options on the left. Links run between the
columns, or in lanes outside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from core.graph.letters import letters
from core.graph.model import MAX_EDGES, MAX_NODES, Edge, Graph, Node, NodeKind
from core.graph.order import in_order
from core.graph.topology import components, network
from core.picture.order import Columns, Group, ordered

MAX_DRAWN_NODES = 2 * MAX_NODES  # two revisions that share nothing still fit
MAX_DRAWN_EDGES = 2 * MAX_EDGES

Route = Literal["across", "back", "left", "right"]
_HEADS = (NodeKind.GOAL, NodeKind.DECISION)
_RAILS = {(NodeKind.GOAL, NodeKind.DECISION), (NodeKind.DECISION, NodeKind.DECISION)} | {
    (NodeKind.DECISION, NodeKind.OPTION)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A causal link: across the middle, back across it, or in a lane beside the left or right column."""

    edge: Edge
    route: Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Everything that is drawn, links in reading order. `rails` are the structural links."""

    banners: tuple[Node, ...]
    left: tuple[Node, ...]
    right: tuple[Node, ...]
    links: tuple[Link, ...]
    rails: tuple[Edge, ...]

    @property
    def rows(self) -> dict[str, int]:
        """By node id, its row in its column, from the top."""
        return {node.id: row for column in (self.left, self.right) for row, node in enumerate(column)}


def arrange(graph: Graph) -> Layout:
    """The layout of any graph, sound or not: links to nothing or to their own source are left out.

    Options keep their order when the graph has an `option_order`; otherwise they too are placed so that few
    links cross. Graphs that differ only in how their parts are listed get the same layout.
    """
    lettered = letters(graph)
    graph = drawn(graph)
    decisions = _decisions(graph)
    nodes = {node.id: node for node in graph.nodes}
    options = sorted((option.id for option in graph.of_kind(NodeKind.OPTION)), key=list(lettered).index)
    rails = tuple(edge for edge in graph.edges if (nodes[edge.src].kind, nodes[edge.dst].kind) in _RAILS)
    links = tuple(_links(graph, nodes))
    groups = _groups(graph, decisions, options, rails)
    left, right = ordered(
        Columns(
            groups=groups,
            right=tuple(node.id for node in graph.of_kind(NodeKind.OUTCOME)),
            across=tuple(_left_to_right(link) for link in links if link.route in ("across", "back")),
            beside=tuple(link.edge.key for link in links if link.route in ("left", "right")),
        )
    )
    heads = graph.of_kind(NodeKind.GOAL) + (tuple(decisions) if len(decisions) == 1 else ())
    layout = Layout(
        banners=heads,
        left=tuple(nodes[id_] for id_ in left),
        right=tuple(nodes[id_] for id_ in right),
        links=links,
        rails=rails,
    )
    return replace(layout, links=_in_reading_order(layout))


def drawn(graph: Graph) -> Graph:
    """The part of a graph that can be drawn, in order: ids and pairs once, links between two of its nodes."""
    graph = in_order(graph)
    nodes: dict[str, Node] = {}
    for node in graph.nodes:
        nodes.setdefault(node.id, node)
    nodes = dict(list(nodes.items())[:MAX_DRAWN_NODES])
    edges: dict[tuple[str, str], Edge] = {}
    for edge in graph.edges:
        if edge.src in nodes and edge.dst in nodes and edge.src != edge.dst:
            edges.setdefault(edge.key, edge)
    return replace(graph, nodes=tuple(nodes.values()), edges=tuple(edges.values())[:MAX_DRAWN_EDGES])


def _decisions(graph: Graph) -> list[Node]:
    """The decisions, earlier ones first."""
    nodes = {node.id: node for node in graph.of_kind(NodeKind.DECISION)}
    parts = components(network(nodes, (edge.key for edge in graph.edges)))
    return [nodes[id_] for part in parts for id_ in part]


def _links(graph: Graph, nodes: Mapping[str, Node]) -> Iterator[Link]:
    for edge in graph.edges:
        kinds = (nodes[edge.src].kind, nodes[edge.dst].kind)
        if not any(kind in _HEADS for kind in kinds):
            yield Link(edge=edge, route=_route(*(kind == NodeKind.OUTCOME for kind in kinds)))


def _route(from_right: bool, to_right: bool) -> Route:  # noqa: FBT001  the two ends, side by side
    if from_right:
        return "right" if to_right else "back"
    return "across" if to_right else "left"


def _left_to_right(link: Link) -> tuple[str, str]:
    return link.edge.key if link.route == "across" else (link.edge.dst, link.edge.src)


def _groups(
    graph: Graph, decisions: Sequence[Node], options: Sequence[str], rails: Sequence[Edge]
) -> tuple[Group, ...]:
    """The left column from the top: options under their first decision, loose options, then all others."""
    fixed = bool(graph.option_order)
    owners: dict[str, str] = {}
    for decision in decisions:
        for edge in rails:
            if edge.src == decision.id and edge.dst in options:
                owners.setdefault(edge.dst, decision.id)
    groups = []
    for decision in decisions if len(decisions) > 1 else ():
        own = tuple(id_ for id_ in options if owners.get(id_) == decision.id)
        groups += [Group(ids=(decision.id,), fixed=True), Group(ids=own, fixed=fixed)]
    placed = {id_ for group in groups for id_ in group.ids}
    groups.append(Group(ids=tuple(id_ for id_ in options if id_ not in placed), fixed=fixed))
    elsewhere = (*_HEADS, NodeKind.OPTION, NodeKind.OUTCOME)
    groups.append(Group(ids=tuple(node.id for node in graph.nodes if node.kind not in elsewhere)))
    return tuple(groups)


def _in_reading_order(layout: Layout) -> tuple[Link, ...]:
    """Links by their source, left column first, then by their target, from the top."""
    rows = layout.rows

    def key(link: Link) -> tuple[bool, int, str, int]:
        return (link.route in ("back", "right"), rows[link.edge.src], link.route, rows[link.edge.dst])

    return tuple(sorted(layout.links, key=key))
