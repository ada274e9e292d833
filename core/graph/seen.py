"""What the quality questions look at in a graph, gathered once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.errors import GraphHasCycle
from core.graph.effects import effects_of, model_of, sign
from core.graph.labels import label_of, linked
from core.graph.links import joins_causally, numbers
from core.graph.model import Edge, Graph, Node, NodeKind
from core.graph.order import place


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A causal link with usable numbers, and whether a document or the brief stands behind it."""

    edge: Edge
    belief: float
    weight: float
    has_source: bool

    @property
    def at(self) -> str:
        """Where a question about the link points."""
        return place(*self.edge.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A graph's options by letter, its outcomes, its judged links and, without a cycle, its effects.

    `effects` maps (option, outcome) to the mean effect where it is assessed; None when the links form a
    cycle. `signs` maps an outcome to 1 (more is wanted), -1 (less) or None (not said).
    """

    nodes: dict[str, Node]
    options: tuple[Node, ...]
    outcomes: tuple[Node, ...]
    links: tuple[Judged, ...]
    effects: dict[tuple[str, str], float] | None
    signs: dict[str, int | None]
    english: bool

    def of_kind(self, kind: str) -> Iterator[Node]:
        """The nodes of one kind."""
        return (node for node in self.nodes.values() if node.kind == kind)

    def name(self, link: Judged) -> str:
        """A link as a sentence names it."""
        return linked(*(label_of(self.nodes[end]) for end in link.edge.key))

    def benefits(self, option: Node) -> list[float]:
        """How much good the option does to each outcome it is assessed on and whose direction is known."""
        cells = ((u.id, (self.effects or {}).get((option.id, u.id))) for u in self.outcomes)
        return [effect * way for u, effect in cells if effect is not None and (way := self.signs[u])]


def look(graph: Graph, *, english: bool) -> Seen:
    """What there is to ask about. Ids and links should be unique, as repair leaves them."""
    nodes = {node.id: node for node in graph.nodes}
    try:
        model = model_of(graph)
    except GraphHasCycle:
        effects = None
    else:
        reached = {option: effects_of(option, model.links) for option in model.options}
        effects = {(o, u): reached[o][u] for o in model.options for u in model.outcomes if u in reached[o]}
    return Seen(
        nodes=nodes,
        options=graph.options,
        outcomes=graph.of_kind(NodeKind.OUTCOME),
        links=tuple(_judged(graph, nodes)),
        effects=effects,
        signs={node.id: sign(node.better) for node in graph.of_kind(NodeKind.OUTCOME)},
        english=english,
    )


def _judged(graph: Graph, nodes: dict[str, Node]) -> Iterator[Judged]:
    for edge in graph.edges:
        figures = numbers(edge)
        if figures and joins_causally(edge, nodes):
            has_source = edge.provenance is not None and not edge.provenance.is_hypothesis
            yield Judged(edge=edge, belief=figures[0], weight=figures[1], has_source=has_source)
