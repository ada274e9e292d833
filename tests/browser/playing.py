"""The playground as a process of its own, with nothing of this machine's environment in it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.playground.running import free_port
from tests.fakes.bot_process import ROOT

START = 120.0  # seconds until it is ready; the machine may be busy
LOOK = 0.05  # seconds
_READY = re.compile(r"Open (http://\S+) ")


@contextmanager
def playing(home: Path, settings: Mapping[str, str] | None = None) -> Iterator[str]:
    """Run it with these settings until the end of the block; what comes is the address of its page."""
    path = os.environ["PATH"]  # noqa: TID251  the child gets a bare environment: no key, no settings
    bare = {"PATH": path, "HOME": str(home), "PYTHONPATH": str(ROOT), "TMPDIR": str(home)}
    environment = {**bare, "CROSSROADS_HOME": str(home), **(settings or {})}
    log = home / "log"
    command = [sys.executable, "-m", "tests.fakes.patient", "playground", "--port", str(free_port())]
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603  our own command
            command, cwd=home, env=environment, stdout=out, stderr=out
        )
    try:
        yield _ready(process, log)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(START)
        finally:
            process.kill()


def _ready(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + START
    while process.poll() is None and time.monotonic() < deadline:
        if found := _READY.search(log.read_text()):
            return found.group(1)
        time.sleep(LOOK)
    raise AssertionError(f"the playground did not start:\n{log.read_text()}")
