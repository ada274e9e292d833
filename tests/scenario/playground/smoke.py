"""`make run` with no account and no key, as a newcomer: python -m tests.scenario.playground.smoke.

Starts it, sends one brief with a file through the page, waits for the draft and its picture, stops it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.scenario.commands import environment
from tests.scenario.playground.kit import BRIEF, READY, Tab, picture, tab

URL = "http://127.0.0.1:3456"
END = 120.0  # seconds until it must have ended
ROOT = Path(__file__).parents[3]
COSTS = b"option,cost,months\nthree engineers,310000,7\ncontractors,280000,4\n"


async def main() -> int:
    """The way of one brief; return the exit code."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        process = await asyncio.create_subprocess_exec(
            "make",
            "run",
            cwd=ROOT,
            env=environment(Path(home)),
            stdout=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
        assert process.stdout is not None
        async with asyncio.timeout(READY):
            while URL not in (line := (await process.stdout.readline()).decode()):
                if not line:
                    return 1
        _say(f"Ready after {time.monotonic() - start:.1f} s: {line.strip()}")
        async with tab(URL) as maya:
            await _draft(maya)
        os.killpg(process.pid, signal.SIGINT)  # Ctrl-C, which make hears too
        async with asyncio.timeout(END):
            rest = (await process.stdout.read()).decode()
            await process.wait()
        _say(rest.strip())
        return 0 if "Stopping" in rest else 1


async def _draft(maya: Tab) -> None:
    channel = (await maya.channel("billing-rebuild"))["id"]
    bot = (await maya.get("sidebar"))["app"]["bot_user"]
    file = await maya.upload("costs.csv", COSTS)
    start = time.monotonic()
    await maya.post("say", channel=channel, text=f"<@{bot}> {BRIEF}", uploads=[file])
    await maya.until(maya.drafts)
    draft = maya.drafts()[-1]
    _say(f"Drafted after {time.monotonic() - start:.1f} s: {draft['text'].splitlines()[0]}")
    async with maya.session.get(picture(draft)) as image:
        _say(f"Picture: {len(await image.read())} bytes, {image.content_type}")
        assert image.content_type == "image/png"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
