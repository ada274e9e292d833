"""Why each part of a graph was added, changed or removed by a revision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.graph.change_lines import TITLE
from core.graph.diff import Change, Diff
from core.graph.labels import label_of, named, quoted
from core.graph.model import MAX_WHY, Edge, Graph, Rationale
from core.graph.order import edge_id, place
from core.graph.repairs import Repair
from core.graph.sources import Document, words
from core.llm.wording import within

_MAX_SAID = 180  # characters of a reply in a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Where reasons come from, beside the rationales of the new graph.

    `partings` are the model's words for what is gone, `repairs` what the rules took out; `replies` and
    `files` are what the revision was asked for with. `otherwise` is the reason where none of these gives one.
    """

    partings: Sequence[Rationale] = ()
    repairs: Sequence[Repair] = ()
    replies: Sequence[Document] = ()
    files: Sequence[Document] = ()
    otherwise: str = ""


def reasons(before: Graph, after: Graph, changes: Diff, grounds: Grounds) -> tuple[Rationale, ...]:
    """One reason of at most 280 characters for each node, each link and the title where they differ.

    It is the model's own where it gave a new one; else what the change follows from; else the sentence of
    the replies that speaks of it. A target is a node's id, a link's id or "title".
    """
    return tuple(_Reasons(before, after, changes, grounds).all())


class _Reasons:
    def __init__(self, before: Graph, after: Graph, changes: Diff, grounds: Grounds) -> None:
        self._changes = changes
        self._grounds = grounds
        self._labels = {node.id: label_of(node) for graph in (before, after) for node in graph.nodes}
        old = {(rationale.target, rationale.why) for rationale in before.rationales}
        self._given = {r.target: r.why for r in after.rationales if (r.target, r.why) not in old}
        self._given |= {r.target: r.why for r in grounds.partings if r.target not in self._given}
        self._repaired = {repair.at: repair.why for repair in grounds.repairs}
        self._new = {c.after.id: c.after for c in changes.nodes if c.before is None and c.after}
        self._gone = {c.before.id: c.before for c in changes.nodes if c.after is None and c.before}
        self._files = {document.id: document.name for document in grounds.files}

    def all(self) -> Iterator[Rationale]:
        if self._changes.title is not None:
            yield self._reason(TITLE, self._changes.title.after or "")
        for node in self._changes.nodes:
            part = node.after or node.before
            assert part is not None  # noqa: S101  a change has one of them
            yield self._reason(part.id, label_of(part), rule=part.id)
        for edge in self._changes.edges:
            link = edge.after or edge.before
            assert link is not None  # noqa: S101  the same
            about = " ".join(self._labels.get(end, end) for end in link.key)
            yield self._reason(
                edge_id(*link.key), about, follows=self._follows(edge, link), rule=place(*link.key)
            )

    def _reason(self, target: str, about: str, *, follows: str = "", rule: str = "") -> Rationale:
        why = self._given.get(target) or follows or self._by_rule(rule) or self._asked(about)
        return Rationale(target=target, why=within(why, MAX_WHY))

    def _follows(self, change: Change[Edge], link: Edge) -> str:
        """What the change of a link follows from: a node that went or came, or a new document."""
        for end in link.key:
            if end in self._gone:
                return f"It went with {named(self._gone[end])}."
        support = change.after.provenance if change.after else None
        if support is not None and support.document in self._files:
            return f"{self._files[support.document]} speaks of it: {quoted(support.quote)}."
        for end in link.key:
            if change.before is None and end in self._new:
                return f"It ties in {named(self._new[end])}."
        return ""

    def _by_rule(self, at: str) -> str:
        why = self._repaired.get(at, "")
        return f"A rule of the graph: {why}." if why else ""

    def _asked(self, about: str) -> str:
        """The sentence of the replies that shares most words with the part; else the first of them."""
        said = [passage.text for reply in self._grounds.replies for passage in reply.passages]
        if not said:
            if self._grounds.otherwise:
                return self._grounds.otherwise
            return f"Revised with {', '.join(self._files.values()) or 'the new files'}."
        best = max(said, key=lambda text: len(words(text) & words(about)))
        return f"Asked for in the thread: “{within(best, _MAX_SAID)}”"
