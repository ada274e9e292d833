"""kill -9 while a thread is exported or forgotten: no file comes twice, and nothing is half forgotten."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.playground.slack.records import File, Message
from handlers.blocks.buttons import Action
from tests.chaos.points import EXPORT_POINTS, EXPORTED, FORGET_POINTS
from tests.chaos.stage import DONE, Stage, died, staged
from tests.scenario.slack.kit import BRIEF, told

_OF_A_DRAFT = ("drafts", "requests", "revisions", "documents", "texts", "views", "results", "postings")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


@pytest.mark.parametrize("point", EXPORT_POINTS)
async def test_an_export_comes_once_whenever_its_process_is_killed(
    point: str, attempt: int, tmp_path: Path
) -> None:
    async with staged(tmp_path) as stage:
        world = stage.world
        async with stage.dying(point) as server:
            asked = await _drafted(stage)
            await world.ann.mentions_bot(world.channel, "export csv, markdown", thread_ts=asked.ts)
            await died(server)
        async with stage.alive():
            await world.until_shown("2 files of revision 1 are in this thread", world.channel, timeout=DONE)
            await stage.until_quiet()
            await stage.redeliver()
            await stage.until_quiet()
        (shared,) = [message for message in world.ours(world.channel) if message.files]
        assert shared.thread_ts == asked.ts
        names = sorted(world.slack.world.files[file].name for file in shared.files)
        assert [Path(name).suffix for name in names] == sorted(EXPORTED), attempt
        assert all(world.slack.world.files[file].content for file in shared.files)
        draft, told_of, _ = sorted(world.ours(world.channel), key=lambda m: (bool(m.files), m.ts))
        assert "revision 1" in told(draft)
        assert all(name in told(told_of) for name in names)


@pytest.mark.parametrize("point", FORGET_POINTS)
async def test_a_thread_is_forgotten_whole_whenever_its_process_is_killed(
    point: str, attempt: int, tmp_path: Path
) -> None:
    async with staged(tmp_path) as stage:
        world = stage.world
        async with stage.dying(point) as server:
            asked = await _drafted(stage)
            await world.ann.mentions_bot(world.channel, "export csv, markdown", thread_ts=asked.ts)
            await world.until_shown("2 files of revision 1", world.channel, timeout=DONE)
            await stage.until_quiet()
            assert len(_files(stage)) == 3, attempt
            await world.ann.mentions_bot(world.channel, "forget", thread_ts=asked.ts)
            await world.slack.until(lambda: bool(world.ann.private(world.channel)), timeout=DONE)
            await world.ann.clicks(world.ann.private(world.channel)[-1], Action.FORGET)
            await died(server)
        async with stage.alive():
            await world.slack.until(lambda: bool(_last_words(stage)), timeout=DONE)
            await stage.until_quiet()
            await stage.redeliver()
            await stage.until_quiet()
        assert world.ours(world.channel) == []
        assert _files(stage) == []
        assert len(_last_words(stage)) == (2 if point == "after-the-last-word" else 1)
        assert [table for table in _OF_A_DRAFT if _rows(tmp_path, table)] == []


async def _drafted(stage: Stage) -> Message:
    """Ann's brief, once its draft is there with all that belongs to it."""
    asked = await stage.world.ann.mentions_bot(stage.world.channel, BRIEF)
    await stage.world.slack.until(lambda: bool(stage.drafts()), timeout=DONE)
    await stage.until_quiet()
    return asked


def _files(stage: Stage) -> list[File]:
    """The files of the bot that are with Slack."""
    files = stage.world.slack.world.files
    return [file for file in files if file.user == stage.world.bot_user and not file.deleted]


def _last_words(stage: Stage) -> list[str]:
    return [
        told(message)
        for message in stage.world.ann.private(stage.world.channel)
        if "has forgotten this thread" in told(message)
    ]


def _rows(home: Path, table: str) -> int:
    """How many rows a table has, once nobody writes to it any more."""
    with closing(sqlite3.connect(home / "crossroads.db")) as database:
        ((count,),) = database.execute(f"SELECT count(*) FROM {table}")  # noqa: S608  one of our own tables
    return int(count)
