"""A page of a small local Slack, served, with a bot that is no process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from bot.manifest import document
from bot.playground.model.trouble import ModelTrouble
from bot.playground.page.app import Page
from bot.playground.page.feed import Feed
from bot.playground.page.marks import Marks
from bot.playground.page.switches import Switches
from bot.playground.process import BotProcess
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Channel, Workspace
from tests.unit.playground.clock import HandClock
from tests.unit.playground.scene import full_app

Json = Any


@dataclass(frozen=True, kw_only=True)
class Served:
    slack: LocalSlack
    team: Workspace
    ann: Person
    bob: Person
    eve: Person  # of another workspace
    channel: Channel
    secret: Channel  # Ann's alone
    feed: Feed
    http: aiohttp.ClientSession

    async def get(self, path: str, person: Person | None = None, **query: str) -> tuple[int, Json]:
        asked = {"as": (person or self.ann).id, **query}
        async with self.http.get(f"/page/api/{path}", params=asked) as answer:
            return answer.status, await answer.json()

    async def post(self, path: str, person: Person | None = None, **body: object) -> tuple[int, Json]:
        asked = {"as": (person or self.ann).id}
        async with self.http.post(f"/page/api/{path}", params=asked, json=body) as answer:
            return answer.status, await answer.json()

    async def upload(self, name: str, content: bytes) -> str:
        form = aiohttp.FormData()
        form.add_field("file", content, filename=name)
        async with self.http.post("/page/api/upload", params={"as": self.ann.id}, data=form) as answer:
            return str((await answer.json())["upload"]["id"])


@asynccontextmanager
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    slack = LocalSlack(full_app(), clock=HandClock(), patience=60.0)
    feed = Feed()
    page = Page(
        slack, feed=feed, marks=Marks(), manifest=document("http://localhost"), about={"model": "none"}
    )
    bot = BotProcess(port=1, log=tmp_path / "log", environment=dict)
    page.add(bot, Switches(slack.trouble, ModelTrouble(), keyed=False))
    async with slack:
        team, other = slack.add_workspace("Acme"), slack.add_workspace("Other")
        ann, bob = slack.add_person(team, "Ann Lee", admin=True), slack.add_person(team, "Bob")
        slack.install(team)
        async with aiohttp.ClientSession(slack.url) as http:
            yield Served(
                slack=slack,
                team=team,
                ann=ann,
                bob=bob,
                eve=slack.add_person(other, "Eve"),
                channel=slack.add_channel(team, "general", ann, bob),
                secret=slack.add_channel(team, "secret", ann, kind="private"),
                feed=feed,
                http=http,
            )
            feed.close()
