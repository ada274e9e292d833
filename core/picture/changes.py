"""Two revisions in one graph: the later one, and what it lost kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from core.graph.diff import diff
from core.graph.model import Edge, Graph

Mark = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """The graph to draw, what happened to its parts, and links as they were before they changed."""

    graph: Graph
    nodes: Mapping[str, Mark] = field(default_factory=dict)
    edges: Mapping[tuple[str, str], Mark] = field(default_factory=dict)
    before: Mapping[tuple[str, str], Edge] = field(default_factory=dict)


def revised(graph: Graph, previous: Graph | None) -> Revised:
    """The union of both revisions; the graph alone when there is none to compare it with."""
    if previous is None:
        return Revised(graph=graph)
    changes = diff(previous, graph)
    lost_nodes = [c.before for c in changes.nodes if c.before and not c.after]
    lost_edges = [c.before for c in changes.edges if c.before and not c.after]
    union = replace(
        graph,
        nodes=(*graph.nodes, *lost_nodes),
        edges=(*graph.edges, *lost_edges),
        option_order=_merged(graph, previous),
    )
    return Revised(
        graph=union,
        nodes={node.id: c.kind for c in changes.nodes if (node := c.after or c.before)},
        edges={edge.key: c.kind for c in changes.edges if (edge := c.after or c.before)},
        before={c.before.key: c.before for c in changes.edges if c.before and c.after},
    )


def _merged(graph: Graph, previous: Graph) -> tuple[str, ...]:
    """The options in order, each lost one after the option that it used to follow."""
    order = [option.id for option in graph.options]
    for place, option in enumerate(previous.options):
        if option.id not in order:
            earlier = [o.id for o in previous.options[:place] if o.id in order]
            order.insert(order.index(earlier[-1]) + 1 if earlier else 0, option.id)
    return tuple(order)
