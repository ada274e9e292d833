"""Runs the installed `crossroads` command in an environment of its own."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = Path(sys.executable).with_name("crossroads")
EXAMPLE = Path(__file__).parents[2] / "examples" / "hire-or-contract"
LOOK = 0.02  # seconds
BRIEF = "Should we hire three engineers or use contractors for six months? Budget is $300k."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def object(self) -> Any:  # noqa: ANN401  JSON
        return json.loads(self.out)


async def crossroads(
    *arguments: str | Path,
    home: Path,
    stdin: bytes = b"",
    interrupt_when: Callable[[], bool] | None = None,
    settings: Mapping[str, str] | None = None,
) -> Ran:
    """Run the command with no setting but those given; it gets a Ctrl-C once `interrupt_when` is true."""
    # A shell has what it starts in the background ignore Ctrl-C, and that is handed on from child to child.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = await asyncio.create_subprocess_exec(
        COMMAND,
        *arguments,
        cwd=home,
        env=environment(home, **(settings or {})),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    signal.signal(signal.SIGINT, before)
    if interrupt_when is not None:
        while process.returncode is None and not interrupt_when():  # noqa: ASYNC110  another process
            await asyncio.sleep(LOOK)
        process.send_signal(signal.SIGINT)
    out, err = await process.communicate(stdin)
    return Ran(code=process.returncode or 0, out=out.decode(), err=err.decode())


def environment(home: Path, **settings: str) -> dict[str, str]:
    """No settings but these, and what coverage needs to follow a subprocess."""
    passed = {k: v for k, v in os.environ.items() if k.startswith("COVERAGE")}  # noqa: TID251  not a setting
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", **passed, **settings}


def files(*names: str) -> Sequence[str]:
    """-f for each file of the example."""
    return [argument for name in names for argument in ("-f", str(EXAMPLE / name))]
