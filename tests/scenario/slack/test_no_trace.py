"""What was forgotten is nowhere: files of the database, folders, caches and rows are searched for it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
import redis
from psycopg import sql
from pydantic import SecretStr

from bot.playground.slack.people.uploads import Upload
from bot.slack import Bot
from core import cache as cache_module
from handlers.blocks.buttons import Action
from handlers.blocks.feedback import WORD
from tests.fakes.anthropic_server import AnthropicServer
from tests.scenario.slack.kit import Scene, eventually, running, scene
from tests.scenario.slack.threads import modal_of, values_of

MARKER = "Zwetschgenknödel"  # in the brief, the files and their names, the reply and the labels
PLAIN = "Zwetschgenkn"  # what every encoding of it begins with
FORMS = (
    MARKER.encode(),
    PLAIN.encode(),
    json.dumps(MARKER).strip('"').encode(),
    PLAIN.encode("utf-16-le"),
    PLAIN.encode("utf-16-be"),
)
THIRD = f"{MARKER} or contractors for six months? Budget is $300k."
FILES = (
    Upload(name=f"{MARKER}.csv", content=f"option,cost\n{MARKER},330000\ncontractors,250000\n".encode()),
    Upload(name="notes.md", content=f"# Notes\n\nContractors cook {MARKER} for $40 an hour.\n".encode()),
)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that a busy machine keeps waiting has not failed."""
    monkeypatch.setattr(cache_module, "OPERATION_TIMEOUT", 60.0)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this process and its children put temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def in_files(*folders: Path) -> list[str]:
    """The files that hold the marker, in their names or in what is in them."""
    found = []
    for folder in folders:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            content = file.read_bytes()
            if PLAIN in str(file.relative_to(folder)) or any(form in content for form in FORMS):
                found.append(file.name)
    return found


def in_rows(url: str) -> list[str]:
    """The tables of every schema that have the marker in some row."""
    found = []
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        named = connection.execute(
            "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
            " AND table_schema NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        for schema, table in named:
            query = sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(schema, table))
            rows = connection.execute(query).fetchall()
            text = "\n".join(row[0] or "" for row in rows)
            hexed = [form.hex() for form in FORMS]  # how bytes are shown
            if PLAIN in text or any(form in text for form in hexed):
                found.append(f"{schema}.{table}")
    return found


def in_redis(url: str) -> list[str]:
    """The keys of the cache with the marker in their values."""
    with redis.Redis.from_url(url) as client:
        held = {key: client.get(key) or b"" for key in client.scan_iter(match="crossroads:*")}
    return [key.decode() for key, value in held.items() if any(form in value for form in FORMS)]


@asynccontextmanager
async def drafted(world: Scene, cache: str, **changes: Any) -> AsyncIterator[tuple[Bot, str]]:  # noqa: ANN401  any setting
    """A draft whose every text has the marker in it, by a model, exported and judged; its thread's ts."""
    async with (
        AnthropicServer() as model,
        running(
            world,
            cache_url=cache,
            anthropic_api_key=SecretStr(model.key),
            anthropic_base_url=model.url,
            **changes,
        ) as bot,
    ):
        asked = await world.ann.mentions_bot(world.channel, f"Should we hire {THIRD}", files=FILES)
        await world.until_shown("Drafted in", world.channel)
        await world.ann.mentions_bot(world.channel, f"Rename it to {MARKER}", thread_ts=asked.ts)
        await world.slack.until(lambda: len(world.ours(world.channel)) >= 2)
        await world.slack.settled()
        await world.ann.mentions_bot(world.channel, "export markdown, csv", thread_ts=asked.ts)
        await eventually(lambda: world.facts.count("job_ended") >= 3)
        await world.slack.until(lambda: any(message.files for message in world.ours(world.channel)))
        await judged(world)
        yield bot, asked.ts


async def judged(world: Scene) -> None:
    """Bob's thumb under the draft, with a word."""
    draft = next(m for m in world.ours(world.channel) if values_of(m, Action.FEEDBACK))
    _, down = values_of(draft, Action.FEEDBACK)
    assert (await world.bob.clicks(draft, Action.FEEDBACK, down)).ok
    assert (await world.bob.submits(await modal_of(world, world.bob), {WORD: f"No {MARKER} in it"})).ok


async def forgotten(world: Scene, ts: str) -> None:
    await world.ann.mentions_bot(world.channel, "forget", thread_ts=ts)
    await world.slack.until(lambda: bool(world.ann.private(world.channel)))
    assert (await world.ann.clicks(world.ann.private(world.channel)[-1], Action.FORGET)).ok
    await eventually(lambda: world.facts.count("forgotten") == 1)
    assert world.ours(world.channel) == []
    assert not [file for file in world.slack.world.files if file.user == world.bot_user and file.content]


async def test_forget_leaves_nothing_in_a_file_nor_in_a_cache(
    tmp_path: Path, temporary: Path, redis_url: str
) -> None:
    home = tmp_path / "home"
    async with scene(home) as world:
        async with drafted(world, redis_url) as (_, ts):
            assert in_files(home)
            assert in_redis(redis_url)
            await forgotten(world, ts)
            assert in_redis(redis_url) == []
            assert in_files(home, temporary) == []
        assert in_files(home, temporary) == []


async def test_an_uninstall_leaves_nothing_in_a_file_nor_in_a_cache(
    tmp_path: Path, temporary: Path, redis_url: str
) -> None:
    home = tmp_path / "home"
    async with scene(home) as world, drafted(world, redis_url) as (bot, _):
        assert in_files(home)
        world.slack.uninstall(world.team)
        await world.slack.settled()
        assert await bot.store.drafts.recent(world.team.id) == ()
        assert in_redis(redis_url) == []
        assert in_files(home, temporary) == []


@pytest.mark.slow
async def test_forget_leaves_no_row_on_a_server(
    tmp_path: Path, temporary: Path, redis_url: str, postgres_url: str
) -> None:
    async with scene(tmp_path / "home") as world:
        database = SecretStr(postgres_url)
        async with drafted(world, redis_url, database_url=database) as (_, ts):
            assert in_rows(postgres_url)
            await forgotten(world, ts)
            assert in_rows(postgres_url) == []
            assert in_redis(redis_url) == []
            assert in_files(tmp_path / "home", temporary) == []
