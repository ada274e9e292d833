"""The rules that a graph keeps as a whole: no cycles, in one piece, each option with an outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.graph.codes import violation
from core.graph.labels import named
from core.graph.model import MAX_NODES, Graph, Node, NodeKind, Violation
from core.graph.order import place
from core.graph.topology import Network, components, network, reachable, shortest_cycle, turned


def shape_rules(graph: Graph) -> Iterator[Violation]:
    """What is wrong with the paths through a graph that is in order. Links without both ends are left out."""
    nodes: dict[str, Node] = {}
    for node in graph.nodes:
        nodes.setdefault(node.id, node)
    pairs = dict.fromkeys(edge.key for edge in graph.edges if edge.src != edge.dst)
    out = network(nodes, pairs)
    yield from _cycles(nodes, out)
    yield from _pieces(nodes, out)
    yield from _paths(nodes, out)


def _cycles(nodes: Mapping[str, Node], out: Network) -> Iterator[Violation]:
    for part in components(out):
        if len(part) > 1:
            members = set(part)
            inside = {id_: [dst for dst in out[id_] if dst in members] for id_ in part}
            cycle = shortest_cycle(part[0], inside)
            names = [named(nodes[id_]) for id_ in cycle]
            shown = names if len(names) <= MAX_NODES else [*names[: MAX_NODES - 1], "…"]
            way = " → ".join([*shown, names[0]])
            message = f"{way} goes round in a circle; no effect can be followed along it."
            yield violation("CYCLE", place(cycle[0], cycle[1]), message)


def _pieces(nodes: Mapping[str, Node], out: Network) -> Iterator[Violation]:
    back = turned(out)
    either_way = {id_: [*out[id_], *back[id_]] for id_ in out}
    joined = reachable(_roots(nodes)[:1], either_way)
    for id_, node in nodes.items():
        if id_ not in joined:
            message = f"{named(node)} is not connected with the rest of the graph."
            yield violation("NOT_CONNECTED", id_, message)


def _paths(nodes: Mapping[str, Node], out: Network) -> Iterator[Violation]:
    goals, options, outcomes = (
        _ids(nodes, kind) for kind in (NodeKind.GOAL, NodeKind.OPTION, NodeKind.OUTCOME)
    )
    from_goal = reachable(goals, out)
    if goals:
        for id_ in (*_ids(nodes, NodeKind.DECISION), *options):
            if id_ not in from_goal:
                message = f"No path leads from the goal to {named(nodes[id_])}."
                yield violation("NOT_FROM_GOAL", id_, message)
    to_outcome = reachable(outcomes, turned(out))
    for id_ in options:
        if id_ not in to_outcome:
            message = f"{named(nodes[id_])} leads to no outcome."
            yield violation("OPTION_NO_OUTCOME", id_, message)
    from_options = reachable(options, out)
    for id_ in outcomes:
        if id_ not in from_options:
            yield violation("OUTCOME_UNREACHED", id_, f"No option leads to {named(nodes[id_])}.")


def _roots(nodes: Mapping[str, Node]) -> list[str]:
    """Where the graph begins: its goal; without one its decision; without one any node."""
    return [*_ids(nodes, NodeKind.GOAL), *_ids(nodes, NodeKind.DECISION), *nodes]


def _ids(nodes: Mapping[str, Node], kind: str) -> list[str]:
    return [id_ for id_, node in nodes.items() if node.kind == kind]
