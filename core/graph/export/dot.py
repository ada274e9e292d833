"""A graph in Graphviz' language, DOT."""

from __future__ import annotations

from core.graph.export.parts import Arrow, Box, parts_of
from core.graph.model import Graph, NodeKind

_SHAPES: dict[str, str] = {
    NodeKind.GOAL: "ellipse",
    NodeKind.DECISION: "hexagon",
    NodeKind.FACTOR: "parallelogram",
    NodeKind.RISK: "parallelogram",
    NodeKind.OUTCOME: "ellipse",
}
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "&": "&amp;"})


def dot(graph: Graph) -> str:
    """The digraph, ending in a newline. Labels stand in quotes, where nothing is markup."""
    parts = parts_of(graph)
    lines = [
        f"digraph {_text('decision')} {{",
        f"    graph [label={_text(parts.title)}, labelloc=t, rankdir=TB];",
        "    node [shape=box];",
        *(f"    {_box(box)}" for box in parts.boxes),
        *(f"    {_arrow(arrow)}" for arrow in parts.arrows),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _box(box: Box) -> str:
    shape = _SHAPES.get(box.node.kind, "box")
    return f"{box.name} [label={_text(box.caption)}, shape={shape}];"


def _arrow(arrow: Arrow) -> str:
    ends = f"{arrow.src.name} -> {arrow.dst.name}"
    return f"{ends} [label={_text(arrow.caption)}];" if arrow.is_causal else f"{ends} [style=dashed];"


def _text(text: str) -> str:
    """In quotes. Graphviz reads entities (&lt;) everywhere, and backslashes as its own escapes."""
    return f'"{text.translate(_ESCAPES)}"'
