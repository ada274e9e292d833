"""`crossroads serve`, but it kills itself once at a named point of its work.

python -m tests.chaos.serve <point> <mark> <delay>

It dies only while the file <mark> is not there, which it leaves behind; `delay` (seconds) is how far into the
work it dies at the points that are a stretch of time.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bot.cli.serving import run
from tests.chaos.points import EXPORT_POINTS, FORGET_POINTS, POINTS, Death

if __name__ == "__main__":
    point, mark, delay = sys.argv[1:]
    {**POINTS, **EXPORT_POINTS, **FORGET_POINTS}[point](Death(Path(mark), float(delay)))
    sys.exit(run("auto"))
