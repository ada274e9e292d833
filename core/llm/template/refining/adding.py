"""New nodes for a graph, with the links that tie them in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.graph.edits import AddLink, AddNode, Edit
from core.graph.labels import likeness, named, quoted
from core.graph.model import (
    HYPOTHESIS,
    MAX_EDGES,
    MAX_ID,
    MAX_LABEL,
    Edge,
    Graph,
    Node,
    NodeKind,
    Provenance,
)
from core.graph.sources import Document
from core.llm.identifiers import slug
from core.llm.template.labels import bare, label, tidy
from core.llm.template.patterns import patterns
from core.llm.template.refining.clauses import unquoted
from core.llm.template.refining.judged import direction, judged
from core.llm.template.refining.targets import NotMeant, Targets
from core.llm.template.words import language
from core.llm.template.words.requests import Requests

_OPEN_BELIEF = 0.5
OPEN_WEIGHT = 0.1  # of a link that only marks a question
_PLURALS = ("s", "en", "ni", "ria")  # endings of words for several nodes of a kind
_LETTERED = re.compile(r"^[A-Z]\s?[:.)]\s+")  # the letter that somebody gives a new option
_ADDABLE = (NodeKind.OPTION, NodeKind.OUTCOME, NodeKind.RISK, NodeKind.FACTOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """Adds what is asked for; new nodes are judged by the documents that were shown.

    `known` are the ids of the graph that is revised: what was removed from it leaves its id to nothing else.
    """

    documents: Sequence[Document]
    code: str
    requests: Requests
    risks: bool
    known: frozenset[str]

    def of(self, graph: Graph, said: str, why: str) -> Iterator[Edit]:
        """The edits that add what is named, one or several of a kind. Raises NotMeant."""
        for part in self._parts(said):
            kinds, text = Targets(graph, self.code, self.requests).without_kind(part)
            kind = NodeKind(kinds[0]) if kinds else NodeKind.OPTION
            node = self._node(graph, kind, text)
            links = self._links(graph, node)
            graph = replace(graph, nodes=(*graph.nodes, node), edges=(*graph.edges, *links))
            yield AddNode(node=node, why=why)
            yield from (AddLink(link=link) for link in links)

    def _parts(self, said: str) -> list[str]:
        """Each thing that is named: a list behind a kind in the plural, or kinds in a row."""
        kinds = "|".join(f"(?:{words})" for words in self.requests.kinds.values())
        rows = re.split(
            rf"(?:{self.requests.listing})(?=(?:an? |the )?(?:{kinds})\W)", said, flags=re.IGNORECASE
        )
        found: list[str] = []
        for row in rows:
            match = re.match(rf"(?P<kind>{kinds})\W+(?P<x>.+)", row, re.IGNORECASE | re.DOTALL)
            if match and _is_plural(match["kind"]):
                found += [f"{match['kind']}: {x}" for x in re.split(self.requests.listing, match["x"])]
            else:
                found.append(row)
        return found

    def _node(self, graph: Graph, kind: NodeKind, text: str) -> Node:
        said = label(tidy(unquoted(_LETTERED.sub("", text)), patterns(self.code)), MAX_LABEL)
        if kind not in _ADDABLE:
            raise NotMeant("one_only", kind=kind)
        if kind in {NodeKind.RISK, NodeKind.FACTOR} and not self.risks:
            raise NotMeant("risks_off", said=quoted(said))
        if not bare(said):
            raise NotMeant("nameless", kind=kind)
        same = next((node for node in graph.nodes if likeness(node.label) == likeness(said)), None)
        if same:
            raise NotMeant("there_already", a_kind=f"{article(same.kind)} {same.kind}", name=named(same))
        better = direction(said, self.code) if kind is NodeKind.OUTCOME else None
        return Node(id=_free(graph, said, kind, self.known), kind=kind, label=said, better=better)

    def _links(self, graph: Graph, node: Node) -> list[Edge]:
        wider = replace(graph, nodes=(*graph.nodes, node))
        room = MAX_EDGES - len(graph.edges)
        if node.kind in {NodeKind.RISK, NodeKind.FACTOR}:
            ends = (graph.options[0].id, node.id), (node.id, graph.of_kind(NodeKind.OUTCOME)[0].id)
            return [self._open(src, dst, node) for src, dst in ends]
        found = judged(wider, self.documents, self.code)
        mine = [
            (ends in found.cited, abs(edge.weight or 0.0), edge)
            for ends, edge in found.links.items()
            if node.id in ends
        ]
        mine.sort(key=lambda entry: entry[:2], reverse=True)
        links = [edge for *_, edge in mine]
        if node.kind != NodeKind.OPTION:
            return links[: max(room, 1)]
        decision = _decision(graph)
        return [Edge(src=decision, dst=node.id), *links[: max(room - 1, 1)]]

    def _open(self, src: str, dst: str, node: Node) -> Edge:
        quote = language(self.code).phrases.open.format(outcome=node.label)[:100]
        return Edge(
            src=src,
            dst=dst,
            belief=_OPEN_BELIEF,
            weight=OPEN_WEIGHT,
            provenance=Provenance(source=HYPOTHESIS, quote=quote),
        )


def _decision(graph: Graph) -> str:
    """The decision that options hang from: the one that has most of them."""
    counts = {node.id: 0 for node in graph.of_kind(NodeKind.DECISION)}
    for edge in graph.edges:
        if edge.src in counts:
            counts[edge.src] += edge.dst not in counts
    return max(counts, key=lambda id_: counts[id_])


def _free(graph: Graph, said: str, kind: NodeKind, known: frozenset[str]) -> str:
    taken = {node.id for node in graph.nodes} | set(graph.option_order) | known
    taken |= {rationale.target for rationale in graph.rationales}
    base = slug(said)[: MAX_ID - 4].rstrip("_") or kind.value
    text, count = base, 1
    while text in taken:
        count += 1
        text = f"{base}_{count}"
    return text


def _is_plural(word: str) -> bool:
    return word.casefold().endswith(_PLURALS)


def article(kind: str) -> str:
    """The article before the name of a kind."""
    return "an" if kind[0] in "aeiou" else "a"
