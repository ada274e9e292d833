"""The rules that each link keeps: its ends, its kind, its numbers, what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from core.graph.codes import violation
from core.graph.labels import label_of, linked, quoted
from core.graph.links import ALLOWED, is_belief, is_causal, is_weight, may_lead_to
from core.graph.model import MAX_EDGES, MAX_QUOTE, Edge, Graph, Node, Violation
from core.graph.order import place


def link_rules(graph: Graph) -> Iterator[Violation]:
    """What is wrong with the links, each looked at by itself, of a graph that is in order."""
    if (total := len(graph.edges)) > MAX_EDGES:
        message = f"The graph has {total} links; at most {MAX_EDGES} are allowed."
        yield violation("TOO_MANY_EDGES", "", message)
    nodes: dict[str, Node] = {}
    for node in graph.nodes:
        nodes.setdefault(node.id, node)
    for (src, dst), count in Counter(edge.key for edge in graph.edges).items():
        if count > 1:
            message = f"{_name(src, dst, nodes)} is drawn {count} times; one link joins two nodes."
            yield violation("DUPLICATE_EDGE", place(src, dst), message)
    for edge in graph.edges:
        yield from _one_link(edge, nodes)


def _one_link(edge: Edge, nodes: Mapping[str, Node]) -> Iterator[Violation]:
    at, name = place(*edge.key), _name(*edge.key, nodes)
    for end in dict.fromkeys(edge.key):
        if end not in nodes:
            yield violation("DANGLING_EDGE", at, f"{name} needs a node {quoted(end)}, which is not there.")
    if edge.src == edge.dst:
        yield violation("SELF_LOOP", at, f"{name} leads from a node to itself.")
    elif edge.src in nodes and edge.dst in nodes:
        kinds = (nodes[edge.src].kind, nodes[edge.dst].kind)
        if kinds not in ALLOWED:
            yield violation(
                "EDGE_KIND", at, f"{name} leads from {kinds[0]} to {kinds[1]}; {_allowed(kinds[0])}."
            )
        elif is_causal(*kinds):
            yield from _numbers(edge, at, name)
            yield from _support(edge, at, name)
        elif edge.belief is not None or edge.weight is not None:
            message = f"{name} only says what belongs to what; its numbers mean nothing."
            yield violation("NUMBERS_ON_STRUCTURE", at, message)


def _numbers(edge: Edge, at: str, name: str) -> Iterator[Violation]:
    if edge.belief is None or edge.weight is None:
        missing = " nor ".join(
            what
            for what, number in (("how sure", edge.belief), ("how strong", edge.weight))
            if number is None
        )
        negation = "neither" if " nor " in missing else "not"
        yield violation("MISSING_NUMBERS", at, f"{name} says {negation} {missing} it is.")
    if edge.belief is not None and not is_belief(edge.belief):
        yield violation("BELIEF_RANGE", at, f"The belief of {name} is {edge.belief}; it goes from 0 to 1.")
    if edge.weight is not None and not is_weight(edge.weight):
        yield violation("WEIGHT_RANGE", at, f"The weight of {name} is {edge.weight}; it goes from -1 to 1.")
    if edge.weight == 0:
        yield violation("ZERO_WEIGHT", at, f"{name} has no strength, so it changes nothing.")


def _support(edge: Edge, at: str, name: str) -> Iterator[Violation]:
    support = edge.provenance
    if support is None or not support.source.strip():
        message = f"{name} does not say what it rests on: a source with a quote, or a hypothesis."
        yield violation("NO_PROVENANCE", at, message)
    elif not support.quote.strip() and not support.is_hypothesis:
        yield violation(
            "NO_PROVENANCE", at, f"{name} names {quoted(support.source)} and quotes nothing from it."
        )
    elif (length := len(support.quote)) > MAX_QUOTE:
        message = f"The quote under {name} has {length} characters; at most {MAX_QUOTE} are allowed."
        yield violation("QUOTE_LENGTH", at, message)


def _name(src: str, dst: str, nodes: Mapping[str, Node]) -> str:
    return linked(*(label_of(nodes[id_]) if id_ in nodes else id_ for id_ in (src, dst)))


def _allowed(kind: str) -> str:
    targets = may_lead_to(kind)
    return f"{kind} leads only to {' or '.join(targets)}" if targets else f"{kind} is no kind that links"
