"""What the links of a graph rest on: sources, each numbered once, and hypotheses."""

from __future__ import annotations

from dataclasses import dataclass

from core.graph.labels import label_of, linked
from core.graph.links import joins_causally
from core.graph.model import HYPOTHESIS, Edge, Graph, Provenance
from core.graph.phrases import NOT_SAID, rests_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place in a file or in the brief ("costs.csv, row 2"), and its words in quotation marks, if any."""

    where: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Sources in the order of the links that name them first, numbered from 1; hypotheses as sentences."""

    sources: tuple[Source, ...]
    guesses: tuple[str, ...]

    def under(self, edge: Edge) -> str:
        """What a link rests on, shortly: "source 1", "hypothesis" or "not said"."""
        source = _source(edge.provenance)
        if source in self.sources:
            return f"source {self.sources.index(source) + 1}"
        return HYPOTHESIS if edge.provenance and edge.provenance.is_hypothesis else NOT_SAID


def evidence_of(graph: Graph) -> Evidence:
    """What the causal links rest on."""
    nodes = {node.id: node for node in graph.nodes}
    causal = [edge for edge in graph.edges if joins_causally(edge, nodes)]
    sources = (_source(edge.provenance) for edge in causal)
    return Evidence(
        sources=tuple(dict.fromkeys(source for source in sources if source)),
        guesses=tuple(
            f"{linked(label_of(nodes[edge.src]), label_of(nodes[edge.dst]))}: {edge.provenance.quote.strip()}"
            for edge in causal
            if edge.provenance and edge.provenance.is_hypothesis and edge.provenance.quote.strip()
        ),
    )


def _source(provenance: Provenance | None) -> Source | None:
    where = rests_on(provenance)
    if provenance is None or provenance.is_hypothesis or where == NOT_SAID:
        return None
    quote = provenance.quote.strip()
    return Source(where=where, quote=f"“{quote}”" if quote else "")
