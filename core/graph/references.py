"""What points into a graph from outside its links, made to follow a repair: rationales and letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.graph.model import Graph, NodeKind, Rationale
from core.graph.order import edge_id, numbered, place
from core.graph.repairs import Log


def kept_rationales(
    given: Graph, mended: Graph, merged: Mapping[str, str], log: Log
) -> tuple[Rationale, ...]:
    """The rationales whose node or link is still there, pointing to what it was merged into.

    A link may be named by its id or by `from::to`; it comes out as its id. One said twice is kept once.
    """
    now = _whereabouts(given, mended, merged)
    kept: dict[Rationale, None] = {}
    for rationale in given.rationales:
        target = now.get(rationale.target)
        moved = replace(rationale, target=target or "")
        if target is None or moved in kept:
            why = "what it explains is gone" if target is None else "it is there twice"
            log.add("drop_rationale", rationale.target, why)
        else:
            kept[moved] = None
    return tuple(sorted(kept, key=lambda r: (r.target, r.why)))


def completed_order(given: Graph, mended: Graph, merged: Mapping[str, str]) -> tuple[str, ...]:
    """The letters after a repair: those fixed before stay in place, options that the repair drops leave.

    Ids of options that were gone before the repair stay too: an earlier revision had them, and their letters
    are not given again. Options that have no letter yet follow in the order in which the draft lists them.
    """
    kept = {node.id for node in mended.of_kind(NodeKind.OPTION)}
    kept |= set(given.option_order) - {node.id for node in given.nodes}
    candidates = [*given.option_order, *(node.id for node in given.nodes)]
    renamed = (merged.get(id_, id_) for id_ in candidates)
    return tuple(dict.fromkeys(id_ for id_ in renamed if id_ in kept))


def _whereabouts(given: Graph, mended: Graph, merged: Mapping[str, str]) -> dict[str, str]:
    """For everything a rationale of the given graph may name: what it is called now, if it is still there."""
    ids = {node.id for node in mended.nodes}
    pairs = {edge.key for edge in mended.edges}
    now: dict[str, str] = {}
    for named, edge in numbered(given.edges):
        src, dst = (merged.get(end, end) for end in edge.key)
        if (src, dst) in pairs:
            now[named] = now[place(*edge.key)] = edge_id(src, dst)
    now |= {id_: other for id_, other in merged.items() if other in ids}
    return now | {id_: id_ for id_ in ids}
