"""The parts of a graph that can be changed by hand, and what their fields show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.graph.links import is_belief, is_weight, joins_causally
from core.graph.model import MAX_BODY, MAX_LABEL, Better, Edge, Graph, Node, NodeKind
from core.graph.order import in_order
from core.ids import digest
from handlers.blocks.text import cut, lines, one_line

TITLE = "title"  # the key of the title
_KEY = 24  # characters of a digest: an id may be longer than a menu carries


class Input(StrEnum):
    """The fields that parts have; each begins the id of its input."""

    TITLE = "title"
    LABEL = "label"
    BODY = "body"
    BETTER = "better"
    BELIEF = "belief"
    WEIGHT = "weight"
    DROP = "drop"


DIRECTIONS: Mapping[Better, str] = {
    Better.HIGHER: "More of it is better",
    Better.LOWER: "Less of it is better",
    Better.UNKNOWN: "Not said",
}
"""In the order in which they are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A node, a link, or the title where it is neither. `key` names it in the form."""

    key: str
    title: str = ""
    node: Node | None = None
    link: Edge | None = None
    is_causal: bool = False

    @property
    def is_title(self) -> bool:
        """Whether it is the title."""
        return self.node is None and self.link is None


def parts(graph: Graph) -> Iterator[Part]:
    """The title, the nodes, the links, in order."""
    yield Part(key=TITLE, title=graph.title)
    ordered = in_order(graph)
    for node in sorted(ordered.nodes, key=_place):
        yield Part(key=f"node:{_digest(node.id)}", node=node)
    nodes = {node.id: node for node in ordered.nodes}
    for link in ordered.edges:
        key = f"link:{_digest(*link.key)}"
        yield Part(key=key, link=link, is_causal=joins_causally(link, nodes))


def part_of(graph: Graph, key: str) -> Part | None:
    """The part of this key; None when the graph has none."""
    return next((part for part in parts(graph) if part.key == key), None)


def shown(part: Part) -> dict[Input, str]:
    """What each field of a part shows: a text, a number of percents, the place of a choice, or ""."""
    if part.node is not None:
        better = {Input.BETTER: _direction(part.node.better)} if part.node.kind == NodeKind.OUTCOME else {}
        return {
            Input.LABEL: _line(part.node.label, MAX_LABEL),
            Input.BODY: cut(lines(part.node.body), MAX_BODY, len) if part.node.body.strip() else "",
            **better,
            Input.DROP: "",
        }
    if part.link is None:
        return {Input.TITLE: _line(part.title, MAX_LABEL)}
    if not part.is_causal:
        return {Input.DROP: ""}
    belief, weight = part.link.belief, part.link.weight
    return {
        Input.BELIEF: percents(belief) if is_belief(belief) else "",
        Input.WEIGHT: percents(weight) if is_weight(weight) else "",
        Input.DROP: "",
    }


def percents(share: float | None) -> str:
    """A share in percents, to a tenth: "70", "-12.5"."""
    return f"{round(100 * (share or 0.0), 1) + 0.0:g}"


def _line(text: str, limit: int) -> str:
    return cut(one_line(text), limit, len) if text.strip() else ""


def _direction(better: Better | None) -> str:
    return str(list(DIRECTIONS).index(better or Better.UNKNOWN))


def _place(node: Node) -> int:
    kinds = [str(kind) for kind in NodeKind]
    return kinds.index(node.kind) if node.kind in kinds else len(kinds)


def _digest(*ids: str) -> str:
    return digest(*(id_.encode("utf-8", "surrogatepass") for id_ in ids))[:_KEY]
