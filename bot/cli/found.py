"""A critique or suggested options, as text on the terminal or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.cli.output import INDENT, spent
from core.graph import edits
from core.graph.critique import Finding, Severity
from core.graph.labels import label_of, linked, named
from core.graph.model import Graph
from core.graph.order import place
from core.graph.suggestions import Suggestion
from core.pipeline.events import Consultation, Critiqued, Suggested
from handlers.errors import provider_name

_TITLES = {
    Severity.BLOCKER: "In the way of deciding",
    Severity.IMPROVEMENT: "Would make it better",
    Severity.OBSERVATION: "Worth a thought",
}
_NO_FINDING = "Nothing to look at was found."
_NO_OPTION = "No further option comes to mind that the graph does not have."
_FULL = "The graph has no room for it: drop an option or an outcome first."


def show_critique(graph: Graph, found: Critiqued, console: Console) -> None:
    """Print the findings by how much they matter, each with its place and what would mend it."""
    _print(console, _critique(graph, found))


def show_options(graph: Graph, found: Suggested, console: Console) -> None:
    """Print the options, each with what speaks for it, against it, and what to find out."""
    del graph
    _print(console, _options(found))


def critique_as_json(graph: Graph, found: Critiqued) -> str:
    """The object that `critique --json` prints."""
    del graph
    return _text({"findings": [_finding(each) for each in found.findings], **_asked(found.asked)})


def options_as_json(graph: Graph, found: Suggested) -> str:
    """The object that `options --json` prints."""
    del graph
    return _text({"options": [_option(each) for each in found.suggestions], **_asked(found.asked)})


def _critique(graph: Graph, found: Critiqued) -> Iterator[RenderableType]:
    names = _names(graph)
    for severity in Severity:
        for number, each in enumerate(each for each in found.findings if each.severity is severity):
            if not number:
                yield Text()
                yield Text(_TITLES[severity], style="bold")
            yield Padding(Text(each.text), (0, 0, 0, 2))
            if at := ", ".join(names.get(place_, place_) for place_ in each.at):
                yield Padding(Text(f"At {at}", style="dim"), (0, 0, 0, 4))
            if each.fix:
                yield Padding(Text(f"Fix: {each.fix.says}", style="dim"), (0, 0, 0, 4))
    if not found.findings:
        yield Text()
        yield Text(_NO_FINDING)
    yield from _footer("Looked over", found.asked)


def _options(found: Suggested) -> Iterator[RenderableType]:
    for each in found.suggestions:
        yield Text()
        yield Text(each.title, style="bold")
        yield _points(("For", each.pros), ("Against", each.cons), ("Find out", each.evidence))
        if not each.edits:
            yield Padding(Text(_FULL, style="dim"), (0, 0, 0, 2))
    if not found.suggestions:
        yield Text()
        yield Text(_NO_OPTION)
    yield from _footer("Suggested", found.asked)


def _points(*rows: tuple[str, Sequence[str]]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    for title, said in rows:
        for number, point in enumerate(said):
            table.add_row(Text("" if number else title, style="dim"), Text(point))
    return Padding(table, (0, 0, 0, 2))


def _footer(done: str, asked: Consultation) -> Iterator[RenderableType]:
    who = (
        "without a model"
        if asked.provider == "template"
        else f"by {provider_name(asked.provider)}, {asked.model}"
    )
    said = [f"{done} {who} in {asked.elapsed:.1f} s."]
    said += [f"{provider_name(name)} was tried first: {reason}." for name, reason in asked.skipped]
    yield Text()
    yield Text(" ".join(said), style="dim")


def _names(graph: Graph) -> dict[str, str]:
    """Nodes and links, by how findings name them, as a sentence does."""
    labels = {node.id: label_of(node) for node in graph.nodes}
    links = {
        place(*edge.key): linked(labels.get(edge.src, edge.src), labels.get(edge.dst, edge.dst))
        for edge in graph.edges
    }
    return {**{node.id: named(node) for node in graph.nodes}, **links}


def _print(console: Console, lines: Iterator[RenderableType]) -> None:
    for line in lines:
        console.print(line)


def _finding(found: Finding) -> dict[str, Any]:
    fix = found.fix and {"says": found.fix.says, "edits": _edits(found.fix.edits)}
    return {"severity": found.severity.value, "at": list(found.at), "text": found.text, "fix": fix}


def _option(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "title": suggestion.title,
        "pros": list(suggestion.pros),
        "cons": list(suggestion.cons),
        "evidence": list(suggestion.evidence),
        "edits": _edits(suggestion.edits),
    }


def _edits(made: Sequence[edits.Edit]) -> Any:  # noqa: ANN401  JSON
    return json.loads(edits.dumps(made))


def _asked(asked: Consultation) -> dict[str, Any]:
    return {
        "provider": asked.provider,
        "model": asked.model,
        "usage": spent(asked.usage),
        "skipped": [{"provider": name, "reason": reason} for name, reason in asked.skipped],
        "elapsed_ms": round(asked.elapsed * 1000),
    }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=INDENT)
