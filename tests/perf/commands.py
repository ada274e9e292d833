"""Whole commands, as a person at a terminal waits for them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.perf.measure import Row, seconds, timed

EXAMPLE = Path(__file__).parents[2] / "examples" / "hire-or-contract"
BRIEF = "Should we hire three engineers or use contractors for six months? Budget is $300k."
DRAFT_TARGET = 3.0  # seconds, imports included
HELP_TARGET = 0.4  # seconds


def rows() -> Iterator[Row]:
    """The command's help, its import, and a draft without a model."""
    for what, arguments, target in (
        ("crossroads --help", ["--help"], HELP_TARGET),
        (
            "crossroads draft --json, two files, no key",
            ["draft", BRIEF, "-f", str(EXAMPLE / "budget.csv"), "-f", str(EXAMPLE / "notes.md"), "--json"],
            DRAFT_TARGET,
        ),
    ):
        timing = timed(lambda arguments=arguments: _crossroads(arguments), runs=5)  # type: ignore[misc]
        yield Row(what=what, figure=seconds(timing), target=f"≤ {target} s", met=timing.wall <= target)
    with tempfile.TemporaryDirectory() as folder:
        files = [argument for path in sorted(EXAMPLE.iterdir())[1:] for argument in ("-f", str(path))]
        timing = timed(lambda: _crossroads(["draft", BRIEF, *files, "-o", folder]), runs=5)
    yield Row(what="crossroads draft, three files, pictures and report", figure=seconds(timing))
    timing = timed(lambda: _python("import bot.cli"), runs=5)
    empty = timed(lambda: _python("pass"), runs=5)
    yield Row(what="import bot.cli, beyond the bare interpreter", figure=f"{timing.wall - empty.wall:.2f} s")


def _crossroads(arguments: list[str]) -> None:
    _run([str(Path(sys.executable).with_name("crossroads")), *arguments])


def _python(code: str) -> None:
    _run([sys.executable, "-c", code])


def _run(command: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        path = os.environ["PATH"]  # noqa: TID251  the child gets a bare environment: no key, no settings
        subprocess.run(  # noqa: S603  our own command
            command, check=True, capture_output=True, cwd=home, env={"HOME": home, "PATH": path}
        )
