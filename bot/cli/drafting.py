"""`crossroads draft`: a brief and its files in, a graph with its picture and report out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.cli import frame
from bot.cli.frame import Folder, Outcome
from bot.cli.given import file, prepare, text
from bot.cli.output import as_json, default_directory
from bot.cli.progress import DRAFTING
from bot.cli.screen import show
from bot.providers import ProviderName
from core.documents.model import File
from core.pipeline.brief import checked
from core.pipeline.draft import draft
from core.pipeline.events import Done, Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for on the command line."""

    brief: str
    files: tuple[Path, ...]
    directory: Path | None
    as_json: bool
    provider: ProviderName
    dark: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A request that was looked at: its brief, its files and, if any, its folder can be used."""

    brief: str
    files: tuple[File, ...]
    folder: Folder
    provider: ProviderName


def run(request: Request) -> int:
    """Draft, print, write; return the exit code."""

    def shown(outcome: Outcome[Draft]) -> None:
        if request.as_json:
            print(as_json(outcome.result))  # noqa: T201  the object that was asked for
        else:
            show(outcome.result, outcome.paths)

    return frame.run(lambda: _draft(_looked_at(request)), shown)


def _looked_at(request: Request) -> Job:
    brief = checked(text(request.brief), files=len(request.files))
    files = tuple(dict.fromkeys(map(file, request.files)))  # a file given twice is one source
    directory = request.directory or (None if request.as_json else default_directory())
    if directory is not None:
        prepare(directory)
    folder = Folder(directory=directory, dark=request.dark)
    return Job(brief=brief, files=files, folder=folder, provider=request.provider)


async def _draft(job: Job) -> Outcome[Draft]:
    async with frame.serviced(job.provider) as services:
        tools = services.tools
        events = draft(job.brief, job.files, tools=tools)
        done = await frame.followed(events, Done, work=DRAFTING, clock=tools.clock, files=len(job.files))
        return await frame.kept(done.draft, done.draft, job.folder, services)
