"""`crossroads critique` and `crossroads options`: a saved graph in, what to look at or to add out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from rich.console import Console

from bot import logs, settings, wiring
from bot.cli import EXIT_INPUT, EXIT_PROVIDER, EXIT_STOPPED
from bot.cli.found import critique_as_json, options_as_json, show_critique, show_options
from bot.cli.given import Unusable, level, say
from bot.cli.progress import CRITIQUING, SUGGESTING, Progress, Work
from bot.cli.saved import saved_bytes
from bot.cli.sources import basis
from bot.providers import ProviderName
from core.errors import CrossroadsError, ModelError
from core.graph.model import Graph
from core.graph.serial import from_bytes
from core.pipeline.critique import critique
from core.pipeline.events import Critiqued, Event, Suggested
from core.pipeline.options import suggest
from core.pipeline.revise import Basis
from core.pipeline.work import Tools
from handlers.errors import explain

Last = TypeVar("Last", Critiqued, Suggested)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for on the command line."""

    graph: str
    as_json: bool
    provider: ProviderName


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way(Generic[Last]):
    """How one of the two is done and shown."""

    begin: Callable[[Basis, Tools], AsyncGenerator[Event]]
    last: type[Last]
    work: Work
    show: Callable[[Graph, Last, Console], None]
    as_json: Callable[[Graph, Last], str]


_CRITIQUE = _Way(
    begin=lambda start, tools: critique(basis=start, tools=tools),
    last=Critiqued,
    work=CRITIQUING,
    show=show_critique,
    as_json=critique_as_json,
)
_OPTIONS = _Way(
    begin=lambda start, tools: suggest(basis=start, tools=tools),
    last=Suggested,
    work=SUGGESTING,
    show=show_options,
    as_json=options_as_json,
)


def run_critique(request: Request) -> int:
    """Say what to look at; return the exit code."""
    return _run(request, _CRITIQUE)


def run_options(request: Request) -> int:
    """Suggest options; return the exit code."""
    return _run(request, _OPTIONS)


def _run(request: Request, way: _Way[Last]) -> int:
    try:
        data = saved_bytes(request.graph)
        start = basis(from_bytes(data), request.graph, data)
        found = asyncio.run(_answered(start, request.provider, way))
    except KeyboardInterrupt:
        return say("Stopped.", EXIT_STOPPED)
    except Unusable as unusable:
        return say(str(unusable), EXIT_INPUT)
    except ModelError as error:
        return say(f"{explain(error)} Without a model: add --provider template.", EXIT_PROVIDER)
    except CrossroadsError as error:
        return say(str(explain(error)), EXIT_INPUT)
    if request.as_json:
        print(way.as_json(start.graph, found))  # noqa: T201  the object that was asked for
    else:
        way.show(start.graph, found, Console(highlight=False))
    return 0


async def _answered(start: Basis, provider: ProviderName, way: _Way[Last]) -> Last:
    """Risks and factors stay where the saved graph has some: whoever drafted it had switched them on."""
    configured = settings.load()
    emit = logs.configure(level(configured), configured.log_format)
    has_risks = start.graph.has_risks
    async with wiring.build(configured, emit=emit, provider=provider) as services:
        tools = replace(services.tools, risks=services.tools.risks or has_risks)
        with Progress(files=0, clock=tools.clock, work=way.work) as progress:
            async with aclosing(way.begin(start, tools)) as events:
                async for event in events:
                    progress.take(event)
                    if isinstance(event, way.last):
                        return event
    raise AssertionError("the pipeline ends with its last event or an error")
