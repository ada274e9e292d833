"""Briefs with files to begin with, each posted with one click."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bot.playground.page.asking import Asking, Body, Wrong, read
from bot.playground.page.marks import Marks
from bot.playground.page.presenting import Presenter
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import Json
from bot.playground.slack.uploads import type_of

FOLDER = Path(__file__).parents[3] / "examples"  # beside the packages, in the repository
BRIEF = "brief.txt"  # the file that makes a folder an example


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A brief, and the paths of the files beside it."""

    id: str
    brief: str
    files: tuple[Path, ...]

    @property
    def title(self) -> str:
        """What people see: the name of its folder, in words."""
        return self.id.replace("-", " ").capitalize()

    @property
    def shown(self) -> Json:
        """It, as the page shows it."""
        files = [
            {"name": file.name, "size": file.stat().st_size, "filetype": type_of(file.name)[1]}
            for file in self.files
        ]
        return {"id": self.id, "title": self.title, "brief": self.brief, "files": files}


def examples(folder: Path = FOLDER) -> list[Example]:
    """Every example, by name; none where the program was installed without the repository."""
    return list(_examples(folder))


def _examples(folder: Path) -> Iterator[Example]:
    for brief in sorted(folder.glob(f"*/{BRIEF}")):
        files = sorted(file for file in brief.parent.iterdir() if file.is_file() and file != brief)
        text = brief.read_text(encoding="utf-8").strip()
        yield Example(id=brief.parent.name, brief=text, files=tuple(files))


class Where(Body):
    """The channel to post an example in; with none, the direct conversation with the bot."""

    channel: str = ""


class Examples:
    """Serves those routes."""

    def __init__(self, slack: LocalSlack, asking: Asking, marks: Marks) -> None:
        self._slack = slack
        self._asking = asking
        self._marks = marks

    def routes(self) -> list[web.RouteDef]:
        """Its routes."""
        return [web.get("/page/api/examples", self.list), web.post("/page/api/examples/{id}", self.post)]

    async def list(self, _: web.Request) -> web.Response:
        """All examples."""
        found = await asyncio.to_thread(lambda: [example.shown for example in examples()])
        return web.json_response({"examples": found})

    async def post(self, request: web.Request) -> web.Response:
        """Post one as a person."""
        person, asked = self._asking.person(request), await read(request, Where)
        uploads, brief = await asyncio.to_thread(_brought, request.match_info["id"])
        if asked.channel:
            channel = self._asking.channel(person, asked.channel)
            message = await person.mentions_bot(channel, brief, files=uploads)
        else:
            message = await person.tells_bot(brief, files=uploads)
        shown = Presenter(self._slack.world, self._marks, person.user).message(message)
        return web.json_response({"message": shown})


def _brought(name: str) -> tuple[list[Upload], str]:
    example = next((example for example in examples() if example.id == name), None)
    if example is None:
        raise Wrong(404, "There is no such example.")
    return [Upload(name=file.name, content=file.read_bytes()) for file in example.files], example.brief
