"""One request read: the edits it asks for, or why it asks for nothing that can be done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.graph.edits import (
    AddLink,
    DropLink,
    DropNode,
    Edit,
    Relabel,
    Retitle,
    SetBelief,
    SetBetter,
    SetWeight,
)
from core.graph.labels import quoted
from core.graph.model import HYPOTHESIS, MAX_LABEL, MAX_WHY, Better, Edge, Graph, Node, NodeKind, Provenance
from core.graph.sources import cite
from core.llm.template.labels import label
from core.llm.template.refining.adding import OPEN_WEIGHT, Additions, article
from core.llm.template.refining.clauses import Clause, unquoted
from core.llm.template.refining.numbers import amount
from core.llm.template.refining.targets import NotMeant, Targets
from core.llm.template.words.requests import Requests, compiled
from core.llm.wording import within

_SAID_BELIEF = 0.6  # a person's word in the thread: one credible statement
_SAID_WEIGHT = 0.4  # clear, as nobody said how strong

Edits = Iterator[Edit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads requests about one graph as it stands."""

    graph: Graph
    code: str
    requests: Requests
    additions: Additions

    def read(self, clause: Clause) -> tuple[Edit, ...]:
        """The edits that a request asks for. Raises NotMeant, which says why it asks for none."""
        text = clause.text
        why = within(f"{clause.reply.name.capitalize()}: “{text}”", MAX_WHY)
        missed: NotMeant | None = None
        for patterns, read in self._ways():
            for pattern in compiled(patterns):
                match = pattern.fullmatch(text)
                if match is None:
                    continue
                try:
                    return tuple(read(match, clause, why))
                except NotMeant as unmeant:
                    missed = missed or unmeant
        if edits := tuple(self._set(text, why)):
            return edits
        raise missed or NotMeant("not_understood")

    def _ways(self) -> tuple[tuple[str, Callable[[re.Match[str], Clause, str], Edits]], ...]:
        asked = self.requests
        return (
            (asked.rename, self._rename),
            (asked.higher, lambda m, _, why: self._better(m, Better.HIGHER, why)),
            (asked.lower, lambda m, _, why: self._better(m, Better.LOWER, why)),
            (asked.drop, self._drop),
            (asked.add, self._add),
            (asked.unlinks, self._unlink),
            (asked.raises, lambda m, clause, why: self._effect(m, 1, clause, why)),
            (asked.lowers, lambda m, clause, why: self._effect(m, -1, clause, why)),
        )

    @property
    def _targets(self) -> Targets:
        return Targets(self.graph, self.code, self.requests)

    def _rename(self, match: re.Match[str], _: Clause, why: str) -> Edits:
        now = label(unquoted(match["y"]), MAX_LABEL)
        if re.fullmatch(rf"(?:\w+\s)?(?:{self.requests.title})", match["x"].strip(), re.IGNORECASE):
            yield Retitle(title=now, why=why)
        else:
            yield Relabel(node=self._targets.node(match["x"]).id, label=now, why=why)

    def _better(self, match: re.Match[str], better: Better, why: str) -> Edits:
        node = self._targets.node(match["x"])
        if node.kind != NodeKind.OUTCOME:
            kind = f"{article(node.kind)} {node.kind}"
            raise NotMeant("no_direction", name=quoted(node.label), a_kind=kind)
        yield SetBetter(node=node.id, better=better, why=why)

    def _drop(self, match: re.Match[str], _: Clause, why: str) -> Edits:
        said = match["x"]
        linked = re.match(rf"{self.requests.link}\W+(?P<x>.+)", said, re.IGNORECASE)
        if linked or "→" in said or "->" in said:
            edge = self._targets.link(linked["x"] if linked else said)
            yield DropLink(src=edge.src, dst=edge.dst, why=why)
            return
        for node in self._targets.nodes(said):
            yield DropNode(node=node.id, why=why)

    def _add(self, match: re.Match[str], clause: Clause, why: str) -> Edits:
        said = match["x"]
        if re.match(rf"{self.requests.link}\b", said, re.IGNORECASE):
            said = re.sub(rf"^{self.requests.link}\W+", "", said, flags=re.IGNORECASE)
            sides = re.split(
                r"\s*(?:->|=>|→)\s*|\s(?:to|and|zu|und|vers|et|a|y|e|para|naar|en)\s", said, maxsplit=1
            )
            if len(sides) < 2:  # noqa: PLR2004  one end only
                raise NotMeant("one_end")
            src, dst = self._targets.ends(*sides)
            yield AddLink(link=self._said_link(src, dst, _SAID_WEIGHT, clause), why=why)
            return
        yield from self.additions.of(self.graph, said, why)

    def _unlink(self, match: re.Match[str], _: Clause, why: str) -> Edits:
        src, dst = self._targets.ends(match["x"], match["y"])
        if not any(edge.key == (src.id, dst.id) for edge in self.graph.edges):
            raise NotMeant("no_link", src=quoted(src.label), dst=quoted(dst.label))
        yield DropLink(src=src.id, dst=dst.id, why=why)

    def _effect(self, match: re.Match[str], sign: int, clause: Clause, why: str) -> Edits:
        """That something raises or lowers something: the link is turned that way, or is new."""
        said = amount(match["y"], self.requests)
        src, dst = self._targets.ends(match["x"], said.rest if said else match["y"])
        edge = next((edge for edge in self.graph.edges if edge.key == (src.id, dst.id)), None)
        share = said.share if said else None
        if edge is None:
            weight = sign * (share if share is not None else _SAID_WEIGHT)
            yield AddLink(link=self._said_link(src, dst, weight, clause), why=why)
            return
        held = abs(edge.weight or 0.0)
        size = share if share is not None else held if held > OPEN_WEIGHT else _SAID_WEIGHT
        yield SetWeight(src=src.id, dst=dst.id, weight=round(sign * size, 2), why=why)

    def _said_link(self, src: Node, dst: Node, weight: float, clause: Clause) -> Edge:
        """A link that rests on what was said in the thread."""
        return Edge(
            src=src.id,
            dst=dst.id,
            belief=_SAID_BELIEF,
            weight=round(weight, 2),
            provenance=cite(clause.reply, clause.passage, clause.text)
            or Provenance(source=HYPOTHESIS, quote=""),
        )

    def _set(self, text: str, why: str) -> Edits:
        """That a link is surer, or stronger: "how sure that A raises B: 70 %"."""
        said = amount(text, self.requests)
        if said is None:
            return
        strong = _says(self.requests.weight, text)
        sure = _says(self.requests.belief, text)
        arrow = "→" in text or "->" in text
        if not (strong or sure or arrow):
            return
        rest = said.rest
        for words in (self.requests.belief, self.requests.weight):
            rest = re.sub(rf"(?<!\w)(?:{words})(?!\w)", " ", rest, flags=re.IGNORECASE)
        edge = self._targets.link(rest.strip(" :=,"))
        if strong and not sure:
            sign = said.sign or (-1 if (edge.weight or 0.0) < 0 else 1)
            yield SetWeight(src=edge.src, dst=edge.dst, weight=round(sign * said.share, 4), why=why)
        else:
            yield SetBelief(src=edge.src, dst=edge.dst, belief=round(said.share, 4), why=why)


def _says(words: str, text: str) -> bool:
    pattern = rf"(?<!\w)(?:{words})(?!\w)" if words.isascii() or " " in words else words
    return re.search(pattern, text, re.IGNORECASE) is not None
