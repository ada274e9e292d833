"""Validation, repair and analysis of a full graph."""

from __future__ import annotations

from collections.abc import Iterator

from core.graph.analysis import analyse
from core.graph.repair import repair
from core.graph.rules import validate
from tests.perf.full_graph import full_graph
from tests.perf.measure import Row, milliseconds, timed

TARGET = 0.030  # seconds of processor time


def rows() -> Iterator[Row]:
    """Each step, and the three together."""
    graph = full_graph()
    for what, work in (
        ("validation", lambda: validate(graph)),
        ("repair", lambda: repair(graph)),
        ("analysis, 10,000 draws", lambda: analyse(graph)),
    ):
        yield Row(what=what, figure=milliseconds(timed(work, runs=15, warm=2)))
    whole = timed(lambda: (validate(graph), repair(graph), analyse(graph)), runs=15)
    yield Row(
        what="validation + repair + analysis, 12 nodes, 24 links",
        figure=milliseconds(whole),
        target=f"≤ {TARGET * 1000:.0f} ms CPU",
        met=whole.cpu <= TARGET,
    )
