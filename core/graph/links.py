"""Links between nodes: which kinds may be joined, which joins are causal, what a link weighs."""

from __future__ import annotations

import math
from collections.abc import Mapping

from core.graph.model import Edge, Node, NodeKind

_MAY_LEAD_TO = {
    NodeKind.GOAL: (NodeKind.DECISION,),
    NodeKind.DECISION: (NodeKind.DECISION, NodeKind.OPTION),
    NodeKind.OPTION: (NodeKind.FACTOR, NodeKind.RISK, NodeKind.OUTCOME),
    NodeKind.FACTOR: (NodeKind.FACTOR, NodeKind.RISK, NodeKind.OUTCOME),
    NodeKind.RISK: (NodeKind.FACTOR, NodeKind.OUTCOME),
    NodeKind.OUTCOME: (NodeKind.OUTCOME,),
}
_STRUCTURAL = (NodeKind.GOAL, NodeKind.DECISION)
_COST_STEPS = 10**9  # whole numbers, so that sums do not depend on their order

ALLOWED: frozenset[tuple[str, str]] = frozenset(
    (src, dst) for src, targets in _MAY_LEAD_TO.items() for dst in targets
)
"""The pairs of kinds that a link may join, source first."""


def is_causal(src_kind: str, dst_kind: str) -> bool:
    """True for an allowed link that says how one thing changes another: it carries numbers and provenance."""
    return src_kind not in _STRUCTURAL and (src_kind, dst_kind) in ALLOWED


def joins_causally(edge: Edge, nodes: Mapping[str, Node]) -> bool:
    """True for a causal link between two of these nodes, given by id."""
    src, dst = nodes.get(edge.src), nodes.get(edge.dst)
    return src is not None and dst is not None and is_causal(src.kind, dst.kind)


def may_lead_to(src_kind: str) -> tuple[str, ...]:
    """The kinds that a node of this kind may link to; none for an unknown kind."""
    return tuple(dst for kind, targets in _MAY_LEAD_TO.items() if kind == src_kind for dst in targets)


def is_belief(number: float | None) -> bool:
    """True for a number from 0 to 1; NaN is none."""
    return number is not None and 0 <= number <= 1


def is_weight(number: float | None) -> bool:
    """True for a number from -1 to 1; NaN is none."""
    return number is not None and -1 <= number <= 1


def storable(number: float | None) -> float | None:
    """The number as JSON can hold it: 1 is 1.0, -0.0 is 0.0, and NaN or infinity is missing."""
    return None if number is None or not math.isfinite(number) else float(number) + 0.0


def numbers(edge: Edge) -> tuple[float, float] | None:
    """Belief and weight when both are there and in range, so that arithmetic may use them."""
    belief, weight = storable(edge.belief), storable(edge.weight)
    if belief is None or weight is None or not (is_belief(belief) and is_weight(weight)):
        return None
    return belief, weight


def strength(edge: Edge) -> float:
    """|weight| x belief, from 0 to 1. A missing or unusable number makes it 0, one out of range counts as 1.

    Always comparable, so that sorting by strength is safe whatever a model wrote.
    """
    belief, weight = storable(edge.belief), storable(edge.weight)
    if belief is None or weight is None:
        return 0.0
    return min(abs(weight), 1.0) * min(max(belief, 0.0), 1.0)


def cost(edge: Edge) -> int:
    """What the graph loses with this link: its strength in whole steps, and 1 for being a link at all."""
    return round(strength(edge) * _COST_STEPS) + 1
