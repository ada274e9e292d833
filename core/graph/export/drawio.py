"""A graph as a drawing that draw.io (diagrams.net) opens and edits."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from core.graph.export.parts import Arrow, Box, parts_of
from core.graph.export.xml import document, element
from core.graph.model import Graph, NodeKind

_WIDTH, _HEIGHT = 200, 60  # of a box, in pixels
_ACROSS, _DOWN = 240, 140  # from one box to the next
_MARGIN = 40
_TEXT = "html=0;whiteSpace=wrap;"  # labels are text, never markup
_STYLES: dict[str, str] = {
    NodeKind.GOAL: "ellipse;",
    NodeKind.DECISION: "shape=hexagon;perimeter=hexagonPerimeter2;size=0.1;",
    NodeKind.OPTION: "rounded=0;",
    NodeKind.FACTOR: "shape=parallelogram;perimeter=parallelogramPerimeter;",
    NodeKind.RISK: "shape=parallelogram;perimeter=parallelogramPerimeter;",
    NodeKind.OUTCOME: "rounded=1;arcSize=40;",
}
_ROWS: tuple[tuple[str, ...], ...] = (
    (NodeKind.GOAL,),
    (NodeKind.DECISION,),
    (NodeKind.OPTION,),
    (NodeKind.FACTOR, NodeKind.RISK),
    (NodeKind.OUTCOME,),
)


def drawio(graph: Graph) -> str:
    """The file: one page, boxes in rows by kind, options by letter, links to pull about."""
    parts = parts_of(graph)
    by_letter = {option.id: place for place, option in enumerate(graph.options)}
    boxes = sorted(parts.boxes, key=lambda box: by_letter.get(box.node.id, len(by_letter)))
    cells = [
        element("mxCell", {"id": "0"}),
        element("mxCell", {"id": "1", "parent": "0"}),
        *(_box(box, x, y) for y, row in enumerate(_rows(boxes)) for x, box in enumerate(row)),
        *(_arrow(number, arrow) for number, arrow in enumerate(parts.arrows, 1)),
    ]
    model = element("mxGraphModel", {"grid": "1", "page": "0"}, [element("root", {}, cells)])
    page = element("diagram", {"id": "decision", "name": parts.title}, [model])
    return document(element("mxfile", {"host": "Crossroads"}, [page]))


def _rows(boxes: Sequence[Box]) -> list[list[Box]]:
    """By kind; a last row takes kinds that nobody knows. Empty rows take no room."""
    known = {kind for kinds in _ROWS for kind in kinds}
    rows = [[box for box in boxes if box.node.kind in kinds] for kinds in _ROWS]
    rows.append([box for box in boxes if box.node.kind not in known])
    return [row for row in rows if row]


def _box(box: Box, x: int, y: int) -> Element:
    place = {
        "x": str(_MARGIN + x * _ACROSS),
        "y": str(_MARGIN + y * _DOWN),
        "width": str(_WIDTH),
        "height": str(_HEIGHT),
        "as": "geometry",
    }
    attributes = {
        "id": box.name,
        "value": box.caption,
        "style": _STYLES.get(box.node.kind, "") + _TEXT,
        "vertex": "1",
        "parent": "1",
    }
    return element("mxCell", attributes, [element("mxGeometry", place)])


def _arrow(number: int, arrow: Arrow) -> Element:
    attributes = {
        "id": f"e{number}",
        "value": arrow.caption,
        "style": ("" if arrow.is_causal else "dashed=1;") + "endArrow=block;" + _TEXT,
        "edge": "1",
        "parent": "1",
        "source": arrow.src.name,
        "target": arrow.dst.name,
    }
    return element("mxCell", attributes, [element("mxGeometry", {"relative": "1", "as": "geometry"})])
