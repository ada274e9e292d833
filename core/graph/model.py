"""The decision graph as frozen records: nodes, links, provenance, rationales.

A graph may hold anything a model or a person wrote; `core.graph.rules` says what is wrong with it and
`core.graph.repair` mends what can be mended without inventing. Terms follow influence diagrams
(Howard & Matheson): goal → decision → option → outcome, with risks and factors between.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

VERSION = "1"
MAX_NODES = 12
MAX_EDGES = 24
MAX_ID = 40  # characters
MAX_LABEL = 80  # characters
MAX_BODY = 200  # characters
MAX_QUOTE = 100  # characters
MAX_WHY = 280  # characters

HYPOTHESIS = "hypothesis"  # a provenance source: nobody's document says so
BRIEF = "brief"  # a provenance source: the brief itself


class NodeKind(StrEnum):
    """What a node stands for. Listed in the order in which a picture reads."""

    GOAL = "goal"
    DECISION = "decision"
    OPTION = "option"
    FACTOR = "factor"
    RISK = "risk"
    OUTCOME = "outcome"


class Better(StrEnum):
    """Which direction of an outcome is wanted."""

    HIGHER = "higher"
    LOWER = "lower"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What a link rests on. `source` is a file's name, `brief` or `hypothesis`.

    For a citation, `quote` (at most 100 characters) stands word for word in passage number `passage` of
    `document` (D1, D2, ...; B for the brief), at `location` ("page 3", "row 42", "sentence 2"). For a
    hypothesis, `quote` is a short statement and the other three are None.
    """

    source: str
    quote: str
    location: str | None = None
    document: str | None = None
    passage: int | None = None

    @property
    def is_hypothesis(self) -> bool:
        """True when no document and no brief supports the link."""
        return self.source == HYPOTHESIS


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A goal, decision, option, factor, risk or outcome. Only outcomes have a `better`."""

    id: str
    kind: str
    label: str
    body: str = ""
    better: Better | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A link from `src` to `dst`. Causal links carry belief, weight and provenance; structural ones none.

    `belief` in 0..1 is how sure the link exists; `weight` in -1..1 is its direction and strength.
    """

    src: str
    dst: str
    belief: float | None = None
    weight: float | None = None
    provenance: Provenance | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What identifies a link once duplicates are merged."""
        return (self.src, self.dst)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rationale:
    """Why one node or link is as it is; `target` is a node id or an edge id."""

    target: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """Who drafted the graph: provider, model and the version of the prompt."""

    source: str = ""
    model: str = ""
    prompt_version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """One decision. `option_order` fixes the letters: its first option is A, for every later revision."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    rationales: tuple[Rationale, ...] = ()
    option_order: tuple[str, ...] = ()
    meta: Meta = Meta()

    def of_kind(self, *kinds: str) -> tuple[Node, ...]:
        """The nodes of these kinds, in the graph's order."""
        return tuple(node for node in self.nodes if node.kind in kinds)

    @property
    def has_risks(self) -> bool:
        """Whether risks or factors are drawn, which are only where somebody wished for them."""
        return bool(self.of_kind(NodeKind.RISK, NodeKind.FACTOR))

    @property
    def options(self) -> tuple[Node, ...]:
        """The options by letter: `option_order` first, then any it does not name."""
        place = {id_: i for i, id_ in enumerate(self.option_order)}
        return tuple(sorted(self.of_kind(NodeKind.OPTION), key=lambda n: place.get(n.id, len(place))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One rule that a graph breaks: the rule's code, the place (node id, "a::b", or "") and a sentence."""

    severity: Literal["error", "warning"]
    code: str
    at: str
    message: str
