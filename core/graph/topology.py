"""Walks along links: what can be reached, which nodes lie on a cycle, in which order effects flow.

A network is a dict from each node to the nodes it links to; every target is a key. All walks are iterative
and take time linear in nodes and links, so that a hostile graph costs no more than its size.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

Network = Mapping[str, list[str]]


def network(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The network of these nodes and links; links whose ends are not both given are left out."""
    out: dict[str, list[str]] = {id_: [] for id_ in ids}
    for src, dst in pairs:
        if src in out and dst in out:
            out[src].append(dst)
    return out


def turned(out: Network) -> dict[str, list[str]]:
    """The same network with every link turned round."""
    back: dict[str, list[str]] = {id_: [] for id_ in out}
    for src, targets in out.items():
        for dst in targets:
            back[dst].append(src)
    return back


def reachable(starts: Iterable[str], out: Network) -> set[str]:
    """Every node that a walk from one of the starts comes to, the starts among them."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for dst in out[waiting.pop()]:
            if dst not in seen:
                seen.add(dst)
                waiting.append(dst)
    return seen


def components(out: Network) -> list[list[str]]:
    """The strongly connected components, upstream first, each sorted (Kosaraju's two passes)."""
    back = turned(out)
    seen: set[str] = set()
    found = []
    for root in reversed(_finished(out)):
        if root in seen:
            continue
        seen.add(root)
        part, waiting = [root], [root]
        while waiting:
            for src in back[waiting.pop()]:
                if src not in seen:
                    seen.add(src)
                    part.append(src)
                    waiting.append(src)
        found.append(sorted(part))
    return found


def has_cycle(out: Network) -> bool:
    """True when some walk comes back to its start, a link from a node to itself included."""
    return any(len(part) > 1 or part[0] in out[part[0]] for part in components(out))


def shortest_cycle(start: str, out: Network) -> list[str]:
    """The nodes of a shortest cycle through `start`, which comes first; empty when there is none."""
    before: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        src = waiting.popleft()
        for dst in out[src]:
            if dst == start:
                cycle = [src]
                while cycle[-1] != start:
                    cycle.append(before[cycle[-1]])
                return cycle[::-1]
            if dst not in before:
                before[dst] = src
                waiting.append(dst)
    return []


def _finished(out: Network) -> list[str]:
    """The nodes in the order in which a depth-first walk leaves them."""
    seen: set[str] = set()
    left: list[str] = []
    for root in out:
        if root in seen:
            continue
        seen.add(root)
        path = [(root, iter(out[root]))]
        while path:
            node, targets = path[-1]
            following = next((dst for dst in targets if dst not in seen), None)
            if following is None:
                left.append(node)
                path.pop()
            else:
                seen.add(following)
                path.append((following, iter(out[following])))
    return left
