"""Options that a graph does not have yet: what speaks for them and against, and what to find out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.graph.critique import fits
from core.graph.edits import Edit
from core.graph.labels import likeness
from core.graph.model import Graph

FEWEST, MOST = 3, 5  # suggestions at once
FEWEST_POINTS, MOST_POINTS = 2, 3  # pros, cons, and pieces of evidence, of one suggestion
MAX_POINT = 120  # characters of each


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One more option. `evidence` is what to gather before choosing it.

    `edits` add it to the graph; empty where the graph has no room for it.
    """

    title: str
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    evidence: tuple[str, ...]
    edits: tuple[Edit, ...]


def distinct(graph: Graph, suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Those that the graph has no option for, each once, at most five."""
    known = {likeness(option.label) for option in graph.options}
    found: dict[str, Suggestion] = {}
    for suggestion in suggestions:
        name = likeness(suggestion.title)
        if name and name not in known:
            room = fits(graph, suggestion.edits)
            found.setdefault(name, suggestion if room else replace(suggestion, edits=()))
    return tuple(found.values())[:MOST]
