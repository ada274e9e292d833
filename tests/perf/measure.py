"""Timing by repetition: the median of several runs, wall and processor time."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Medians over several runs, in seconds, and the spread of the wall time."""

    wall: float
    cpu: float
    low: float
    high: float
    runs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the bench: what, the figure, the target beside it, and whether it was met."""

    what: str
    figure: str
    target: str = ""
    met: bool | None = None


def timed(work: Callable[[], object], *, runs: int = 7, warm: int = 1) -> Timing:
    """Run `work` `warm` times unseen, then `runs` times on the clock."""
    for _ in range(warm):
        work()
    walls, cpus = [], []
    for _ in range(runs):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return Timing(
        wall=statistics.median(walls),
        cpu=statistics.median(cpus),
        low=min(walls),
        high=max(walls),
        runs=runs,
    )


def seconds(timing: Timing) -> str:
    """The wall time and its spread."""
    return f"{timing.wall:.2f} s ({timing.low:.2f}–{timing.high:.2f})"


def milliseconds(timing: Timing) -> str:
    """The processor time and the wall time."""
    return f"{timing.cpu * 1000:.1f} ms CPU, {timing.wall * 1000:.1f} ms wall"
