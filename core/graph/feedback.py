"""The exact minimum-weight feedback arc set of a few nodes, by dynamic programming over their subsets.

Held and Karp's scheme: the cheapest order of a set of nodes ends in some node `v`, after the cheapest order
of the others. 12 nodes are 4,096 subsets; time and memory double with each further node.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

MAX_EXACT = 12  # nodes


def cheapest_order(ids: Sequence[str], cost: Mapping[tuple[str, str], int]) -> tuple[str, ...]:
    """The order of `ids` whose backward links cost least together: dropping those leaves no cycle.

    `cost` holds the price of each link (source, target), all above 0. Of equal orders the first by `ids`
    is taken, counted from the end. Raises ValueError for more than `MAX_EXACT` nodes.
    """
    if len(ids) > MAX_EXACT:
        raise ValueError(f"{len(ids)} nodes, takes {MAX_EXACT}")
    count = len(ids)
    backward = [_backward(v, ids, cost) for v in range(count)]
    best = [0] * (1 << count)
    last = [0] * (1 << count)
    for subset in range(1, 1 << count):
        best[subset], last[subset] = min(
            (best[subset ^ (1 << v)] + backward[v][subset ^ (1 << v)], v)
            for v in range(count)
            if subset >> v & 1
        )
    reverse = []
    subset = (1 << count) - 1
    while subset:
        reverse.append(ids[last[subset]])
        subset ^= 1 << last[subset]
    return tuple(reversed(reverse))


def _backward(v: int, ids: Sequence[str], cost: Mapping[tuple[str, str], int]) -> list[int]:
    """For each subset, as a bit mask: what the links from node `v` to its members cost."""
    table = [0]
    for target in ids:
        price = cost.get((ids[v], target), 0)
        table += [so_far + price for so_far in table]
    return table
