"""A picture in words, for those who do not see it: whole sentences, as many as fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.graph.letters import letters
from core.graph.model import BRIEF, Better, Edge, Graph, Node, NodeKind
from core.picture.layout import drawn
from core.picture.strokes import percent
from core.picture.text import plain

MAX_ALT = 2_000  # characters: what an image block takes; an upload takes 1,000
_LABEL = 80  # characters of a label: longer ones break the rules anyway
_STRONG, _SLIGHT = 0.6, 0.25  # weights from which, and below which, an adverb is said
_STRUCTURE = (NodeKind.GOAL, NodeKind.DECISION)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Detail:
    """What is said besides the names of goal, decisions and options, the least important first."""

    sources: bool = True
    strength: bool = True
    directions: bool = True
    others: bool = True
    sureness: bool = True
    effects: bool = True


def alt_text(graph: Graph, *, limit: int = MAX_ALT, shares: tuple[tuple[str, int], ...] = ()) -> str:
    """The graph in at most `limit` characters: "raises", "lowers", and how sure in whole percent.

    What does not fit is left out kind by kind, the least important first; no sentence and no word is cut.
    `shares` gives options, by id, the whole percent of draws in which they rank first.
    """
    teller = _Teller(graph, dict(shares))
    kinds = _Detail.__slots__
    sentences: list[str] = []
    for count in range(len(kinds) + 1):
        sentences = list(teller.sentences(_Detail(**dict.fromkeys(kinds[:count], False))))
        if len(" ".join(sentences)) <= limit:
            return " ".join(sentences)
    while len(" ".join(sentences)) > limit:
        sentences.pop()
    return " ".join(sentences)


class _Teller:
    """Tells one graph in more or less detail."""

    def __init__(self, graph: Graph, shares: Mapping[str, int]) -> None:
        self._letters = letters(graph)
        self._graph = drawn(graph)
        self._shares = shares
        self._names = {node.id: _name(node) for node in self._graph.nodes}

    def sentences(self, detail: _Detail) -> Iterator[str]:
        """The sentences in order of reading."""
        graph = self._graph
        yield _ended(f"Decision graph: {plain(graph.title, _LABEL)}")
        for kind in _STRUCTURE:
            yield from (_ended(f"{kind.capitalize()}: {_name(node)}") for node in graph.of_kind(kind))
        options = sorted(graph.of_kind(NodeKind.OPTION), key=lambda node: list(self._letters).index(node.id))
        yield from (self._option(node, detail) for node in options)
        if detail.others:
            rest = (node for node in graph.nodes if node.kind not in (*_STRUCTURE, NodeKind.OPTION))
            yield from filter(None, (self._other(node, detail) for node in rest))
        if detail.directions:
            yield from _wanted(graph.of_kind(NodeKind.OUTCOME))
        if detail.sources:
            yield from _sources(graph.edges)

    def _option(self, node: Node, detail: _Detail) -> str:
        share = self._shares.get(node.id)
        start = f"Option {self._letters[node.id]}, {_name(node)}"
        start += "" if share is None else f", ranks first in {share}% of draws"
        effects = self._effects(node, detail) if detail.effects else ""
        return _ended(f"{start}: {effects}" if effects else start)

    def _other(self, node: Node, detail: _Detail) -> str:
        effects = self._effects(node, detail)
        return _ended(f"{plain(node.kind, _LABEL).capitalize()}, {_name(node)}: {effects}") if effects else ""

    def _effects(self, node: Node, detail: _Detail) -> str:
        return "; ".join(self._effect(edge, detail) for edge in self._graph.edges if edge.src == node.id)

    def _effect(self, edge: Edge, detail: _Detail) -> str:
        sure = percent(edge.belief) if detail.sureness else None
        says = f"{_verb(edge.weight or 0.0, strength=detail.strength)} {self._names[edge.dst]}"
        return says if sure is None else f"{says} ({sure}% sure)"


def _verb(weight: float, *, strength: bool) -> str:
    if not weight:
        return "may change"
    verb = "raises" if weight > 0 else "lowers"
    if strength and abs(weight) >= _STRONG:
        return f"strongly {verb}"
    return f"slightly {verb}" if strength and abs(weight) < _SLIGHT else verb


def _wanted(outcomes: tuple[Node, ...]) -> Iterator[str]:
    for better, word in ((Better.HIGHER, "More"), (Better.LOWER, "Less")):
        names = [_name(node) for node in outcomes if node.better == better]
        if names:
            yield _ended(f"{word} is better: {'; '.join(names)}")


def _sources(edges: tuple[Edge, ...]) -> Iterator[str]:
    cited = [
        edge.provenance.source for edge in edges if edge.provenance and not edge.provenance.is_hypothesis
    ]
    names = ["the brief" if source == BRIEF else plain(source, _LABEL) for source in dict.fromkeys(cited)]
    if names:
        yield _ended(f"Sources: {', '.join(names)}")


def _name(node: Node) -> str:
    return plain(node.label, _LABEL)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…", "。", "？", "؟")) else f"{sentence}."
