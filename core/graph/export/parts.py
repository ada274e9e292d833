"""What every drawing program is told about a graph: parts that exist, once, under names that it accepts."""

from __future__ import annotations

from dataclasses import dataclass

from core.graph.export.plain import plain
from core.graph.labels import label_of
from core.graph.letters import letters
from core.graph.links import joins_causally, numbers
from core.graph.model import Better, Edge, Graph, Node, NodeKind
from core.graph.order import in_order
from core.graph.phrases import how_strong, how_sure, wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node under the name `n1`, `n2`, ..., with its caption on one line: letter or direction included."""

    name: str
    node: Node
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A link between two boxes; the caption is empty where the link only says what belongs to what.

    `rises` is True or False for a causal link with usable numbers, None for any other.
    """

    src: Box
    dst: Box
    link: Edge
    caption: str
    is_causal: bool
    rises: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A title that is never empty, boxes by id and arrows by their ends, each once."""

    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def parts_of(graph: Graph) -> Parts:
    """The parts of any graph, however broken: of those that share an identity the first in order counts."""
    ordered = in_order(graph)
    lettered = letters(graph)
    nodes: dict[str, Node] = {}
    for node in ordered.nodes:
        nodes.setdefault(node.id, node)
    boxes = {
        id_: Box(name=f"n{number}", node=node, caption=_caption(node, lettered.get(id_, "")))
        for number, (id_, node) in enumerate(nodes.items(), 1)
    }
    links: dict[tuple[str, str], Edge] = {}
    for edge in ordered.edges:
        if edge.src in nodes and edge.dst in nodes:
            links.setdefault(edge.key, edge)
    return Parts(
        title=plain(graph.title) or "Untitled decision",
        boxes=tuple(boxes.values()),
        arrows=tuple(_arrow(edge, boxes, nodes) for edge in links.values()),
    )


def _caption(node: Node, letter: str) -> str:
    label = plain(label_of(node)) or "…"  # what is left of a label of invisible characters
    if node.kind == NodeKind.OPTION:
        return f"({letter}) {label}"
    if node.better in {Better.HIGHER, Better.LOWER}:
        return f"{label} ({wanted(node.better)})"
    return label


def _arrow(edge: Edge, boxes: dict[str, Box], nodes: dict[str, Node]) -> Arrow:
    causal = joins_causally(edge, nodes)
    usable = numbers(edge) if causal else None
    sure = f"{how_sure(edge.belief)} sure" if usable else f"how sure: {how_sure(edge.belief)}"
    return Arrow(
        src=boxes[edge.src],
        dst=boxes[edge.dst],
        link=edge,
        caption=f"{sure}, {how_strong(edge.weight)}" if causal else "",
        is_causal=causal,
        rises=None if usable is None or usable[1] == 0 else usable[1] > 0,
    )
