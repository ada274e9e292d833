"""kill -9 at any point of a job: after the restart it ends in one message, nothing paid or counted twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from bot.playground.slack.people.uploads import Upload
from tests.chaos.points import POINTS
from tests.chaos.stage import DONE, STREAM, died, staged
from tests.scenario.slack.kit import BRIEF, told

COSTS = Upload(name="costs.csv", content=b"option,cost\nagency,180000\nhire,240000\n")
DELAYS = {"while-reading": 0.3, "while-the-model-streams": STREAM, "while-drawing": 0.3}  # seconds, at most

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("point", POINTS)
async def test_a_job_is_finished_once_whenever_its_process_is_killed(
    point: str, attempt: int, tmp_path: Path
) -> None:
    delay = Random(f"{point} {attempt}").uniform(0, DELAYS.get(point, 0))
    async with staged(tmp_path) as stage:
        async with stage.dying(point, delay) as server:
            asked = await stage.world.ann.mentions_bot(stage.world.channel, BRIEF, files=[COSTS])
            await died(server)
        paid, fetched = stage.paid, stage.fetched
        async with stage.alive():
            await stage.world.slack.until(lambda: bool(stage.drafts()), timeout=DONE)
            await stage.until_quiet()
            await stage.redeliver()
            await stage.until_quiet()
        (message,) = stage.world.ours(stage.world.channel)
        assert stage.drafts() == [message]
        assert message.thread_ts == asked.ts
        assert "costs.csv" in told(message)
        assert stage.posts == 1
        assert stage.paid == paid + _again(point, "while-the-model-streams")
        if point != "while-reading":  # death may come when the file has just been read
            assert stage.fetched == fetched + _again(point, "while-reading")
        assert stage.fetched <= 2
        lost = point == "while-the-model-streams"  # nobody lived to tell of that call
        assert _counted(tmp_path) == stage.paid - lost


def _counted(home: Path) -> int:
    """The model calls that the workspace is told of, each of them whole."""
    with closing(sqlite3.connect(home / "crossroads.db")) as database:
        outputs = [output for (output,) in database.execute("SELECT output FROM usage")]
    assert all(output > 1 for output in outputs)
    return len(outputs)


def _again(point: str, last: str) -> int:
    """How often something has to be done after the restart: once after a death up to `last`, else never."""
    return int(list(POINTS).index(point) <= list(POINTS).index(last))
