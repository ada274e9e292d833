"""The fix of a finding: its wire schema, and the edit of the graph that it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, FiniteFloat

from core.graph.edits import (
    AddLink,
    Describe,
    DropLink,
    DropNode,
    Edit,
    Relabel,
    Retitle,
    SetBelief,
    SetBetter,
    SetEvidence,
    SetWeight,
)
from core.graph.model import HYPOTHESIS, MAX_BODY, MAX_LABEL, MAX_QUOTE, Better, Edge, Graph, Provenance
from core.llm.identifiers import Identifiers
from core.llm.rationales import ARROW
from core.llm.wire import Wire, fold
from core.llm.wording import within

GUESS = 0.5  # belief of a link that nobody has looked into

Operation = Annotated[
    Literal[
        "retitle",
        "relabel",
        "describe",
        "set_better",
        "set_belief",
        "set_weight",
        "hypothesis",
        "add_link",
        "drop",
    ],
    BeforeValidator(fold),
]
Ends = tuple[str, str]


class WireFix(Wire):
    """One change of the graph that mends a finding."""

    says: str = Field(description="what it does, as a button says it; at most 75 characters")
    op: Operation
    target: str = Field(description="a node id, or from::to for a link; empty for the title")
    value: FiniteFloat | None = Field(description="the belief or weight; otherwise null")
    text: str = Field(description="the title, label, body, direction or hypothesis; otherwise empty")


class Places:
    """The nodes and links of a graph, as a reply names them."""

    def __init__(self, graph: Graph) -> None:
        self._ids = Identifiers(node.id for node in graph.nodes)
        self.links = {edge.key for edge in graph.edges}

    def node(self, raw: str) -> str | None:
        """The node that is named."""
        return self._ids.node(raw.strip())

    def ends(self, raw: str) -> Ends | None:
        """The two nodes of a link that is there or could be."""
        match [self.node(end) for end in ARROW.split(raw.strip())[:2]]:
            case [str(src), str(dst)]:
                return src, dst
        return None


def edit_of(said: WireFix, places: Places, *, why: str) -> Edit | None:
    """The edit that a fix means; None when it names nothing that is there, or lacks what it needs."""
    if said.op == "retitle":
        return Retitle(title=within(said.text, MAX_LABEL), why=why)
    if node := places.node(said.target):
        change = _OF_NODES.get(said.op)
        return change(node, said, why) if change else None
    ends = places.ends(said.target)
    if ends is None:
        return None
    alter = _OF_LINKS.get(said.op) if ends in places.links else _OF_GAPS.get(said.op)
    return alter(ends, said, why) if alter else None


def _wanted(node: str, said: WireFix, why: str) -> Edit | None:
    wanted = said.text.strip().lower()
    return SetBetter(node=node, better=Better(wanted), why=why) if wanted in {*Better} else None


def _belief(ends: Ends, said: WireFix, why: str) -> Edit | None:
    return None if said.value is None else SetBelief(src=ends[0], dst=ends[1], belief=said.value, why=why)


def _weight(ends: Ends, said: WireFix, why: str) -> Edit | None:
    return None if said.value is None else SetWeight(src=ends[0], dst=ends[1], weight=said.value, why=why)


def _hypothesis(ends: Ends, said: WireFix, why: str) -> Edit | None:
    support = _statement(said)
    return SetEvidence(src=ends[0], dst=ends[1], provenance=support, why=why) if support else None


def _link(ends: Ends, said: WireFix, why: str) -> Edit | None:
    support = _statement(said)
    if said.value is None or support is None:
        return None
    link = Edge(src=ends[0], dst=ends[1], belief=GUESS, weight=said.value, provenance=support)
    return AddLink(link=link, why=why)


def _statement(said: WireFix) -> Provenance | None:
    quote = within(said.text, MAX_QUOTE)
    return Provenance(source=HYPOTHESIS, quote=quote) if quote else None


_OF_NODES: Mapping[str, Callable[[str, WireFix, str], Edit | None]] = {
    "relabel": lambda node, said, why: Relabel(node=node, label=within(said.text, MAX_LABEL), why=why),
    "describe": lambda node, said, why: Describe(node=node, body=within(said.text, MAX_BODY), why=why),
    "set_better": _wanted,
    "drop": lambda node, _, why: DropNode(node=node, why=why),
}
_OF_LINKS: Mapping[str, Callable[[Ends, WireFix, str], Edit | None]] = {
    "set_belief": _belief,
    "set_weight": _weight,
    "hypothesis": _hypothesis,
    "drop": lambda ends, _, why: DropLink(src=ends[0], dst=ends[1], why=why),
}
_OF_GAPS: Mapping[str, Callable[[Ends, WireFix, str], Edit | None]] = {"add_link": _link}
