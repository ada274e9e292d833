"""Bots in a real database: encrypted, found by workspace, brought under a new key."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import time

import pytest

from core.errors import SettingsError
from tests.unit.bot.installations.kit import (
    CLIENT_ID,
    HOUR,
    KEY,
    OLDER,
    everything_in,
    installation,
    opened_rows,
)

LONG = "xoxe.xoxb-1-" + "secret" * 40  # longer than the column of slack_sdk holds encrypted


async def test_a_bot_is_found_as_it_was_saved(database_url: str) -> None:
    expires = int(time() + HOUR)
    async with opened_rows(database_url) as rows:
        await rows.save(
            installation(
                token=LONG,
                bot_refresh_token=f"refresh-{LONG}",
                bot_token_expires_at=expires,
                user_token="xoxp-secret",  # noqa: S106  a fake
                enterprise_id="E1",
            )
        )
        bot = await rows.find("T1")
        assert bot
        assert (bot.bot_token, bot.bot_refresh_token) == (LONG, f"refresh-{LONG}")
        assert (bot.bot_token_expires_at, bot.bot_user_id, bot.team_name) == (expires, "U0BOT", "Acme")
        assert await rows.find("T2") is None


async def test_no_token_is_stored_as_it_is(database_url: str, tmp_path: Path) -> None:
    async with opened_rows(database_url) as rows:
        await rows.save(installation(token=LONG, bot_refresh_token=LONG, user_token=LONG))
        stored = await everything_in(database_url)
        assert CLIENT_ID in stored
        assert "secret" not in stored
        for file in await asyncio.to_thread(lambda: [path.read_bytes() for path in tmp_path.iterdir()]):
            assert b"secret" not in file


async def test_the_bot_that_was_installed_last_counts(database_url: str) -> None:
    async with opened_rows(database_url) as rows:
        now = time()
        await rows.save(installation(token="xoxb-2", installed_at=now))  # noqa: S106  a fake
        await rows.save(installation(token="xoxb-1", installed_at=now - 60))  # noqa: S106  the same
        bot = await rows.find("T1")
        assert bot
        assert bot.bot_token == "xoxb-2"  # noqa: S105  the same
        bot.bot_token = "xoxb-3"  # noqa: S105  the same
        await rows.save_bot(bot)
        again = await rows.find("T1")
        assert again
        assert again.bot_token == "xoxb-3"  # noqa: S105  the same


async def test_removing_a_workspace_leaves_the_others(database_url: str) -> None:
    async with opened_rows(database_url) as rows:
        for workspace in ("T1", "T2"):
            await rows.save(installation(workspace))
            await rows.save(installation(workspace, installed_at=1.0))
        await rows.remove("T1")
        assert await rows.find("T1") is None
        assert await rows.find("T2")
    stored = await everything_in(database_url)
    assert "'T1'" not in stored
    assert "'T2'" in stored


async def test_a_start_with_a_new_key_brings_every_token_under_it(database_url: str) -> None:
    async with opened_rows(database_url, OLDER) as rows:
        await rows.save(installation(bot_refresh_token="xoxe-1"))  # noqa: S106  a fake
    async with opened_rows(database_url, f"{KEY},{OLDER}"):
        pass
    async with opened_rows(database_url, KEY) as rows:
        bot = await rows.find("T1")
        assert bot
        assert (bot.bot_token, bot.bot_refresh_token) == ("xoxb-secret", "xoxe-1")


async def test_a_start_without_the_key_says_so(database_url: str) -> None:
    async with opened_rows(database_url, OLDER) as rows:
        await rows.save(installation())
    with pytest.raises(SettingsError, match="TOKEN_ENCRYPTION_KEY"):
        async with opened_rows(database_url, KEY):
            pass


async def test_replicas_may_start_at_once(database_url: str) -> None:
    async def start() -> None:
        async with opened_rows(database_url) as rows:
            assert await rows.find("T1") is None

    await asyncio.gather(*(start() for _ in range(6)))
