"""The playground as a newcomer runs it: a process, and its page's API."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from bot.playground.running import free_port
from tests.fakes.bot_process import ROOT
from tests.scenario.commands import environment

READY = 120.0  # seconds for the playground to be ready
DONE = 120.0  # seconds for a draft; the machine may be busy
END = 120.0  # seconds for it to end

Json = dict[str, Any]
BRIEF = "Should we hire three engineers or use contractors for six months? Budget is $300k."


@dataclass(kw_only=True)
class Tab:
    """One tab of a person: what its stream has told so far, and what it may ask."""

    session: aiohttp.ClientSession
    user: str
    told: list[tuple[str, Json]] = field(default_factory=list)
    newest: str = ""
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def get(self, path: str, **query: str) -> Any:  # noqa: ANN401  any JSON
        async with self.session.get(f"/page/api/{path}", params={"as": self.user, **query}) as answer:
            return await answer.json()

    async def post(self, path: str, **body: object) -> Any:  # noqa: ANN401  any JSON
        async with self.session.post(f"/page/api/{path}", params={"as": self.user}, json=body) as answer:
            assert answer.ok, await answer.text()
            return await answer.json()

    async def upload(self, name: str, content: bytes) -> str:
        form = aiohttp.FormData()
        form.add_field("file", content, filename=name)
        async with self.session.post("/page/api/upload", params={"as": self.user}, data=form) as answer:
            return str((await answer.json())["upload"]["id"])

    async def channel(self, name: str) -> Json:
        channels: list[Json] = (await self.get("sidebar"))["channels"]
        return next(channel for channel in channels if channel["name"] == name)

    def events(self, name: str) -> list[Json]:
        return [data for event, data in self.told if event == name]

    async def until(self, so: Callable[[], object]) -> None:
        async with asyncio.timeout(DONE):
            while not so():
                self.news.clear()
                await self.news.wait()

    def drafts(self) -> list[Json]:
        """The messages that this tab was told of, as they were when they showed a picture."""
        changed = [data["message"] for data in self.events("message_changed") + self.events("message")]
        return [message for message in changed if picture(message)]

    async def listen(self) -> None:
        """What EventSource does, until it is cut."""
        with suppress(aiohttp.ClientPayloadError):
            await self._listen()

    async def _listen(self) -> None:
        query, headers = {"as": self.user, "wire": "1"}, {"Last-Event-ID": self.newest}
        async with self.session.get("/page/api/stream", params=query, headers=headers) as stream:
            event = ""
            async for line in stream.content:
                name, _, value = line.decode().strip().partition(": ")
                if name == "id":
                    self.newest = value
                elif name == "event":
                    event = value
                elif name == "data":
                    self.told.append((event, json.loads(value)))
                    self.news.set()


def picture(message: Json) -> str:
    """Where the picture of a message is; nothing when it shows none."""
    return next((str(block["image_url"]) for block in message["blocks"] if "image_url" in block), "")


@asynccontextmanager
async def tab(url: str, user: str = "", *, after: str = "") -> AsyncIterator[Tab]:
    """A tab of a person, of the first one when none is named; `after` is where its stream was cut."""
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(
            aiohttp.ClientSession(url, timeout=aiohttp.ClientTimeout(total=None, sock_connect=60))
        )
        async with session.get("/page/api/people") as answer:
            first = (await answer.json())["first"]
        opened = Tab(session=session, user=user or first, newest=after)
        tasks = await stack.enter_async_context(asyncio.TaskGroup())
        listening = tasks.create_task(opened.listen())
        stack.callback(listening.cancel)
        await opened.until(lambda: opened.events("hello"))
        yield opened


@dataclass(frozen=True, kw_only=True)
class Run:
    url: str
    process: Process
    said: list[str]


@asynccontextmanager
async def running(home: Path, *options: str, port: int = 0) -> AsyncIterator[Run]:
    """`crossroads playground`, ready; at the end of the block it is told to end, and ends well."""
    port = port or free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.fakes.patient"),
        "playground",
        "--port",
        str(port),
        *options,
        cwd=home,
        env=environment(home, PYTHONPATH=str(ROOT)),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        async with asyncio.timeout(READY):
            said = [(await process.stdout.readline()).decode() for _ in range(2)]
        yield Run(url=f"http://127.0.0.1:{port}", process=process, said=said)
    finally:
        if process.returncode is None:
            process.terminate()
        try:
            async with asyncio.timeout(END):
                await process.wait()
        finally:
            if process.returncode is None:
                process.kill()
    assert process.returncode in {0, -9}
