"""`crossroads refine`: a saved graph and what to change in, the revised graph with its changes out."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path

from bot import logs, settings, wiring
from bot.cli import EXIT_INPUT, EXIT_PROVIDER, EXIT_STOPPED
from bot.cli.given import Unusable, file, level, prepare, say, unwritable
from bot.cli.output import Files, default_directory, revision_as_json
from bot.cli.progress import REVISING, Progress
from bot.cli.saved import saved_bytes
from bot.cli.screen import show_revision
from bot.cli.sources import basis
from bot.providers import ProviderName
from core.documents.model import File
from core.errors import CrossroadsError, ModelError, PictureFailed
from core.graph.serial import from_bytes
from core.pipeline.events import Revised
from core.pipeline.revise import Basis, checked_instructions, revise
from handlers.errors import explain


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
    directory: Path | None
    provider: ProviderName
    dark: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A finished revision, the files it left behind, and what kept others from being written."""

    revised: Revised
    paths: tuple[Path, ...] = ()
    problem: str = ""
    code: int = 0


def run(request: Request) -> int:
    """Revise, print, write; return the exit code."""
    try:
        outcome = asyncio.run(_refine(_looked_at(request)))
    except KeyboardInterrupt:
        return say("Stopped. Nothing was written.", EXIT_STOPPED)
    except Unusable as unusable:
        return say(str(unusable), EXIT_INPUT)
    except ModelError as error:
        return say(f"{explain(error)} Without a model: add --provider template.", EXIT_PROVIDER)
    except CrossroadsError as error:
        return say(str(explain(error)), EXIT_INPUT)
    if request.as_json:
        print(revision_as_json(outcome.revised))  # noqa: T201  the object that was asked for
    else:
        show_revision(outcome.revised, outcome.paths)
    return say(outcome.problem, outcome.code) if outcome.problem else 0


def _looked_at(request: Request) -> Job:
    """The job, before any loop runs: what waits here for a person or a disk can be stopped with Ctrl-C."""
    instructions = checked_instructions(request.instructions, files=len(request.files))
    files = tuple(dict.fromkeys(map(file, request.files)))  # a file given twice is one source
    data = saved_bytes(request.graph)
    directory = request.directory or (None if request.as_json else default_directory())
    job = Job(
        basis=basis(from_bytes(data), request.graph, data),
        instructions=instructions,
        files=files,
        directory=directory,
        provider=request.provider,
        dark=request.dark,
    )
    if directory is not None:
        prepare(directory)
    return job


async def _refine(job: Job) -> Outcome:
    configured = settings.load()
    emit = logs.configure(level(configured), configured.log_format)
    async with wiring.build(configured, emit=emit, provider=job.provider) as services:
        revised = await _follow(job, services)
        if job.directory is None or not revised.is_new:
            return Outcome(revised=revised)
        try:
            files = Files(job.directory, services.painter, dark=job.dark)
            paths = await files.write(revised.draft, previous=revised.previous)
        except OSError as error:
            where = Path(error.filename or job.directory)
            return Outcome(revised=revised, problem=unwritable(where, error), code=EXIT_INPUT)
    pictured = any(path.suffix == ".png" for path in paths)
    return Outcome(revised=revised, paths=paths, problem="" if pictured else str(explain(PictureFailed(""))))


async def _follow(job: Job, services: wiring.Services) -> Revised:
    """Risks and factors stay where the saved graph has some: whoever drafted it had switched them on."""
    has_risks = job.basis.graph.has_risks
    tools = replace(services.tools, risks=services.tools.risks or has_risks)
    with Progress(files=len(job.files), clock=tools.clock, work=REVISING) as progress:
        async with aclosing(revise(job.instructions, job.files, basis=job.basis, tools=tools)) as events:
            async for event in events:
                progress.take(event)
                if isinstance(event, Revised):
                    return event
    raise AssertionError("a revision ends with Revised or an error")
