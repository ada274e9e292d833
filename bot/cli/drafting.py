"""`crossroads draft`: a brief and its files in, a graph with its picture and report out."""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

from bot import logs, settings, wiring
from bot.cli import EXIT_INPUT, EXIT_PROVIDER, EXIT_STOPPED
from bot.cli.given import Unusable, file, level, prepare, say, text, unwritable
from bot.cli.output import Files, as_json, default_directory
from bot.cli.progress import Progress
from bot.cli.screen import show
from bot.providers import ProviderName
from core.documents.model import File
from core.errors import CrossroadsError, ModelError, PictureFailed
from core.pipeline.brief import checked
from core.pipeline.draft import draft
from core.pipeline.events import Done, Draft
from handlers.errors import explain


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
    directory: Path | None
    provider: ProviderName
    dark: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A finished draft, the files it left behind, and what kept others from being written."""

    draft: Draft
    paths: tuple[Path, ...] = ()
    problem: str = ""
    code: int = 0


def run(request: Request) -> int:
    """Draft, print, write; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character still gets the rest
    try:
        outcome = asyncio.run(_draft(_looked_at(request)))
    except KeyboardInterrupt:
        return say("Stopped. Nothing was written.", EXIT_STOPPED)
    except Unusable as unusable:
        return say(str(unusable), EXIT_INPUT)
    except ModelError as error:
        return say(f"{explain(error)} Without a model: add --provider template.", EXIT_PROVIDER)
    except CrossroadsError as error:
        return say(str(explain(error)), EXIT_INPUT)
    if request.as_json:
        print(as_json(outcome.draft))  # noqa: T201  the object that was asked for
    else:
        show(outcome.draft, outcome.paths)
    return say(outcome.problem, outcome.code) if outcome.problem else 0


def _looked_at(request: Request) -> Job:
    """The job, before any loop runs: what waits here for a person or a disk can be stopped with Ctrl-C."""
    brief = checked(text(request.brief), files=len(request.files))
    files = tuple(dict.fromkeys(map(file, request.files)))  # a file given twice is one source
    directory = request.directory or (None if request.as_json else default_directory())
    if directory is not None:
        prepare(directory)
    return Job(brief=brief, files=files, directory=directory, provider=request.provider, dark=request.dark)


async def _draft(job: Job) -> Outcome:
    configured = settings.load()
    emit = logs.configure(level(configured), configured.log_format)
    async with wiring.build(configured, emit=emit, provider=job.provider) as services:
        result = await _follow(job, services)
        if job.directory is None:
            return Outcome(draft=result)
        try:
            paths = await Files(job.directory, services.painter, dark=job.dark).write(result)
        except OSError as error:
            where = Path(error.filename or job.directory)
            return Outcome(draft=result, problem=unwritable(where, error), code=EXIT_INPUT)
    pictured = any(path.suffix == ".png" for path in paths)
    return Outcome(draft=result, paths=paths, problem="" if pictured else str(explain(PictureFailed(""))))


async def _follow(job: Job, services: wiring.Services) -> Draft:
    with Progress(files=len(job.files), clock=services.tools.clock) as progress:
        async with aclosing(draft(job.brief, job.files, tools=services.tools)) as events:
            async for event in events:
                progress.take(event)
                if isinstance(event, Done):
                    return event.draft
    raise AssertionError("a draft ends with Done or an error")
