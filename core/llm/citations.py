"""What a link rests on: citations by number, looked up in what the model was shown."""

from __future__ import annotations

from core.graph.model import HYPOTHESIS, MAX_QUOTE, Graph, Provenance
from core.graph.sources import Document, cite
from core.llm.provider import ModelCall
from core.llm.wire import WireEvidence
from core.llm.wording import visible, within


class Shown:
    """The documents of one call by their ids; `dangling` counts the citations that pointed nowhere.

    A citation that the call's own graph has may be repeated as it is, even where its document is not at hand.
    """

    def __init__(self, call: ModelCall) -> None:
        self.dangling = 0
        self._brief = call.brief
        self._by_id: dict[str, Document] = {}
        for document in call.shown:
            self._by_id.setdefault(document.id.casefold(), document)
        self._standing = _standing(call.graph)

    def provenance(self, evidence: WireEvidence | None) -> Provenance | None:
        """The citation with its verbatim quote and true location, or the note as a hypothesis.

        None stays None: that a link says nothing about what it rests on is for the rules to report.
        """
        if evidence is None:
            return None
        if evidence.kind != "hypothesis":
            place = (self._id(evidence), evidence.passage)
            kept = self._standing.get((*place, visible(evidence.note)))
            if kept is not None:
                return kept
            document = self._document(evidence)
            cited = cite(document, evidence.passage, visible(evidence.note)) if document else None
            cited = cited or self._standing.get((*place, None))
            if cited is not None:
                return cited
            self.dangling += 1
        return Provenance(source=HYPOTHESIS, quote=within(evidence.note, MAX_QUOTE))

    def _document(self, evidence: WireEvidence) -> Document | None:
        if evidence.kind == "brief":
            return self._brief
        return self._by_id.get(self._id(evidence))

    def _id(self, evidence: WireEvidence) -> str:
        named = self._brief.id if evidence.kind == "brief" else evidence.document
        return named.strip(" []").casefold()


def _standing(graph: Graph | None) -> dict[tuple[str, int, str | None], Provenance]:
    """The citations of a graph by document, passage and quote; without a quote, the first of a passage."""
    found: dict[tuple[str, int, str | None], Provenance] = {}
    for edge in graph.edges if graph else ():
        support = edge.provenance
        if support is not None and support.document is not None and support.passage is not None:
            place = (support.document.casefold(), support.passage)
            found.setdefault((*place, visible(support.quote)), support)
            found.setdefault((*place, None), support)
    return found
