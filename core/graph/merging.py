"""Nodes that are there twice made one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.graph.labels import likeness
from core.graph.model import Better, Node
from core.graph.repairs import Log


def one_per_id(nodes: Iterable[Node], log: Log) -> list[Node]:
    """The first node of each id: in an ordered graph, one with a known kind and a label if there is any."""
    kept: dict[str, Node] = {}
    for node in nodes:
        if kept.setdefault(node.id, node) is not node:
            log.add("drop_node", node.id, "another node has this id")
    return list(kept.values())


def one_per_label(
    nodes: Iterable[Node], option_order: Sequence[str], log: Log
) -> tuple[list[Node], dict[str, str]]:
    """One node for each kind and label, and the id that each merged node now goes by.

    The one that has a letter stays, the earliest first; then one whose direction is known; then the one
    whose id comes first. Labels with nothing to compare are never merged.
    """
    letters = {id_: place for place, id_ in reversed(list(enumerate(option_order)))}

    def preference(node: Node) -> tuple[int, bool, str]:
        unknown = node.better in {None, Better.UNKNOWN}
        return (letters.get(node.id, len(option_order)), unknown, node.id)

    alike: dict[tuple[str, str], Node] = {}
    merged: dict[str, str] = {}
    listed = list(nodes)
    for node in sorted(listed, key=preference):
        said = likeness(node.label)
        first = alike.setdefault((node.kind, said), node) if said else node
        if first is not node:
            merged[node.id] = first.id
            log.add("merge_node", node.id, f"the same {node.kind} as {first.id}")
    return [node for node in listed if node.id not in merged], merged
