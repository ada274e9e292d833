"""A graph as a reply in the wire schema."""

from __future__ import annotations

from core.graph.links import is_causal
from core.graph.model import Better, Edge, Graph, Provenance
from core.graph.sources import BRIEF_ID
from core.llm.wire import WireEdge, WireEvidence, WireGraph, WireNode, WireRationale


def encode(graph: Graph, *, open_note: str) -> WireGraph:
    """The graph as a model would return it; `open_note` stands where a hypothesis says nothing."""
    kinds = {node.id: node.kind for node in graph.nodes}
    letters = {node.id: i for i, node in enumerate(graph.options)}
    nodes = sorted(graph.nodes, key=lambda node: letters.get(node.id, -1))
    return WireGraph(
        title=graph.title,
        nodes=tuple(
            WireNode.model_validate(
                {
                    "id": n.id,
                    "kind": n.kind,
                    "label": n.label,
                    "body": n.body,
                    "better": n.better or Better.UNKNOWN,
                },
                strict=False,
            )
            for n in nodes
        ),
        edges=tuple(
            _edge(edge, open_note, causal=is_causal(kinds[edge.src], kinds[edge.dst])) for edge in graph.edges
        ),
        rationales=tuple(WireRationale(target=r.target, why=r.why) for r in graph.rationales),
    )


def _edge(edge: Edge, open_note: str, *, causal: bool) -> WireEdge:
    evidence = _evidence(edge.provenance, open_note) if causal and edge.provenance else None
    return WireEdge(src=edge.src, dst=edge.dst, belief=edge.belief, weight=edge.weight, evidence=evidence)


def _evidence(provenance: Provenance, open_note: str) -> WireEvidence:
    """A citation by its document and passage; a hypothesis, or a source without them, by its words."""
    if provenance.document is None or provenance.passage is None:
        return WireEvidence(kind="hypothesis", document="", passage=0, note=provenance.quote or open_note)
    return WireEvidence(
        kind="brief" if provenance.document == BRIEF_ID else "document",
        document=provenance.document,
        passage=provenance.passage,
        note=provenance.quote,
    )
