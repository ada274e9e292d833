"""The lanes of links beside a column, and the order of link ends along each side of a node."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from core.graph.model import NodeKind
from core.picture.layout import Layout, Route

Side = Literal["left", "right"]
Key = tuple[str, str]  # the source and target of a link
RAIL: Key = ("", "")  # the port at which the decision's rail enters an option
_BANNER = -1  # the row of what stands above the columns
_SIDES: Mapping[Route, tuple[Side, Side]] = {
    "across": ("right", "left"),
    "back": ("left", "right"),
    "left": ("left", "left"),
    "right": ("right", "right"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """`lane` counts from the column outwards, 0 first. `ports` lists link ends from the top.

    `trunk` holds the structural links outside the rail: to decisions in the column, and to an option that
    belongs to more than one decision. `owner` is the decision whose rail leads to an option.
    """

    lane: Mapping[Key, int]
    trunk: Mapping[Key, int]
    owner: Mapping[str, str]
    ports: Mapping[tuple[str, Side], tuple[Key, ...]]


def lanes(layout: Layout) -> Lanes:
    """Lanes in which no two links overlap, and ports at which no two links cross without need."""
    rows = layout.rows
    owner = _owners(layout)
    lane: dict[Key, int] = {}
    for route in ("left", "right"):
        keys = [link.edge.key for link in layout.links if link.route == route]
        lane |= _packed({key: (rows[key[0]], rows[key[1]]) for key in keys})
    trunk = _trunk(layout, owner)
    return Lanes(lane=lane, trunk=trunk, owner=owner, ports=_ports(layout, lane, trunk, owner))


def _owners(layout: Layout) -> dict[str, str]:
    """By option, the decision that heads it: the banner, or the nearest linked one above it."""
    places = {node.id: place for place, node in enumerate((*layout.banners, *layout.left))}
    owner: dict[str, str] = {}
    for src, dst in sorted((edge.key for edge in layout.rails), key=lambda key: places[key[0]]):
        if dst not in owner and any(node.id == dst and node.kind == NodeKind.OPTION for node in layout.left):
            owner[dst] = src
    return owner


def _trunk(layout: Layout, owner: Mapping[str, str]) -> dict[Key, int]:
    """Lanes for structural links to nodes of the left column that no rail draws; the goal's is outermost."""
    rows = {node.id: row for row, node in enumerate(layout.left)}
    keys = [edge.key for edge in layout.rails if edge.dst in rows and owner.get(edge.dst) != edge.src]
    inner = _packed({key: (rows[key[0]], rows[key[1]]) for key in keys if key[0] in rows})
    outermost = max(inner.values(), default=-1) + 1
    return inner | {key: outermost for key in keys if key[0] not in rows}


def _packed(spans: Mapping[Key, tuple[int, int]]) -> dict[Key, int]:
    """The lowest free lane for each span of rows, short spans first, so that a long one runs outside."""
    lane: dict[Key, int] = {}
    for key in sorted(spans, key=lambda k: (abs(spans[k][0] - spans[k][1]), min(spans[k]), k)):
        taken = {lane[other] for other in lane if _overlap(spans[key], spans[other])}
        lane[key] = next(i for i in range(len(taken) + 1) if i not in taken)
    return lane


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return max(min(a), min(b)) < min(max(a), max(b))


def _ports(
    layout: Layout, lane: Mapping[Key, int], trunk: Mapping[Key, int], owner: Mapping[str, str]
) -> dict[tuple[str, Side], tuple[Key, ...]]:
    rows = layout.rows
    ends: dict[tuple[str, Side], list[tuple[tuple[int, int], Key]]] = {}
    for key, sides in _sides(layout, trunk).items():
        number = lane.get(key, trunk.get(key))
        for node, other, side in zip(key, reversed(key), sides, strict=True):
            place = _nested(rows.get(node, _BANNER), rows.get(other, _BANNER), number)
            ends.setdefault((node, side), []).append((place, key))
    ports = {at: tuple(key for _, key in sorted(found)) for at, found in ends.items()}
    for option in owner:
        ports[option, "left"] = (RAIL, *ports.get((option, "left"), ()))
    return ports


def _sides(layout: Layout, trunk: Mapping[Key, int]) -> dict[Key, tuple[Side, Side]]:
    """By link, the sides of its source and of its target that it touches."""
    sides = {link.edge.key: _SIDES[link.route] for link in layout.links}
    return sides | dict.fromkeys(trunk, _SIDES["left"])


def _nested(row: int, other: int, lane: int | None) -> tuple[int, int]:
    """The place of a link's end along its side: by its other end, and lanes so that the outer go around."""
    if lane is None:
        return (0, other)
    return (0, lane) if other < row else (1, -lane)
