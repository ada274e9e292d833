"""Readers that other people wrote, for each format that is written here."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

import mermaidx
import networkx as nx
import pydot


def xml(text: str) -> Any:  # noqa: ANN401  what is missing fails the test that looks for it
    return ET.fromstring(text.encode())  # noqa: S314  written here a moment ago


def graphml(text: str) -> Any:  # noqa: ANN401  a networkx graph, whatever its attributes are
    return nx.parse_graphml(text)


def dot_labels(text: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The labels of nodes, and source, target and label of the links."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # pydot uses old names of its own parser
        [graph] = pydot.graph_from_dot_data(text) or []
    nodes = [node for node in graph.get_nodes() if node.get_name() not in {"graph", "node"}]
    return (
        [_unquoted(node.get("label")) for node in nodes],
        [
            (str(e.get_source()), str(e.get_destination()), _unquoted(e.get("label") or '""'))
            for e in graph.get_edges()
        ],
    )


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def drawn_by_mermaid(text: str) -> str:
    """All words in the drawing that Mermaid itself makes of a flowchart. Raises where it finds a mistake."""
    drawing = mermaidx.render(text).svg()
    body = drawing[drawing.index("</style>") :]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def front_matter_title(text: str) -> str:
    """The title as YAML has it: a JSON string."""
    return str(json.loads(text.splitlines()[1].removeprefix("title: ")))


def _unquoted(text: str) -> str:
    return unescape(text[1:-1].replace('\\"', '"').replace("\\\\", "\\"))
