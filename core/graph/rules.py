"""What is wrong with a graph: every rule it breaks, with a place and a sentence."""

from __future__ import annotations

from core.graph.codes import RANK
from core.graph.link_rules import link_rules
from core.graph.links import ALLOWED, is_causal
from core.graph.model import Graph, Violation
from core.graph.node_rules import node_rules
from core.graph.order import in_order
from core.graph.shape_rules import shape_rules

__all__ = ["ALLOWED", "is_causal", "validate"]


def validate(graph: Graph) -> tuple[Violation, ...]:
    """Every rule the graph breaks, errors first, in the order of `core.graph.codes`, then by place.

    A violation's `at` is a node id, `from::to` for a link (a cycle is placed at one of its links), the
    rationale's target, or empty for the graph as a whole. Takes any graph, however broken, and gives the
    same answer however its parts are listed. An outcome of unknown direction is no violation: it is shown
    and not ranked. Labels, bodies and rationales that are too long are warnings, since a view can cut them.
    """
    ordered = in_order(graph)
    found = {*node_rules(ordered), *link_rules(ordered), *shape_rules(ordered)}
    return tuple(sorted(found, key=lambda v: (RANK[v.code], v.at, v.message)))
