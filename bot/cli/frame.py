"""The frame of a run: what is begun is followed to its end, kept and shown, and every end is an exit code."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeAlias, TypeVar

from bot import logs, settings, wiring
from bot.cli import EXIT_INPUT, EXIT_PROVIDER, EXIT_STOPPED
from bot.cli.given import Unusable, level, say, unwritable
from bot.cli.output import Files
from bot.cli.progress import Progress, Work
from bot.providers import ProviderName
from core.clock import Clock
from core.errors import CrossroadsError, ModelError, PictureFailed
from core.graph.model import Graph
from core.pipeline.events import Draft, Event
from core.pipeline.work import Tools
from handlers.errors import explain

STOPPED = "Stopped. Nothing was written."

Result = TypeVar("Result")
Last = TypeVar("Last", bound=Event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Where the files of a run go, if anywhere, and how its pictures are drawn."""

    directory: Path | None
    dark: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[Result]):
    """What a run made, the files it left behind, and what kept others from being written."""

    result: Result
    paths: tuple[Path, ...] = ()
    problem: str = ""
    code: int = 0


Begun: TypeAlias = Coroutine[Any, Any, Outcome[Result]]


def run(
    begin: Callable[[], Begun[Result]],
    show: Callable[[Outcome[Result]], None],
    *,
    stopped: str = STOPPED,
) -> int:
    """Look at what is given, do it, show it; return the exit code.

    `begin` looks before any loop runs: what waits there for a person or a disk can be stopped with Ctrl-C.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character still gets the rest
    try:
        outcome = asyncio.run(begin())
    except KeyboardInterrupt:
        return say(stopped, EXIT_STOPPED)
    except Unusable as unusable:
        return say(str(unusable), EXIT_INPUT)
    except ModelError as error:
        return say(f"{explain(error)} Without a model: add --provider template.", EXIT_PROVIDER)
    except CrossroadsError as error:
        return say(str(explain(error)), EXIT_INPUT)
    show(outcome)
    return say(outcome.problem, outcome.code) if outcome.problem else 0


@asynccontextmanager
async def serviced(provider: ProviderName) -> AsyncIterator[wiring.Services]:
    """The services of one run, as the settings have them."""
    configured = settings.load()
    emit = logs.configure(level(configured), configured.log_format)
    async with wiring.build(configured, emit=emit, provider=provider) as services:
        yield services


def keeping_risks(tools: Tools, graph: Graph) -> Tools:
    """Risks and factors stay where a saved graph has some: whoever drafted it had switched them on."""
    return replace(tools, risks=tools.risks or graph.has_risks)


async def followed(
    events: AsyncGenerator[Event], last: type[Last], *, work: Work, clock: Clock, files: int = 0
) -> Last:
    """The event that ends the work, with the stages before it shown live."""
    with Progress(files=files, clock=clock, work=work) as progress:
        async with aclosing(events):
            async for event in events:
                progress.take(event)
                if isinstance(event, last):
                    return event
    raise AssertionError(f"the work ends with {last.__name__} or an error")


async def kept(
    result: Result, draft: Draft, folder: Folder, services: wiring.Services, *, previous: Graph | None = None
) -> Outcome[Result]:
    """The outcome of a draft, or of a revision of the graph before, with its files written."""
    if folder.directory is None:
        return Outcome(result=result)
    try:
        files = Files(folder.directory, services.painter, dark=folder.dark)
        paths = await files.write(draft, previous=previous)
    except OSError as error:
        where = Path(error.filename or folder.directory)
        return Outcome(result=result, problem=unwritable(where, error), code=EXIT_INPUT)
    pictured = any(path.suffix == ".png" for path in paths)
    return Outcome(result=result, paths=paths, problem="" if pictured else str(explain(PictureFailed(""))))
