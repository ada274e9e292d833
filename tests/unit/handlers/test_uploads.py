"""Files are given to Slack once, whatever happens on the way."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.manifest import document
from bot.playground.slack.app import App
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.records import Channel, Message
from core.clock import SystemClock
from core.errors import PlaceClosed
from core.pacing.gate import Gate
from core.store.records import DraftKey, PostedKind
from handlers.uploads import Uploads
from tests.fakes.facts import Facts
from tests.unit.handlers.stored import ordered, stored


@dataclass(frozen=True, kw_only=True)
class World:
    slack: LocalSlack
    uploads: Uploads
    channel: Channel
    root: Message
    draft: DraftKey

    def shown(self) -> list[Message]:
        return [message for message in self.slack.messages(self.channel) if message.files]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(
            LocalSlack(App.from_manifest(document("http://localhost")), clock=SystemClock(), processing=0.0)
        )
        team = slack.add_workspace("Acme")
        ann = slack.add_person(team, "Ann")
        token = slack.install(team)
        channel = slack.add_channel(team, "general", ann)
        root = await ann.says(channel, "Here")
        session = await stack.enter_async_context(aiohttp.ClientSession())
        store = await stack.enter_async_context(stored(tmp_path))
        gate = await stack.enter_async_context(Gate(clock=SystemClock(), random=Random(1), emit=Facts()))
        web = AsyncWebClient(token.value, base_url=slack.api_url, session=session)

        async def clients(_: str) -> AsyncWebClient:
            return web

        uploads = Uploads(
            postings=store.postings, clients=clients, session=session, gate=gate, clock=SystemClock()
        )
        draft = (await ordered(store)).draft.key
        yield World(slack=slack, uploads=uploads, channel=channel, root=root, draft=draft)
        await slack.settled()


async def test_files_are_shown_in_a_thread_by_one_message(world: World) -> None:
    ids = [await world.uploads.send(world.draft, b"x", name=name) for name in ("a.md", "b.csv")]
    assert not world.shown()
    titles = list(zip(ids, ("a.md", "b.csv"), strict=True))
    await world.uploads.complete("T1", titles, channel=world.channel.id, thread_ts=world.root.ts)
    await world.slack.until(lambda: bool(world.shown()))
    (message,) = world.shown()
    assert message.thread_ts == world.root.ts
    assert list(message.files) == ids


async def test_files_that_are_completed_again_are_shown_once(world: World) -> None:
    file = await world.uploads.send(world.draft, b"x", name="a.md")
    for _ in range(2):
        await world.uploads.complete(
            "T1", [(file, "a.md")], channel=world.channel.id, thread_ts=world.root.ts
        )
    await world.slack.settled()
    assert len(world.shown()) == 1


async def test_a_file_that_was_never_sent_is_an_error(world: World) -> None:
    with pytest.raises(PlaceClosed, match="file_not_found"):
        await world.uploads.complete("T1", [("F0", "a.md")], channel=world.channel.id)


async def test_a_file_is_noted_with_its_draft(world: World) -> None:
    file = await world.uploads.send(world.draft, b"x", name="a.md")
    noted = await world.uploads.postings.of(world.draft)
    assert [(posting.kind, posting.id) for posting in noted] == [(PostedKind.FILE, file)]
