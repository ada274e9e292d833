"""The formats that are written rather than drawn and need nothing but the graph."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from core.graph.export.dot import dot
from core.graph.export.drawio import drawio
from core.graph.export.formats import Format
from core.graph.export.graphml import graphml
from core.graph.export.mermaid import mermaid
from core.graph.export.tables import table
from core.graph.model import Graph
from core.graph.serial import to_dict

_INDENT = 2  # spaces


def as_json(graph: Graph) -> str:
    """The graph in its stored form, for people to read; the schema is `core/graph/graph.schema.json`."""
    return json.dumps(to_dict(graph), ensure_ascii=False, indent=_INDENT, allow_nan=False) + "\n"


WRITERS: Mapping[Format, Callable[[Graph], str]] = MappingProxyType(
    {
        Format.JSON: as_json,
        Format.MERMAID: mermaid,
        Format.DOT: dot,
        Format.GRAPHML: graphml,
        Format.CSV: table,
        Format.DRAWIO: drawio,
    }
)
"""Each takes any graph, however broken, and returns the whole file."""
