"""`crossroads draft`: a brief and its files in, a graph with its picture and report out."""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

from bot import logs, settings, wiring
from bot.cli import EXIT_INPUT, EXIT_PROVIDER, EXIT_STOPPED
from bot.cli.output import Files, as_json, default_directory
from bot.cli.progress import Progress
from bot.cli.screen import show
from bot.providers import ProviderName
from core.documents.model import File
from core.errors import CrossroadsError, ModelError
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


class Unusable(Exception):
    """Something given on the command line cannot be used; its text says what to change."""


def run(request: Request) -> int:
    """Draft, print, write; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character still gets the rest
    try:
        asyncio.run(_draft(request))
    except KeyboardInterrupt:
        return _say("Stopped. Nothing was written.", EXIT_STOPPED)
    except Unusable as unusable:
        return _say(str(unusable), EXIT_INPUT)
    except ModelError as error:
        return _say(f"{explain(error)} Without a model: add --provider template.", EXIT_PROVIDER)
    except CrossroadsError as error:
        return _say(str(explain(error)), EXIT_INPUT)
    return 0


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201  this is a command line
    return code


async def _draft(request: Request) -> None:
    brief = checked(_brief(request.brief), files=len(request.files))
    files = [_file(path) for path in request.files]
    directory = request.directory or (None if request.as_json else default_directory())
    if directory is not None:
        _prepare(directory)
    configured = settings.load()
    emit = logs.configure(_level(configured), configured.log_format)
    async with wiring.build(configured, emit=emit, provider=request.provider) as services:
        result = await _follow(brief, files, services)
        paths: tuple[Path, ...] = ()
        if directory is not None:
            paths = await Files(directory, services.painter, dark=request.dark).write(result)
    if request.as_json:
        print(as_json(result))  # noqa: T201  the object that was asked for
    else:
        show(result, paths)


async def _follow(brief: str, files: list[File], services: wiring.Services) -> Draft:
    with Progress(files=len(files), clock=services.tools.clock) as progress:
        async with aclosing(draft(brief, files, tools=services.tools)) as events:
            async for event in events:
                progress.take(event)
                if isinstance(event, Done):
                    return event.draft
    raise AssertionError("a draft ends with Done or an error")


def _level(configured: settings.Settings) -> str:
    """Warnings only, unless somebody asked for more: the stages already say what goes on."""
    return configured.log_level if "log_level" in configured.model_fields_set else "WARNING"


def _brief(given: str) -> str:
    if given != "-":
        return given
    return sys.stdin.buffer.read(1_000_000).decode("utf-8", errors="replace")


def _file(path: Path) -> File:
    if not path.exists():
        raise Unusable(f"There is no file {path}. Check the path given with -f.")
    if not path.is_file():
        raise Unusable(f"{path} is not a file. Give each file its own -f.")
    try:
        with path.open("rb"):
            pass
    except OSError as error:
        raise Unusable(f"{path} cannot be opened: {_reason(error)}. Check who may read it.") from error
    return File(name=path.name, path=path.resolve())


def _prepare(directory: Path) -> None:
    try:
        directory.mkdir(parents=True, exist_ok=True)
        probe = directory / ".crossroads"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise Unusable(
            f"Nothing can be written to {directory}: {_reason(error)}. Name another folder with -o."
        ) from error


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
