"""`crossroads export`: a saved graph in, a report, a picture or a file for another program out."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.cli import EXIT_INPUT, EXIT_STOPPED
from bot.cli.given import Unusable, say
from bot.cli.saved import saved_graph
from core.errors import CrossroadsError
from core.export import Format, exported
from core.graph.model import Graph
from core.graph.repair import Repair
from core.llm.template.detection import detect
from core.picture.drawing import Painter
from core.pipeline.assess import assessed
from core.pipeline.events import Assessment
from handlers.errors import explain

_SUFFIXES = {form.suffix: form for form in Format}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for on the command line; `form` is the name of a format."""

    graph: str
    form: str | None
    output: Path | None
    dark: bool


def run(request: Request) -> int:
    """Read, export, write; return the exit code."""
    try:
        form = _form(request)
        found = _assessed(saved_graph(request.graph))
        content = asyncio.run(_exported(found, form, dark=request.dark))
        _write(content, request.output)
    except KeyboardInterrupt:
        return say("Stopped. Nothing was written.", EXIT_STOPPED)
    except Unusable as unusable:
        return say(str(unusable), EXIT_INPUT)
    except CrossroadsError as error:
        return say(str(explain(error)), EXIT_INPUT)
    return _mended(found.repairs)


def _form(request: Request) -> Format:
    form = _named_form(request)
    if form.is_picture and request.output is None and sys.stdout.isatty():
        raise Unusable(f"{form.title}: that is no text for a terminal. Name a file with -o.")
    return form


def _named_form(request: Request) -> Format:
    if request.form is not None:
        return Format(request.form)
    known = ", ".join(form.value for form in Format)
    if request.output is None:
        raise Unusable(f"Say in which format with --format: {known}.")
    suffix = request.output.suffix.lower()
    if suffix not in _SUFFIXES:
        raise Unusable(f"The name {request.output} tells no format. Say it with --format: {known}.")
    return _SUFFIXES[suffix]


def _assessed(graph: Graph) -> Assessment:
    """Risks and factors stay: whoever saved them had switched them on."""
    with_risks = graph.has_risks
    words = " ".join([graph.title, *(node.label for node in graph.nodes)])
    return assessed(graph, risks=with_risks, english=detect(words, fallback="other") == "en")


async def _exported(found: Assessment, form: Format, *, dark: bool) -> bytes:
    painter = Painter(threads=1)
    try:
        return await exported(found, form, painter=painter, on=datetime.now().astimezone().date(), dark=dark)
    finally:
        painter.close()


def _write(content: bytes, output: Path | None) -> None:
    try:
        if output is None:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:
            output.write_bytes(content)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        where = output or "standard output"
        raise Unusable(f"Nothing can be written to {where}: {reason}. Name another file with -o.") from error


def _mended(repairs: Sequence[Repair]) -> int:
    """A word on every change that the graph needed before it could be exported."""
    for repair in repairs:
        say(f"Mended first, at {repair.at}: {repair.why}.", 0)
    return 0
