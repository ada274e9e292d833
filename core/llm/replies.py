"""A reply in the wire schema, read into a graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from core.errors import ReplyUnusable
from core.graph.model import (
    MAX_BODY,
    MAX_EDGES,
    MAX_LABEL,
    MAX_NODES,
    Better,
    Edge,
    Graph,
    Meta,
    Node,
    NodeKind,
    Rationale,
)
from core.llm.citations import Shown
from core.llm.identifiers import Identifiers
from core.llm.provider import ModelCall, Reply
from core.llm.rationales import Parts, Said
from core.llm.wire import WireEdge, WireGraph, WireNode
from core.llm.wording import within

MAX_REPLY = 200_000  # characters; a graph of 12 nodes takes about 8,000
MAX_DRAFTED = 4  # times the nodes or links that a graph may have; with more it is no draft of one

_STRUCTURAL = (NodeKind.GOAL, NodeKind.DECISION)
_DIRECTIONS = frozenset(Better)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A graph as the model meant it, unchecked by the rules.

    `dangling_citations` pointed to no passage that was shown, and are hypotheses now;
    `dropped_rationales` explained no node or link of the graph, or one explained already. Of a refinement,
    `partings` say why nodes and links are gone that the graph before had, and `undone` what the replies ask
    for and was not done, a sentence each.
    """

    graph: Graph
    dangling_citations: int = 0
    dropped_rationales: int = 0
    partings: tuple[Rationale, ...] = ()
    undone: tuple[str, ...] = ()


def parse(reply_text: str, call: ModelCall, *, source: str, model: str, prompt_version: str) -> Drafted:
    """Read a reply to `call`; `source`, `model` and `prompt_version` go into the graph's meta.

    Text is made visible and cut to its length, ids are made ids, citations are looked up, structural
    links lose numbers and provenance, and options keep the letters of the call's own graph. Numbers out
    of range and missing evidence stay, for the rules to report. Raises ReplyUnusable, whose cause holds
    no word of the reply.
    """
    wire = _read(reply_text, source)
    ids = Identifiers(node.id for node in wire.nodes)
    shown = Shown(call)
    nodes = tuple(_node(node, ids) for node in wire.nodes)
    kinds = {node.id: node.kind for node in reversed(nodes)}
    edges = tuple(_edge(edge, ids, kinds, shown) for edge in wire.edges)
    said = Said(wire.rationales, parts=Parts(ids, {edge.key for edge in edges}), call=call)
    graph = Graph(
        title=within(wire.title, MAX_LABEL) or _first_label(nodes),
        nodes=nodes,
        edges=edges,
        rationales=said.rationales,
        option_order=_letters(nodes, call.graph),
        meta=Meta(source=source, model=model, prompt_version=prompt_version),
    )
    return Drafted(
        graph=graph,
        dangling_citations=shown.dangling,
        dropped_rationales=said.dropped,
        partings=said.partings,
        undone=said.undone,
    )


def check(reply: Reply, call: ModelCall) -> None:
    """Raise ReplyUnusable when `parse` would; the check for `core.llm.checked.Checked`."""
    parse(reply.text, call, source=reply.provider, model=reply.model, prompt_version="")


def _read(text: str, source: str) -> WireGraph:
    if len(text) > MAX_REPLY:
        raise ReplyUnusable(source, f"the reply has {len(text)} characters, takes {MAX_REPLY}")
    try:  # some local servers put a fence or a remark around the object
        raw = from_json(text[text.find("{") : text.rfind("}") + 1].encode(errors="replace"))
    except ValueError:
        raise ReplyUnusable(source, "the reply is not JSON") from None
    try:
        wire = WireGraph.model_validate(_directed(raw), strict=False)
    except ValidationError as error:
        cause = f"the reply does not follow the schema ({error.error_count()} errors)"
        raise ReplyUnusable(source, cause) from None
    if not wire.nodes:
        raise ReplyUnusable(source, "the reply has no nodes")
    if len(wire.nodes) > MAX_DRAFTED * MAX_NODES or len(wire.edges) > MAX_DRAFTED * MAX_EDGES:
        raise ReplyUnusable(source, f"the reply has {len(wire.nodes)} nodes and {len(wire.edges)} links")
    return wire


def _directed(raw: Any) -> Any:  # noqa: ANN401  any JSON
    """The same JSON, each `better` that is no direction made unknown: it is worth no second call."""
    nodes = raw.get("nodes") if isinstance(raw, dict) else None
    for node in nodes if isinstance(nodes, list) else ():
        if isinstance(node, dict):
            better = node.get("better")
            known = isinstance(better, str) and better.strip().lower() in _DIRECTIONS
            node["better"] = better if known else Better.UNKNOWN.value
    return raw


def _node(node: WireNode, ids: Identifiers) -> Node:
    return Node(
        id=ids.end(node.id),
        kind=node.kind,
        label=within(node.label, MAX_LABEL),
        body=within(node.body, MAX_BODY),
        better=Better(node.better) if NodeKind(node.kind) is NodeKind.OUTCOME else None,
    )


def _edge(edge: WireEdge, ids: Identifiers, kinds: dict[str, str], shown: Shown) -> Edge:
    src, dst = ids.end(edge.src), ids.end(edge.dst)
    if kinds.get(src) in _STRUCTURAL:
        return Edge(src=src, dst=dst)
    return Edge(
        src=src,
        dst=dst,
        belief=edge.belief,
        weight=edge.weight,
        provenance=shown.provenance(edge.evidence),
    )


def _letters(nodes: tuple[Node, ...], before: Graph | None) -> tuple[str, ...]:
    """The options' order: those that had a letter keep it, even one that is gone, and new ones follow."""
    earlier = (*before.option_order, *(option.id for option in before.options)) if before else ()
    drafted = (node.id for node in nodes if node.kind == NodeKind.OPTION)
    return tuple(dict.fromkeys((*earlier, *drafted)))


def _first_label(nodes: tuple[Node, ...]) -> str:
    """What the graph is about when it has no title: its first decision, or its goal."""
    about = sorted(
        (node for node in nodes if node.kind in _STRUCTURAL), key=lambda node: node.kind == NodeKind.GOAL
    )
    return next((node.label for node in about), "")
