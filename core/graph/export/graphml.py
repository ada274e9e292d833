"""A graph as GraphML, for yEd, Gephi, Cytoscape and networkx."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from core.graph.export.parts import Arrow, Box, parts_of
from core.graph.export.xml import document, element
from core.graph.links import storable
from core.graph.model import Graph

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS = ("id", "kind", "label", "body", "better", "caption")
_LINK_KEYS = ("belief", "weight", "source", "quote", "location", "document", "passage")
_NUMBERS = {"belief": "double", "weight": "double", "passage": "long"}


def graphml(graph: Graph) -> str:
    """The document. Keys carry the names of the stored graph's fields; what is missing is left out."""
    parts = parts_of(graph)
    keys = [
        *(_key("node", name) for name in _NODE_KEYS),
        *(_key("edge", name) for name in _LINK_KEYS),
        _key("graph", "title"),
    ]
    drawn = element(
        "graph",
        {"id": "decision", "edgedefault": "directed"},
        [
            _data("graph", "title", parts.title),
            *(element("node", {"id": box.name}, _told("node", _of_node(box))) for box in parts.boxes),
            *(_edge(arrow) for arrow in parts.arrows),
        ],
    )
    return document(element("graphml", {"xmlns": _NAMESPACE}, [*keys, drawn]))


def _edge(arrow: Arrow) -> Element:
    ends = {"source": arrow.src.name, "target": arrow.dst.name}
    return element("edge", ends, _told("edge", _of_link(arrow)))


def _of_node(box: Box) -> dict[str, object]:
    node = box.node
    return {
        "id": node.id,
        "kind": node.kind,
        "label": node.label,
        "body": node.body or None,
        "better": node.better,
        "caption": box.caption,
    }


def _of_link(arrow: Arrow) -> dict[str, object]:
    link, rests_on = arrow.link, arrow.link.provenance
    told: dict[str, object] = {"belief": storable(link.belief), "weight": storable(link.weight)}
    for name in ("source", "quote", "location", "document", "passage"):
        told[name] = getattr(rests_on, name, None)
    return told


def _key(domain: str, name: str) -> Element:
    kind = _NUMBERS.get(name, "string")
    return element("key", {"id": f"{domain}_{name}", "for": domain, "attr.name": name, "attr.type": kind})


def _told(domain: str, values: Mapping[str, object]) -> Iterator[Element]:
    return (_data(domain, name, str(value)) for name, value in values.items() if value is not None)


def _data(domain: str, name: str, value: str) -> Element:
    return element("data", {"key": f"{domain}_{name}"}, text=value)
