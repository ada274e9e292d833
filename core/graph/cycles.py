"""The links to drop so that no cycle is left, at the least loss."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from core.graph.feedback import MAX_EXACT, cheapest_order
from core.graph.topology import components, network

Costs = Mapping[tuple[str, str], int]

MAX_ON_CYCLES = 48  # nodes; a graph with more on its cycles is far from one of 12, and speed comes first


def closing_links(ids: Iterable[str], cost: Costs) -> set[tuple[str, str]]:
    """A set of links without which the graph has no cycle; `cost` prices every link, each above 0.

    The set is the cheapest there is as long as no strongly connected component has more than 12 nodes. In a
    larger one the cheapest links are set aside, as few as leave only components of 12, each is ordered
    exactly, and of all links those that point backwards in the whole order go. With more than
    `MAX_ON_CYCLES` nodes on cycles, links are set aside until no cycle is left. The result does not depend
    on the order of `ids` or `cost`; time is at most near-linear in nodes and links beyond the exact part.
    """
    parts = [part for part in components(network(sorted(ids), sorted(cost))) if len(part) > 1]
    limit = MAX_EXACT if sum(map(len, parts)) <= MAX_ON_CYCLES else 1
    home = {id_: number for number, part in enumerate(parts) for id_ in part}
    inside: list[dict[tuple[str, str], int]] = [{} for _ in parts]
    for src, dst in sorted(cost):
        if src in home and home[src] == home.get(dst):
            inside[home[src]][src, dst] = cost[src, dst]
    closing = set()
    for part, links in zip(parts, inside, strict=True):
        position = {id_: i for i, id_ in enumerate(_arranged(part, links, limit))}
        closing |= {(src, dst) for src, dst in links if position[src] > position[dst]}
    return closing


def _arranged(part: list[str], cost: Costs, limit: int) -> list[str]:
    """The nodes of one component in an order with cheap backward links, exact up to `limit` nodes."""
    if len(part) <= limit:
        return list(cheapest_order(part, cost))
    cheapest_first = sorted(cost, key=lambda pair: (cost[pair], pair))

    def pieces(aside: int) -> list[list[str]]:
        return components(network(part, cheapest_first[aside:]))

    def falls_apart(aside: int) -> bool:
        return max(map(len, pieces(aside))) <= limit

    fewest = bisect_left(range(len(cheapest_first)), x=True, key=falls_apart)
    return [id_ for piece in pieces(fewest) for id_ in cheapest_order(piece, cost)]
