"""A link to a message leads to its thread on the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.store.records import Thread
from handlers.links import link
from tests.unit.playground.page.kit import served


async def test_a_link_as_the_bot_makes_it_leads_to_the_thread(tmp_path: Path) -> None:
    async with served(tmp_path) as page:
        said = await page.ann.says(page.channel, "Which one?")
        thread = Thread(workspace=page.team.id, channel=page.channel.id, ts=said.ts)
        async with page.http.get(link(f"{page.slack.url}/", thread), allow_redirects=False) as answer:
            assert answer.status == 302
            assert answer.headers["Location"] == f"/#in={page.channel.id}&thread={said.ts}"


async def test_a_link_to_a_reply_leads_to_the_thread_it_is_in(tmp_path: Path) -> None:
    async with served(tmp_path) as page:
        asked = {"thread_ts": "1700000000.000100"}
        path = "/archives/C1/p1700000009000200"
        async with page.http.get(path, params=asked, allow_redirects=False) as answer:
            assert answer.headers["Location"] == "/#in=C1&thread=1700000000.000100"


@pytest.mark.parametrize("path", ["/archives/C1", "/archives/C1/p12", "/archives/C1/pabcdefgh"])
async def test_what_is_no_link_to_a_message_is_not_found(path: str, tmp_path: Path) -> None:
    async with served(tmp_path) as page, page.http.get(path) as answer:
        assert answer.status == 404
