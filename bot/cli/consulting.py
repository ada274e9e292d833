"""`crossroads critique` and `crossroads options`: a saved graph in, what to look at or to add out."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from rich.console import Console

from bot.cli import frame
from bot.cli.found import critique_as_json, options_as_json, show_critique, show_options
from bot.cli.frame import Outcome
from bot.cli.progress import CRITIQUING, SUGGESTING, Work
from bot.cli.saved import saved_bytes
from bot.cli.sources import basis
from bot.providers import ProviderName
from core.graph.model import Graph
from core.graph.serial import from_bytes
from core.pipeline.critique import critique
from core.pipeline.events import Critiqued, Event, Suggested
from core.pipeline.options import suggest
from core.pipeline.revise import Basis
from core.pipeline.work import Tools

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
    def shown(outcome: Outcome[tuple[Graph, Last]]) -> None:
        graph, found = outcome.result
        if request.as_json:
            print(way.as_json(graph, found))  # noqa: T201  the object that was asked for
        else:
            way.show(graph, found, Console(highlight=False))

    return frame.run(lambda: _answered(_looked_at(request), request.provider, way), shown, stopped="Stopped.")


def _looked_at(request: Request) -> Basis:
    data = saved_bytes(request.graph)
    return basis(from_bytes(data), request.graph, data)


async def _answered(start: Basis, provider: ProviderName, way: _Way[Last]) -> Outcome[tuple[Graph, Last]]:
    async with frame.serviced(provider) as services:
        tools = frame.keeping_risks(services.tools, start.graph)
        found = await frame.followed(way.begin(start, tools), way.last, work=way.work, clock=tools.clock)
    return Outcome(result=(start.graph, found))
