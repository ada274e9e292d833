"""Told to end, the process ends, whatever hangs."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from bot.serving import HUNG

PATIENCE = 120.0  # seconds; the machine may be busy
ROOT = Path(__file__).parents[3]
PROGRAM = """
import asyncio, threading
from bot import logs, serving, settings

async def serve(*_, stop, **__):
    print("ready", flush=True)
    await stop.wait()
    if {hangs}:
        await asyncio.to_thread(threading.Event().wait)

logs.configure("INFO", "json")
serving.serve, serving.END = serve, {end}
serving.run(settings.load(None))
"""


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
async def test_what_hangs_is_not_waited_for_without_end(tmp_path: Path, sign: signal.Signals) -> None:
    code, said = await _ended(tmp_path, PROGRAM.format(hangs=True, end=0.1), sign)
    assert code == HUNG
    assert "end_forced" in said


async def test_ctrl_c_pressed_again_waits_for_nothing(tmp_path: Path) -> None:
    code, said = await _ended(tmp_path, PROGRAM.format(hangs=True, end=PATIENCE), signal.SIGINT, again=True)
    assert code == HUNG
    assert "end_forced" in said


async def test_who_ends_in_time_is_let_end(tmp_path: Path) -> None:
    code, said = await _ended(tmp_path, PROGRAM.format(hangs=False, end=PATIENCE), signal.SIGTERM)
    assert (code, said) == (0, "")


async def _ended(
    home: Path, program: str, sign: signal.Signals, *, again: bool = False
) -> tuple[int | None, str]:
    """How a process ends that is told to, or told `again` and again, and what it says meanwhile."""
    path = os.environ["PATH"]  # noqa: TID251  the child gets a bare environment
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        program,
        cwd=home,
        env={"PATH": path, "HOME": str(home), "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE):
            assert await process.stdout.readline() == b"ready\n"
            process.send_signal(sign)
            ended = asyncio.ensure_future(process.communicate())
            while again and not ended.done():
                await asyncio.wait([ended], timeout=0.1)
                with suppress(ProcessLookupError):  # it has ended just now
                    process.send_signal(sign)
            _, said = await ended
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return process.returncode, said.decode()
