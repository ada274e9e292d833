"""A graph as a reply in the wire schema."""

from __future__ import annotations

from collections.abc import Sequence

from core.graph.links import is_causal
from core.graph.model import Better, Edge, Graph, NodeKind, Provenance
from core.graph.sources import BRIEF_ID, Document
from core.llm.wire import WireEdge, WireEvidence, WireGraph, WireNode, WireRationale


def encode(graph: Graph, *, shown: Sequence[Document] | None, open_note: str) -> WireGraph:
    """The graph as a model would return it.

    What cites no passage of the documents that are `shown` is a hypothesis; None takes every citation as it
    stands. `open_note` stands where a hypothesis says nothing.
    """
    kinds = {node.id: node.kind for node in graph.nodes}
    letters = {node.id: i for i, node in enumerate(graph.options)}
    kind_order = list(NodeKind)
    reasons = {r.target: r.why for r in reversed(graph.rationales) if r.why.strip()}
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
            for n in sorted(
                graph.nodes, key=lambda n: (kind_order.index(NodeKind(n.kind)), letters.get(n.id, 0))
            )
        ),
        edges=tuple(
            _edge(edge, shown, open_note)
            if is_causal(kinds[edge.src], kinds[edge.dst])
            else _structural(edge)
            for edge in graph.edges
        ),
        rationales=tuple(WireRationale(target=target, why=why) for target, why in sorted(reasons.items())),
    )


def _structural(edge: Edge) -> WireEdge:
    return WireEdge(src=edge.src, dst=edge.dst, belief=None, weight=None, evidence=None)


def _edge(edge: Edge, shown: Sequence[Document] | None, open_note: str) -> WireEdge:
    """A causal link with its citation, or with the words of a hypothesis."""
    support = edge.provenance
    quote = support.quote.strip() if support else ""
    evidence = WireEvidence(kind="hypothesis", document="", passage=0, note=quote or open_note)
    if support is not None and _is_shown(support, shown):
        evidence = WireEvidence(
            kind="brief" if support.document == BRIEF_ID else "document",
            document=support.document or "",
            passage=support.passage or 0,
            note=quote,
        )
    return WireEdge(src=edge.src, dst=edge.dst, belief=edge.belief, weight=edge.weight, evidence=evidence)


def _is_shown(support: Provenance, shown: Sequence[Document] | None) -> bool:
    """True when the passage that is cited is among the documents of the call."""
    if shown is None:
        return support.document is not None and support.passage is not None
    cited = next((document for document in shown if document.id == support.document), None)
    passage = cited.passage(support.passage) if cited and support.passage is not None else None
    return passage is not None and bool(passage.text.strip())
