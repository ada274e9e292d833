"""Files as they come out of Slack: shared in a local one, or served by a server that does as told."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

from aiohttp import ClientSession, DummyCookieJar, web

from bot.playground.slack.people.person import Person
from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import Channel
from core.errors import FileRefused
from handlers.files.fetching import Fetched, SlackFiles
from handlers.requests.model import SlackFile
from handlers.requests.reading import request_of
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.unit.playground.scene import Scene, served

TOKEN = "xoxb-told"  # noqa: S105  of a server that keeps no secret


class Fetching:
    """SlackFiles at an address, with what it waited for and what it told."""

    def __init__(self, session: ClientSession, api_url: str, folder: Path) -> None:
        self.clock = JumpingClock()
        self.facts = Facts()
        self.folder = folder
        self.files = SlackFiles(
            session=session,
            api_url=api_url,
            clock=self.clock,
            random=Random(1),
            folder=folder,
            emit=self.facts,
        )

    async def contents(self, files: Sequence[SlackFile], token: str = TOKEN) -> list[bytes | FileRefused]:
        """What came of each file, looked at while it is there."""
        async with self.files.fetch(files, token=token) as fetched:
            return [_content(fetched, place) for place in range(len(files))]

    async def refusal(self, file: SlackFile, token: str = TOKEN) -> FileRefused:
        [outcome] = await self.contents([file], token)
        assert isinstance(outcome, FileRefused), outcome
        assert self.left() == []
        return outcome

    def left(self) -> list[Path]:
        """The folders that are there."""
        return list(self.folder.iterdir())


def _content(fetched: Fetched, place: int) -> bytes | FileRefused:
    file = fetched.files[place]
    refused = fetched.refused.get(file.path)
    return refused or file.path.read_bytes()


@asynccontextmanager
async def fetching(api_url: str, folder: Path) -> AsyncIterator[Fetching]:
    async with ClientSession(cookie_jar=DummyCookieJar()) as session:
        yield Fetching(session, api_url, folder)


async def shared(
    world: Scene, *uploads: Upload, by: Person | None = None, channel: Channel | None = None
) -> tuple[SlackFile, ...]:
    """The files of a mention, as the event describes them to the bot."""
    async with served(web.Application()) as address:
        world.slack.deliver_to(address)
        await (by or world.ann).mentions_bot(channel or world.channel, "should we?", files=list(uploads))
        await world.slack.until(lambda: bool(world.slack.courier.events("app_mention")))
        await world.slack.settled()
        world.slack.deliver_to("")
    request = request_of(world.slack.courier.events("app_mention")[-1].payload, bot=world.bot)
    assert request is not None
    return request.files


Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def answering(answer: Answer) -> AsyncIterator[str]:
    """The base of a Web API whose every address gives this answer."""
    application = web.Application()
    application.router.add_route("*", "/{rest:.*}", answer)
    async with served(application, path="/api/") as address:
        yield address


def at(api_url: str, name: str = "costs.csv", *, size: int = 0) -> SlackFile:
    """A file that is said to be on that server."""
    url = api_url.replace("/api/", f"/files-pri/T1-F1/{name}")
    return SlackFile(id="F1", name=name, url=url, size=size)
