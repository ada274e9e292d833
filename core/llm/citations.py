"""What a link rests on: citations by number, looked up in what the model was shown."""

from __future__ import annotations

from core.graph.model import HYPOTHESIS, MAX_QUOTE, Provenance
from core.graph.sources import Document, cite
from core.llm.provider import ModelCall
from core.llm.wire import WireEvidence
from core.llm.wording import visible, within


class Shown:
    """The documents of one call by their ids; `dangling` counts the citations that pointed nowhere."""

    def __init__(self, call: ModelCall) -> None:
        self.dangling = 0
        self._brief = call.brief
        self._by_id: dict[str, Document] = {}
        for document in (call.brief, *call.documents):
            self._by_id.setdefault(document.id.casefold(), document)

    def provenance(self, evidence: WireEvidence | None) -> Provenance | None:
        """The citation with its verbatim quote and true location, or the note as a hypothesis.

        None stays None: that a link says nothing about what it rests on is for the rules to report.
        """
        if evidence is None:
            return None
        if evidence.kind != "hypothesis":
            document = self._document(evidence)
            cited = cite(document, evidence.passage, visible(evidence.note)) if document else None
            if cited is not None:
                return cited
            self.dangling += 1
        return Provenance(source=HYPOTHESIS, quote=within(evidence.note, MAX_QUOTE))

    def _document(self, evidence: WireEvidence) -> Document | None:
        if evidence.kind == "brief":
            return self._brief
        return self._by_id.get(evidence.document.strip(" []").casefold())
