"""The rules that a graph's nodes keep: ids, kinds, labels, lengths, counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from core.graph.codes import violation
from core.graph.labels import likeness, named, quoted
from core.graph.model import (
    MAX_BODY,
    MAX_ID,
    MAX_LABEL,
    MAX_NODES,
    MAX_WHY,
    Graph,
    Node,
    NodeKind,
    Violation,
)

_ID = re.compile(rf"[a-z][a-z0-9_]{{0,{MAX_ID - 1}}}")
_KINDS = frozenset(NodeKind)
COUNTS = {
    NodeKind.GOAL: (1, 1),
    NodeKind.DECISION: (1, 3),
    NodeKind.OPTION: (2, 6),
    NodeKind.OUTCOME: (1, 6),
}
"""How many nodes of a kind a graph has, at least and at most."""


def node_rules(graph: Graph) -> Iterator[Violation]:
    """What is wrong with the nodes of a graph that is in order."""
    yield from _sizes(graph)
    yield from _repeated_ids(graph)
    yield from _repeated_labels(graph)
    for node in graph.nodes:
        yield from _one_node(node)
    for rationale in graph.rationales:
        if (length := len(rationale.why)) > MAX_WHY:
            message = f"The reason given for {rationale.target} has {length} characters, more than {MAX_WHY}."
            yield violation("WHY_LENGTH", rationale.target, message)


def _one_node(node: Node) -> Iterator[Violation]:
    if not _ID.fullmatch(node.id):
        limit = f"lower-case letters, digits and underscores, a letter first, at most {MAX_ID} characters"
        yield violation("BAD_ID", node.id, f"The id {quoted(node.id)} breaks the rule for ids: {limit}.")
    if node.kind not in _KINDS:
        known = ", ".join(NodeKind)
        message = f"{named(node)} is of the kind {quoted(node.kind)}; the kinds are {known}."
        yield violation("BAD_KIND", node.id, message)
    if not node.label.strip():
        yield violation("EMPTY_LABEL", node.id, f"The node {named(node)} has no label.")
    if (length := len(node.label)) > MAX_LABEL:
        message = f"The label {named(node)} has {length} characters, more than {MAX_LABEL}."
        yield violation("LABEL_LENGTH", node.id, message)
    if (length := len(node.body)) > MAX_BODY:
        message = f"The text of {named(node)} has {length} characters, more than {MAX_BODY}."
        yield violation("BODY_LENGTH", node.id, message)


def _repeated_ids(graph: Graph) -> Iterator[Violation]:
    for id_, count in Counter(node.id for node in graph.nodes).items():
        if count > 1:
            yield violation("DUPLICATE_ID", id_, f"{count} nodes share the id {quoted(id_)}.")


def _repeated_labels(graph: Graph) -> Iterator[Violation]:
    first: dict[str, str] = {}
    for node in graph.nodes:
        said = likeness(node.label)
        if said and first.setdefault(said, node.id) != node.id:
            message = f"{named(node)} has the same label as the node {quoted(first[said])}."
            yield violation("DUPLICATE_LABEL", node.id, message)


def _sizes(graph: Graph) -> Iterator[Violation]:
    if (total := len(graph.nodes)) > MAX_NODES:
        message = f"The graph has {total} nodes; at most {MAX_NODES} are allowed."
        yield violation("TOO_MANY_NODES", "", message)
    counts = Counter(node.kind for node in graph.nodes)
    for kind, (least, most) in COUNTS.items():
        if not least <= (count := counts[kind]) <= most:
            there = f"{count or 'no'} {kind}{'s' if count > 1 else ''}"
            wanted = f"exactly {least}" if least == most else f"{least} to {most}"
            message = f"The graph has {there}; it needs {wanted}."
            yield violation(f"COUNT_{kind.upper()}", "", message)
