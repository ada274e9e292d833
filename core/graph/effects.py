"""Exact linear effects of choosing an option: do(option), followed along every path to the outcomes.

A graph is read as linear structural equations. Choosing an option sets it to 1 and cuts the links into it
(the allowed kinds leave none). A link carries its source's value on with weight w where it exists, which it
does with probability b, so over a path the mean is the product of b x w and over parallel paths their sum:
exact, because links are independent and a path uses each once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.errors import GraphHasCycle
from core.graph.links import joins_causally, numbers
from core.graph.model import Better, Graph, NodeKind
from core.graph.order import in_order
from core.graph.topology import components, has_cycle, network


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A causal link with numbers that arithmetic may use."""

    src: str
    dst: str
    belief: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The equations of a graph. `links` stand in an order in which effects flow: each after all before it.

    `options` are ids by letter, `outcomes` ids in order, each with the sign of what is wanted in `signs`: 1
    for more, -1 for less, None where nobody has said. `left_out` are causal links without usable numbers.
    """

    options: tuple[str, ...]
    outcomes: tuple[str, ...]
    signs: tuple[int | None, ...]
    links: tuple[Link, ...]
    left_out: tuple[tuple[str, str], ...]


def model_of(graph: Graph) -> Model:
    """The equations of a graph. Raises GraphHasCycle when its causal links form a cycle.

    Ids and links should be unique, as repair leaves them; of duplicates, the first in order counts. Links
    without both ends or between kinds that may not be linked are no part of the graph.
    """
    ordered = in_order(graph)
    nodes = {node.id: node for node in reversed(ordered.nodes)}
    causal = {edge.key: edge for edge in reversed(ordered.edges) if joins_causally(edge, nodes)}
    out = network(nodes, sorted(causal))
    if has_cycle(out):
        raise GraphHasCycle
    place = {part[0]: i for i, part in enumerate(components(out))}
    outcomes = [id_ for id_ in sorted(nodes) if nodes[id_].kind == NodeKind.OUTCOME]
    links = []
    for src, dst in sorted(causal, key=lambda pair: (place[pair[0]], place[pair[1]])):
        if figures := numbers(causal[src, dst]):
            links.append(Link(src=src, dst=dst, belief=figures[0], weight=figures[1]))
    return Model(
        options=tuple(dict.fromkeys(node.id for node in ordered.options)),
        outcomes=tuple(outcomes),
        signs=tuple(sign(nodes[id_].better) for id_ in outcomes),
        links=tuple(links),
        left_out=tuple(sorted(causal.keys() - {(link.src, link.dst) for link in links})),
    )


def sign(better: Better | None) -> int | None:
    """1 where more is wanted, -1 where less is, None where nobody has said."""
    return 1 if better == Better.HIGHER else -1 if better == Better.LOWER else None


def effects_of(option: str, links: Iterable[Link]) -> dict[str, float]:
    """The mean effect of choosing the option on every node that a path leads to, itself (1) among them."""
    effect = {option: 1.0}
    for link in links:
        if link.src in effect:
            change = effect[link.src] * link.belief * link.weight
            effect[link.dst] = effect.get(link.dst, 0.0) + change
    return effect


def worth(model: Model) -> dict[str, float]:
    """What one unit of each node is worth: its mean effects on the outcomes, each times its sign, on average.

    An option's worth is its value. Nodes that lead to no outcome are left out. Outcomes of unknown direction
    are worth nothing.
    """
    directions = zip(model.outcomes, model.signs, strict=True)
    value = {outcome: (wanted or 0) / len(model.outcomes) for outcome, wanted in directions}
    for link in reversed(model.links):
        if link.dst in value:
            change = link.belief * link.weight * value[link.dst]
            value[link.src] = value.get(link.src, 0.0) + change
    return value
