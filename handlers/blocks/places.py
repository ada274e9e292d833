"""What a finding is about, in the words of the graph: labels for ids, arrows for links."""

from __future__ import annotations

from collections.abc import Sequence

from core.graph.labels import label_of, linked, listed, quoted
from core.graph.model import Graph

MOST = 3  # places that are named; more than that nobody reads


def places(graph: Graph, at: Sequence[str]) -> str:
    """The nodes and links named `id` and `from::to`; "" where none of them is in the graph."""
    labels = {node.id: label_of(node) for node in graph.nodes}
    names = [name for place in at if (name := _name(place, labels))]
    more = [f"{len(names) - MOST} more"] if len(names) > MOST else []
    return listed([*names[:MOST], *more]) if names else ""


def _name(place: str, labels: dict[str, str]) -> str:
    src, arrow, dst = place.partition("::")
    if not arrow:
        return quoted(labels[place]) if place in labels else ""
    return linked(labels[src], labels[dst]) if src in labels and dst in labels else ""
