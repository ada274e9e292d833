"""The rationales of a reply, by what they are about: a part, a part that is gone, or a wish left undone."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from core.graph.model import MAX_WHY, Rationale
from core.graph.order import edge_id
from core.llm.identifiers import Identifiers
from core.llm.provider import ModelCall
from core.llm.wire import WireRationale
from core.llm.wording import within

ARROW = re.compile(r"\s*(?:::|->|=>|→)\s*")


@dataclass(frozen=True, slots=True)
class Parts:
    """The nodes and links of one graph."""

    ids: Identifiers
    links: Collection[tuple[str, str]]

    def find(self, raw: str) -> str | None:
        """The id of a node, or of a link named as a->b, a::b or a::b::0. None for neither."""
        if node := self.ids.node(raw):
            return node
        ends = [self.ids.node(end) for end in ARROW.split(raw.strip())[:2]]
        match ends:
            case [str(src), str(dst)] if (src, dst) in self.links:
                return edge_id(src, dst)
        return None


class Said:
    """What a reply's rationales say; `dropped` counts those about nothing, or about what is explained.

    `rationales` are about the graph of the reply (`parts`), `partings` about parts of the call's own graph
    that it no longer has, `undone` about the replies to carry out and the files that came with them.
    """

    def __init__(self, written: Sequence[WireRationale], *, parts: Parts, call: ModelCall) -> None:
        self._parts = parts
        self._before = _parts_before(call)
        self._asking = {document.id for document in (*call.instructions, *call.added)}
        self._whys: dict[str, str] = {}
        self._gone: dict[str, str] = {}
        self._undone: dict[str, None] = {}
        self.dropped = sum(not self._take(rationale) for rationale in written)

    @property
    def rationales(self) -> tuple[Rationale, ...]:
        """Why the parts of the graph are as they are; one for each at most."""
        return _listed(self._whys)

    @property
    def partings(self) -> tuple[Rationale, ...]:
        """Why parts of the graph before are gone; one for each at most."""
        return _listed(self._gone)

    @property
    def undone(self) -> tuple[str, ...]:
        """What was not done, a sentence each."""
        return tuple(self._undone)

    def _take(self, rationale: WireRationale) -> bool:
        raw, why = rationale.target, within(rationale.why, MAX_WHY)
        if not why:
            return False
        if raw.strip(" []") in self._asking:
            self._undone[why] = None
            return True
        target, told = self._parts.find(raw), self._whys
        if target is None and self._before is not None:
            target, told = self._before.find(raw), self._gone
        if target is None or target in told:
            return False
        told[target] = why
        return True


def _parts_before(call: ModelCall) -> Parts | None:
    """The parts of the graph that is to be refined."""
    if call.graph is None:
        return None
    ids = Identifiers(node.id for node in call.graph.nodes)
    return Parts(ids, {edge.key for edge in call.graph.edges})


def _listed(whys: dict[str, str]) -> tuple[Rationale, ...]:
    return tuple(Rationale(target=target, why=why) for target, why in whys.items())
