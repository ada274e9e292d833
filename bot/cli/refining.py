"""`crossroads refine`: a saved graph and what to change in, the revised graph with its changes out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.cli import frame
from bot.cli.frame import Folder, Outcome
from bot.cli.given import file, prepare
from bot.cli.output import default_directory, revision_as_json
from bot.cli.progress import REVISING
from bot.cli.saved import saved_bytes
from bot.cli.screen import show_revision
from bot.cli.sources import basis
from bot.providers import ProviderName
from core.documents.model import File
from core.graph.serial import from_bytes
from core.pipeline.events import Revised
from core.pipeline.revise import Basis, checked_instructions, revise


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for on the command line."""

    graph: str
    instructions: tuple[str, ...]
    files: tuple[Path, ...]
    directory: Path | None
    as_json: bool
    provider: ProviderName
    dark: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A request that was looked at."""

    basis: Basis
    instructions: tuple[str, ...]
    files: tuple[File, ...]
    folder: Folder
    provider: ProviderName


def run(request: Request) -> int:
    """Revise, print, write; return the exit code."""

    def shown(outcome: Outcome[Revised]) -> None:
        if request.as_json:
            print(revision_as_json(outcome.result))  # noqa: T201  the object that was asked for
        else:
            show_revision(outcome.result, outcome.paths)

    return frame.run(lambda: _refine(_looked_at(request)), shown)


def _looked_at(request: Request) -> Job:
    instructions = checked_instructions(request.instructions, files=len(request.files))
    files = tuple(dict.fromkeys(map(file, request.files)))  # a file given twice is one source
    data = saved_bytes(request.graph)
    directory = request.directory or (None if request.as_json else default_directory())
    job = Job(
        basis=basis(from_bytes(data), request.graph, data),
        instructions=instructions,
        files=files,
        folder=Folder(directory=directory, dark=request.dark),
        provider=request.provider,
    )
    if directory is not None:
        prepare(directory)
    return job


async def _refine(job: Job) -> Outcome[Revised]:
    async with frame.serviced(job.provider) as services:
        tools = frame.keeping_risks(services.tools, job.basis.graph)
        events = revise(job.instructions, job.files, basis=job.basis, tools=tools)
        revised = await frame.followed(
            events, Revised, work=REVISING, clock=tools.clock, files=len(job.files)
        )
        if not revised.is_new:
            return Outcome(result=revised)
        return await frame.kept(revised, revised.draft, job.folder, services, previous=revised.previous)
