"""The numbered sources under a picture: the same numbers stand at its links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.graph.model import Edge, Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One source, numbered from 1, and the links (source id, target id) that rest on it."""

    number: int
    provenance: Provenance
    links: tuple[tuple[str, str], ...]


def numbered(edges: Iterable[Edge]) -> tuple[Note, ...]:
    """Notes in the order of the links; links with the same source, location and quote share one."""
    found: dict[tuple[str, str | None, str], tuple[Provenance, list[tuple[str, str]]]] = {}
    for edge in edges:
        if edge.provenance:
            told = (edge.provenance.source, edge.provenance.location, edge.provenance.quote)
            found.setdefault(told, (edge.provenance, []))[1].append(edge.key)
    return tuple(
        Note(number=number, provenance=provenance, links=tuple(links))
        for number, (provenance, links) in enumerate(found.values(), 1)
    )
