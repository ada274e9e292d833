"""A finished draft on the terminal: comparison, reading, links with their sources, questions, files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.cli.output import notes
from core.graph.model import Graph, Provenance
from core.graph.wording import consequence_table, reading
from core.pipeline.events import Draft
from handlers.errors import provider_name

GOOD, BAD = "blue", "dark_orange"


def show(draft: Draft, paths: Sequence[Path], console: Console | None = None) -> None:
    """Print the draft; every text is printed as it is, never read as markup."""
    console = console or Console(highlight=False)
    graph = draft.assessment.graph
    console.print()
    console.print(Text(graph.title, style="bold"))
    for node in (*graph.of_kind("goal"), *graph.of_kind("decision")):
        console.print(Text.assemble((f"{node.kind.capitalize():<10}", "dim"), node.label))
    for part in (
        _comparison(draft),
        Text(reading(graph, draft.assessment.analysis)),
        _links(graph),
        _sources(graph),
        _list("Worth asking", [q.question for q in draft.assessment.questions]),
        _list("Still wrong", [issue.message for issue in draft.assessment.issues]),
        _list("Note", notes(draft)),
        _footer(draft, paths),
    ):
        if part is not None:
            console.print()
            console.print(part)


def _comparison(draft: Draft) -> RenderableType:
    found = consequence_table(draft.assessment.graph, draft.assessment.analysis)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("")
    table.add_column("Option")
    for column in found.columns:
        table.add_column(Text(column), justify="center")
    for row in found.rows:
        table.add_row(row.letter, Text(row.label), *(Text(cell) for cell in row.cells))
    return table


def _links(graph: Graph) -> RenderableType:
    labels = {node.id: node.label for node in graph.nodes}
    numbers = _numbered(graph)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in ("Link", "How sure", "How strong", "Source"):
        table.add_column(heading)
    for edge in graph.edges:
        if edge.belief is None or edge.weight is None:
            continue
        way = "raises" if edge.weight >= 0 else "lowers"
        ends = labels.get(edge.src, edge.src), labels.get(edge.dst, edge.dst)
        link = Text.assemble(ends[0], (f" {way} ", "dim"), ends[1])
        source = f"[{numbers[edge.provenance]}]" if edge.provenance in numbers else "hypothesis"
        table.add_row(link, f"{round(edge.belief * 100)} %", _strength(edge.weight), source)
    return table


def _strength(weight: float) -> str:
    size = abs(weight)
    return "strong" if size >= 0.6 else "medium" if size >= 0.3 else "weak"  # noqa: PLR2004  thirds, in words


def _numbered(graph: Graph) -> dict[Provenance | None, int]:
    cited = (e.provenance for e in graph.edges if e.provenance and not e.provenance.is_hypothesis)
    return {provenance: i for i, provenance in enumerate(dict.fromkeys(cited), start=1)}


def _sources(graph: Graph) -> RenderableType | None:
    lines = []
    for provenance, number in _numbered(graph).items():
        if provenance is not None:
            place = f"{provenance.source}, {provenance.location}"
            lines.append(Text.assemble((f"[{number}] ", "dim"), place, f" “{provenance.quote}”"))
    return _titled("Sources", lines) if lines else None


def _list(title: str, sentences: Sequence[str]) -> RenderableType | None:
    return _titled(title, [Text(sentence) for sentence in sentences]) if sentences else None


def _titled(title: str, lines: Sequence[Text]) -> RenderableType:
    return Group(Text(title, style="dim"), *(Padding(line, (0, 0, 0, 2)) for line in lines))


def _footer(draft: Draft, paths: Sequence[Path]) -> RenderableType:
    meta = draft.assessment.graph.meta
    who = "without a model" if meta.source == "template" else f"by {provider_name(meta.source)}, {meta.model}"
    files = sum(note.status != "refused" for note in draft.files)
    beside = "" if not files else " and 1 file" if files == 1 else f" and {files} files"
    said = [f"Drafted {who} in {draft.elapsed:.1f} s from your brief{beside}."]
    said += [f"{provider_name(name)} was tried first: {reason}." for name, reason in draft.skipped]
    cost = _cost(draft)
    if cost:
        said.append(cost)
    lines = [Text(" ".join(said), style="dim")]
    lines += [Text(str(path)) for path in paths]
    return Group(*lines)


def _cost(draft: Draft) -> str:
    billed = [usage for usage in draft.usage if usage.provider != "template"]
    if not billed:
        return ""
    tokens = sum(u.input + u.cache_read + u.cache_write_5m + u.cache_write_1h + u.output for u in billed)
    if any(usage.cost is None for usage in billed):
        return f"{tokens:,} tokens, unpriced."
    return f"{tokens:,} tokens, ${sum(usage.cost or 0 for usage in billed):.4f}."
