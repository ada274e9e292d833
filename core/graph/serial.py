"""Graphs to JSON and back, in one form for the store, the exports and the command line."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from core.errors import GraphUnreadable
from core.graph.links import storable
from core.graph.model import VERSION, Edge, Graph, Meta, Node, Provenance, Rationale
from core.graph.order import edge_id, in_order, numbered
from core.graph.stored import StoredEdge, StoredGraph, StoredProvenance

MAX_BYTES = 1_000_000  # of JSON; a graph of 12 nodes takes about 6,000


def to_dict(graph: Graph) -> dict[str, Any]:
    """The graph in its stored form: parts in order, links with ids, roots and leaves worked out.

    Equal graphs give equal dicts however their parts are listed. A number that JSON cannot hold (NaN,
    infinity) is left out, so that it reads as missing.
    """
    ordered = in_order(graph)
    edges = numbered(graph.edges)
    sources, targets = {e.src for _, e in edges}, {e.dst for _, e in edges}
    ids = list(dict.fromkeys(node.id for node in ordered.nodes))
    return {
        "version": VERSION,
        "title": graph.title,
        "nodes": [_node(node) for node in ordered.nodes],
        "edges": [_edge(id_, edge) for id_, edge in edges],
        "rationales": [{"target": r.target, "why": r.why} for r in ordered.rationales],
        "option_order": list(graph.option_order),
        "meta": {
            "roots": [id_ for id_ in ids if id_ not in targets],
            "leaves": [id_ for id_ in ids if id_ not in sources],
            "source": graph.meta.source,
            "model": graph.meta.model,
            "prompt_version": graph.meta.prompt_version,
        },
    }


def canonical(graph: Graph) -> bytes:
    """The stored form as compact UTF-8 JSON, the same bytes for equal graphs: what is hashed and compared."""
    text = json.dumps(to_dict(graph), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode(
        "utf-8", "backslashreplace"
    )  # half a surrogate pair becomes the escape JSON has for it


def from_dict(data: object) -> Graph:
    """The graph that `to_dict` wrote, or a person in the same form.

    Reading back gives the graph that was written with its parts in order. Raises GraphUnreadable with a
    sentence that names the first field that is missing, unknown, of a wrong type or too large. Broken rules
    are not looked for: that is what `validate` does.
    """
    try:
        stored = StoredGraph.model_validate(data)
    except ValidationError as error:
        raise GraphUnreadable(_sentence(error.errors(include_url=False)[0])) from error
    _check_ids(stored.edges)
    return Graph(
        title=stored.title,
        nodes=tuple(Node(**dict(node)) for node in stored.nodes),
        edges=tuple(_read_edge(edge) for edge in stored.edges),
        rationales=tuple(Rationale(**dict(rationale)) for rationale in stored.rationales),
        option_order=tuple(stored.option_order),
        meta=Meta(**stored.meta.model_dump(exclude={"roots", "leaves"})),
    )


def from_bytes(data: bytes) -> Graph:
    """The graph in a JSON file from outside: by itself, or as the `graph` of what `draft --json` printed.

    Raises GraphUnreadable, for what is no JSON as well.
    """
    if len(data) > MAX_BYTES:
        raise GraphUnreadable(f"The file has {len(data):,} bytes; at most {MAX_BYTES:,} are read.")
    try:
        parsed = from_json(data, allow_inf_nan=False)
    except ValueError as error:
        raise GraphUnreadable(f"The file is not JSON: {error}.") from error
    inside = isinstance(parsed, dict) and "graph" in parsed and "nodes" not in parsed
    return from_dict(parsed["graph"] if inside else parsed)


def schema() -> dict[str, Any]:
    """The published JSON Schema (2020-12) of a graph without fault, as a fresh dict."""
    text = files("core.graph").joinpath("graph.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _node(node: Node) -> dict[str, Any]:
    told = {"id": node.id, "kind": str(node.kind), "label": node.label, "body": node.body}
    return told if node.better is None else told | {"better": str(node.better)}


def _edge(id_: str, edge: Edge) -> dict[str, Any]:
    told: dict[str, Any] = {"id": id_, "from": edge.src, "to": edge.dst}
    numbers = {"belief": storable(edge.belief), "weight": storable(edge.weight)}
    told |= {name: number for name, number in numbers.items() if number is not None}
    if edge.provenance is not None:
        told["provenance"] = _provenance(edge.provenance)
    return told


def _provenance(provenance: Provenance) -> dict[str, Any]:
    return {
        "source": provenance.source,
        "quote": provenance.quote,
        "location": provenance.location,
        "document": provenance.document,
        "passage": provenance.passage,
    }


def _read_edge(edge: StoredEdge) -> Edge:
    return Edge(
        src=edge.src,
        dst=edge.dst,
        belief=edge.belief,
        weight=edge.weight,
        provenance=_read_provenance(edge.provenance),
    )


def _read_provenance(provenance: StoredProvenance | None) -> Provenance | None:
    return None if provenance is None else Provenance(**dict(provenance))


def _check_ids(edges: list[StoredEdge]) -> None:
    """Rationales name links by id, so a link must not go by another's."""
    counts = Counter((edge.src, edge.dst) for edge in edges)
    unused = {pair: {edge_id(*pair, index) for index in range(count)} for pair, count in counts.items()}
    for place, edge in enumerate(edges):
        fitting = unused[edge.src, edge.dst]
        if edge.id not in fitting:
            raise GraphUnreadable(f"edges[{place}].id should be {min(fitting)}.")
        fitting.remove(edge.id)


def _sentence(error: ErrorDetails) -> str:
    path = ""
    for step in error["loc"]:
        path += f"[{step}]" if isinstance(step, int) else f".{step}"
    field = path.lstrip(".") or "The graph"
    if error["type"] == "missing":
        return f"{field} is missing."
    if error["type"] == "extra_forbidden":
        return f"{field} is not a field of a graph."
    message = error["msg"]
    if message.startswith("Input "):
        return f"{field} {message.removeprefix('Input ')}."
    return f"{field}: {message[0].lower()}{message[1:]}."
