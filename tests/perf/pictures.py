"""Drawing a full graph, cold in a fresh process and warm."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from typing import Literal, get_args

from core.picture.drawing import Painter, Picture
from tests.perf.full_graph import full_graph
from tests.perf.measure import Row, milliseconds, seconds, timed

TARGET = 0.150  # seconds of processor time, warm
Format = Literal["png", "svg", "pdf"]
COLD = "from tests.perf.pictures import draw; draw('png')"


def rows() -> Iterator[Row]:
    """Cold, then each format warm."""
    cold = timed(lambda: subprocess.run([sys.executable, "-c", COLD], check=True), runs=5)  # noqa: S603  our own
    yield Row(what="picture cold, PNG, a whole process", figure=seconds(cold))
    painter = Painter(threads=1)
    for form in get_args(Format):
        warm = timed(lambda form=form: draw(form, painter), runs=9, warm=2)  # type: ignore[misc]
        yield Row(
            what=f"picture warm, {form.upper()}, 12 nodes, 24 links",
            figure=milliseconds(warm),
            target=f"≤ {TARGET * 1000:.0f} ms CPU",
            met=warm.cpu <= TARGET,
        )
    painter.close()


def draw(form: Format, painter: Painter | None = None) -> bytes:
    """Draw the full graph."""
    graph = full_graph()
    picture = Picture(graph=graph, format=form, shares=tuple((node.id, 20) for node in graph.options))
    return asyncio.run((painter or Painter(threads=1)).draw(picture))
