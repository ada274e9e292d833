"""A critique of a graph: what to look at, how much it matters, and what one click would mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from core.errors import EditRefused
from core.graph.editing import edited
from core.graph.edits import Edit
from core.graph.labels import likeness
from core.graph.model import Graph

MAX_FINDINGS = 12
MAX_FIXES = 5  # findings that one click mends; with more, nobody weighs them
MAX_TEXT = 280  # characters of a finding, as of any reason
MAX_SAYS = 75  # characters of what a fix does: it stands on a button


class Severity(StrEnum):
    """How much a finding matters, the gravest first."""

    BLOCKER = "blocker"  # nothing should be decided by this graph before it is mended
    IMPROVEMENT = "improvement"
    OBSERVATION = "observation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A change that mends a finding; `says` tells what it does, short enough for a button."""

    says: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at. `at` holds node ids and `from::to` of links; empty for the whole graph."""

    severity: Severity
    text: str
    at: tuple[str, ...] = ()
    fix: Fix | None = None


_ORDER = {severity: place for place, severity in enumerate(Severity)}


def merged(graph: Graph, *findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of several origins as one critique of a graph: the gravest first, each said once.

    Of two that say the same about the same place the first stays. A fix that the graph does not take is
    left out, as are those after the fifth.
    """
    once: dict[tuple[tuple[str, ...], str], Finding] = {}
    for found in (finding for origin in findings for finding in origin):
        once.setdefault((found.at, likeness(found.text)), found)
    ranked = sorted(once.values(), key=lambda found: _ORDER[found.severity])[:MAX_FINDINGS]
    return tuple(_with_few_fixes(graph, ranked))


def _with_few_fixes(graph: Graph, findings: Iterable[Finding]) -> Iterator[Finding]:
    left = MAX_FIXES
    for found in findings:
        if found.fix is None:
            yield found
        elif left and fits(graph, found.fix.edits):
            left -= 1
            yield found
        else:
            yield replace(found, fix=None)


def fits(graph: Graph, edits: tuple[Edit, ...]) -> bool:
    """Whether a graph takes these edits, and is changed by them."""
    try:
        return bool(edits) and edited(graph, edits) != graph
    except EditRefused:
        return False
