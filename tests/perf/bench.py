"""`make bench`: the figures of speed and memory, each beside its target."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator, Sequence

from tests.perf import (
    commands,
    graphs,
    pdfs,
    pictures,
    playground,
    repeated,
    slack_acks,
    slack_drafts,
    slack_flood,
    slack_memory,
    slack_unsent,
)
from tests.perf.measure import Row

GROUPS: dict[str, Callable[[], Iterator[Row]]] = {
    "commands": commands.rows,
    "graphs": graphs.rows,
    "pictures": pictures.rows,
    "pdfs": pdfs.rows,
    "repeated": repeated.rows,
    "slack-acks": slack_acks.rows,
    "slack-drafts": slack_drafts.rows,
    "slack-flood": slack_flood.rows,
    "slack-memory": slack_memory.rows,
    "playground": playground.rows,
    "slack-unsent": slack_unsent.rows,
}


def main(names: Sequence[str]) -> None:
    """Run the groups named, or all of them."""
    print(f"{platform.python_implementation()} {platform.python_version()}, medians of several runs")
    print(_line(" ", "what", "measured", "target"))
    for name in names or GROUPS:
        for row in GROUPS[name]():
            mark = {True: "✓", False: "✗", None: " "}[row.met]
            print(_line(mark, row.what, row.figure, row.target), flush=True)


def _line(mark: str, what: str, figure: str, target: str) -> str:
    """One line of the table; what is longer than its column pushes the next one on."""
    return f"{mark} {what:<56}  {figure:<40}  {target}".rstrip()


if __name__ == "__main__":
    main(sys.argv[1:])
