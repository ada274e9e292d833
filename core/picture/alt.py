"""A picture in words, for those who do not see it: whole sentences, as many as fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.graph.model import BRIEF, Better, Edge, Graph, Node, NodeKind
from core.picture.layout import Layout, arrange
from core.picture.strokes import percent
from core.picture.text import plain

MAX_ALT = 2_000  # characters: what an image block takes; an upload takes 1,000
_LABEL = 80  # characters of a label: longer ones break the rules anyway
_STRONG, _SLIGHT = 0.6, 0.25  # weights from which, and below which, an adverb is said


@dataclass(frozen=True, slots=True, kw_only=True)
class _Detail:
    """What is said besides the names of goal, decisions and options, from the least important."""

    sources: bool = True
    strength: bool = True
    directions: bool = True
    others: bool = True
    sureness: bool = True
    effects: bool = True


_DROPPED = ("sources", "strength", "directions", "others", "sureness", "effects")


def alt_text(graph: Graph, *, limit: int = MAX_ALT, shares: tuple[tuple[str, int], ...] = ()) -> str:
    """The graph in at most `limit` characters: "raises", "lowers", and how sure in whole percent.

    What does not fit is left out kind by kind, the least important first; no sentence and no word is cut.
    `shares` gives options, by id, the whole percent of draws in which they rank first.
    """
    layout = arrange(graph)
    sentences: list[str] = []
    for count in range(len(_DROPPED) + 1):
        detail = _Detail(**dict.fromkeys(_DROPPED[:count], False))
        sentences = list(_sentences(graph, layout, detail, dict(shares)))
        if len(" ".join(sentences)) <= limit:
            return " ".join(sentences)
    while sentences and len(" ".join(sentences)) > limit:
        sentences.pop()
    return " ".join(sentences)


def _sentences(graph: Graph, layout: Layout, detail: _Detail, shares: dict[str, int]) -> Iterator[str]:
    yield _ended(f"Decision graph: {plain(graph.title, _LABEL)}")
    nodes = (*layout.banners, *layout.left, *layout.right)
    for kind in (NodeKind.GOAL, NodeKind.DECISION):
        yield from (_ended(f"{kind.capitalize()}: {_name(node)}") for node in nodes if node.kind == kind)
    names = {node.id: _name(node) for node in nodes}
    for node in (*layout.left, *layout.right):
        option = node.kind == NodeKind.OPTION
        effects = list(_effects(node, layout, names, detail)) if detail.effects else []
        if option or (detail.others and effects):
            yield _told(node, layout.letters.get(node.id), shares.get(node.id), effects)
    if detail.directions:
        yield from _wanted(layout.right)
    if detail.sources:
        yield from _sources(layout)


def _told(node: Node, letter: str | None, share: int | None, effects: list[str]) -> str:
    kind = plain(node.kind, _LABEL).capitalize()
    start = f"Option {letter}, {_name(node)}" if letter else f"{kind}, {_name(node)}"
    if share is not None:
        start += f", ranks first in {share}% of draws"
    return _ended(f"{start}: {'; '.join(effects)}" if effects else start)


def _effects(node: Node, layout: Layout, names: dict[str, str], detail: _Detail) -> Iterator[str]:
    for link in layout.links:
        if link.edge.src == node.id:
            sure = percent(link.edge.belief) if detail.sureness else None
            says = f"{_verb(link.edge, detail)} {names[link.edge.dst]}"
            yield says if sure is None else f"{says} ({sure}% sure)"


def _verb(edge: Edge, detail: _Detail) -> str:
    weight = edge.weight or 0.0
    verb = "raises" if weight > 0 else "lowers" if weight < 0 else "may change"
    if not detail.strength or not weight:
        return verb
    return (
        f"strongly {verb}"
        if abs(weight) >= _STRONG
        else f"slightly {verb}"
        if abs(weight) < _SLIGHT
        else verb
    )


def _wanted(outcomes: tuple[Node, ...]) -> Iterator[str]:
    for better, word in ((Better.HIGHER, "More"), (Better.LOWER, "Less")):
        names = [_name(node) for node in outcomes if node.better == better]
        if names:
            yield _ended(f"{word} is better: {'; '.join(names)}")


def _sources(layout: Layout) -> Iterator[str]:
    cited = (link.edge.provenance for link in layout.links)
    sources = [told.source for told in cited if told and not told.is_hypothesis]
    names = ["the brief" if source == BRIEF else plain(source, _LABEL) for source in dict.fromkeys(sources)]
    if names:
        yield _ended(f"Sources: {', '.join(names)}")


def _name(node: Node) -> str:
    return plain(node.label, _LABEL)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…", "。", "？", "؟")) else f"{sentence}."
