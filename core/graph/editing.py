"""Edits made to a graph: all of them or none, and only such as break no rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from core.errors import EditRefused
from core.graph.edit_steps import made
from core.graph.edits import Describe, Edit, Relabel, SetBelief, SetEvidence, SetWeight, place_of
from core.graph.letters import with_letters_of
from core.graph.model import MAX_EDGES, MAX_NODES, Graph, Violation
from core.graph.node_rules import COUNTS
from core.graph.order import in_order
from core.graph.rules import validate

_WHOLE = frozenset(  # broken between edits, as a new node is before it has links
    {"DUPLICATE_LABEL", "CYCLE", "NOT_CONNECTED", "NOT_FROM_GOAL", "OPTION_NO_OUTCOME", "OUTCOME_UNREACHED"}
)
_TOLERATED = frozenset({"ZERO_WEIGHT", "WHY_LENGTH"})  # said beside the result; a reason is bounded by itself
_SETS: dict[type, frozenset[str]] = {
    Relabel: frozenset({"EMPTY_LABEL", "LABEL_LENGTH"}),
    Describe: frozenset({"BODY_LENGTH"}),
    SetBelief: frozenset({"BELIEF_RANGE"}),
    SetWeight: frozenset({"WEIGHT_RANGE"}),
    SetEvidence: frozenset({"NO_PROVENANCE", "QUOTE_LENGTH"}),
}
"""The rules that an edit answers for even where the graph broke them before it."""

_Faults = Mapping[tuple[str, str], Violation]


def edited(graph: Graph, edits: Sequence[Edit]) -> Graph:
    """The graph with the edits made to it in order; options keep their letters, new ones follow.

    Raises EditRefused for the first edit that names what is not there, adds what is there already, or breaks
    a rule of `core.graph.rules`; `index` is its place in `edits`. Whether the whole holds together (counts,
    circles, paths, labels told apart) is looked at after the last one, so that several edits may do together
    what none may alone; the edit that brought the fault in is named. What was wrong before refuses nothing.

    A reason given with an edit takes the place of those that its node or link had. Factors and risks that
    lose their last link with a dropped node go with it.
    """
    now = graph
    faults = [_faults(graph)]
    for index, edit in enumerate(edits):
        try:
            now = made(now, edit)
        except EditRefused as refused:
            raise EditRefused(at=refused.at, why=refused.why, index=index) from None
        faults.append(_faults(now))
        _refuse_part(edit, index, faults[-2], faults[-1])
    _refuse_whole(graph, now, faults)
    return with_letters_of(graph, in_order(now))


def _refuse_part(edit: Edit, index: int, before: _Faults, after: _Faults) -> None:
    own = _SETS.get(type(edit), frozenset())
    for (code, at), fault in after.items():
        if code in _WHOLE or not at:
            continue
        if (code, at) not in before or (code in own and at == place_of(edit)):
            raise EditRefused(at=at, why=fault.message, index=index)


def _refuse_whole(first: Graph, last: Graph, faults: Sequence[_Faults]) -> None:
    grown = _excess(last) - _excess(first)
    for key, fault in faults[-1].items():
        code, at = key
        if grown[code] > 0 if not at else key not in faults[0]:
            since = max((i for i in range(len(faults) - 1) if key not in faults[i]), default=len(faults) - 2)
            raise EditRefused(at=at, why=fault.message, index=since)


def _faults(graph: Graph) -> dict[tuple[str, str], Violation]:
    first: dict[tuple[str, str], Violation] = {}
    for fault in validate(graph):
        if fault.code not in _TOLERATED:
            first.setdefault((fault.code, fault.at), fault)
    return first


def _excess(graph: Graph) -> Counter[str]:
    """By code: how many nodes or links too many or too few the graph has."""
    counts = Counter(node.kind for node in graph.nodes)
    excess = Counter(
        TOO_MANY_NODES=max(len(graph.nodes) - MAX_NODES, 0),
        TOO_MANY_EDGES=max(len(graph.edges) - MAX_EDGES, 0),
    )
    for kind, (least, most) in COUNTS.items():
        excess[f"COUNT_{kind.upper()}"] = max(least - counts[kind], counts[kind] - most, 0)
    return excess
