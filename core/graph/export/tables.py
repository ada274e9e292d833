"""A graph as one CSV table: a row for each node, then a row for each link."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from core.graph.export.parts import Arrow, Box, parts_of
from core.graph.export.plain import plain
from core.graph.labels import label_of
from core.graph.letters import letters
from core.graph.links import storable
from core.graph.model import Graph

_BOM = "\ufeff"  # without it, Excel takes UTF-8 for something else
_COLUMNS = (
    *("part", "kind", "letter", "label", "text", "better", "from", "to"),
    *("belief", "weight", "source", "location", "quote"),
)
_FORMULA = tuple("=+-@＝＋－＠")  # what a spreadsheet may run when a cell begins with it


def table(graph: Graph) -> str:
    """The table, with byte order mark and CRLF, every cell in quotes.

    A cell of text that begins like a formula gets an apostrophe in front; numbers are numbers.
    """
    parts = parts_of(graph)
    lettered = letters(graph)
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, restval="", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(_guarded(_node(box, lettered.get(box.node.id, ""))) for box in parts.boxes)
    writer.writerows(_guarded(_link(arrow)) for arrow in parts.arrows)
    return _BOM + out.getvalue()


def _node(box: Box, letter: str) -> dict[str, object]:
    node = box.node
    return {
        "part": "node",
        "kind": node.kind,
        "letter": letter,
        "label": node.label,
        "text": node.body,
        "better": node.better or "",
    }


def _link(arrow: Arrow) -> dict[str, object]:
    rests_on = arrow.link.provenance
    return {
        "part": "link",
        "from": label_of(arrow.src.node),
        "to": label_of(arrow.dst.node),
        "belief": storable(arrow.link.belief),
        "weight": storable(arrow.link.weight),
        "source": rests_on.source if rests_on else "",
        "location": (rests_on.location or "") if rests_on else "",
        "quote": rests_on.quote if rests_on else "",
    }


def _guarded(row: Mapping[str, object]) -> dict[str, object]:
    return {column: _cell(value) for column, value in row.items()}


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = plain(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
