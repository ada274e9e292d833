"""A finished draft or revision on the terminal: changes, comparison, links with sources, questions, files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.cli.output import notes
from core.graph.model import Provenance
from core.graph.phrases import how_strong, how_sure, rests_on
from core.graph.sources import REPLY_KIND
from core.graph.wording import consequence_table, reading
from core.picture.scene import Scene, scene
from core.pipeline.events import Draft, Revised
from handlers.errors import provider_name

_NAMED = {"sources.json": "Sources", "changes.png": "Changes", "changes.svg": "Changes"}
_CONTENTS = {".png": "Picture", ".svg": "Scalable", ".json": "Graph", ".md": "Report"}


def show(draft: Draft, paths: Sequence[Path], console: Console | None = None) -> None:
    """Print the draft; every text is printed as it is, never read as markup."""
    console = console or Console(highlight=False)
    graph = draft.assessment.graph
    arranged = scene(graph)
    console.print()
    console.print(Text(graph.title, style="bold"))
    for node in (*graph.of_kind("goal"), *graph.of_kind("decision")):
        console.print(Text.assemble((f"{node.kind.capitalize():<10}", "dim"), node.label))
    for part in (
        _comparison(draft),
        Text(reading(graph, draft.assessment.analysis)),
        _links(arranged),
        _sources(arranged),
        _list("Worth asking", [q.question for q in draft.assessment.questions]),
        _list("Still wrong", [issue.message for issue in draft.assessment.issues]),
        _list("Note", notes(draft)),
        _footer(draft, paths),
    ):
        if part is not None:
            console.print()
            console.print(part)


def show_revision(revised: Revised, paths: Sequence[Path], console: Console | None = None) -> None:
    """Print what changed and why, then the draft as it is now; or that nothing changed."""
    console = console or Console(highlight=False)
    lines = [
        Group(Text(line.text), Padding(Text(revised.reason(line), style="dim"), (0, 0, 0, 2)))
        for line in revised.lines
    ]
    parts = (
        _titled("Changes", lines) if lines else Text("Nothing changed."),
        _list("Not done", revised.undone),
        _list("Note", notes(revised.draft)) if not lines else None,
    )
    for part in parts:
        if part is not None:
            console.print()
            console.print(part)
    if revised.is_new:
        show(revised.draft, paths, console)


def _comparison(draft: Draft) -> RenderableType:
    """The options by letter, then outcomes by options: letters leave room for the outcomes' names."""
    found = consequence_table(draft.assessment.graph, draft.assessment.analysis)
    options = Group(*(Text.assemble((f"{row.letter:<10}", "dim"), row.label) for row in found.rows))
    table = _table("", *(row.letter for row in found.rows))
    for column in table.columns[1:]:
        column.justify = "center"
    for place, outcome in enumerate(found.columns):
        table.add_row(Text(outcome), *(Text(row.cells[place]) for row in found.rows))
    return Group(options, Text(), table)


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in headings:
        table.add_column(heading)
    return table


def _links(arranged: Scene) -> RenderableType:
    """Every causal link in the order of the picture, with the number that its source has there."""
    labels = {node.id: node.label for node in arranged.graph.nodes}
    numbers = {key: note.number for note in arranged.notes for key in note.links}
    table = _table("Link", "How sure", "Effect", "Source")
    for link in arranged.layout.links:
        edge = link.edge
        ends = f"{labels.get(edge.src, edge.src)} → {labels.get(edge.dst, edge.dst)}"
        number = Text(str(numbers.get(edge.key, "")), justify="right")
        table.add_row(Text(ends), how_sure(edge.belief), how_strong(edge.weight), number)
    return table


def _sources(arranged: Scene) -> RenderableType | None:
    lines = [
        Text.assemble(
            (f"{note.number:>2} ", "dim"),
            _origin(note.provenance),
            f" “{note.provenance.quote}”",
        )
        for note in arranged.notes
    ]
    return _titled("Sources", lines) if lines else None


def _origin(provenance: Provenance) -> str:
    return "Hypothesis" if provenance.is_hypothesis else rests_on(provenance)


def _list(title: str, sentences: Sequence[str]) -> RenderableType | None:
    return _titled(title, [Text(sentence) for sentence in sentences]) if sentences else None


def _titled(title: str, lines: Sequence[RenderableType]) -> RenderableType:
    return Group(Text(title, style="dim"), *(Padding(line, (0, 0, 0, 2)) for line in lines))


def _footer(draft: Draft, paths: Sequence[Path]) -> RenderableType:
    meta = draft.assessment.graph.meta
    who = "without a model" if meta.source == "template" else f"by {provider_name(meta.source)}, {meta.model}"
    files = sum(note.status != "refused" for note in draft.files)
    beside = "" if not files else " and 1 file" if files == 1 else f" and {files} files"
    said = [f"Drafted {who} in {draft.elapsed:.1f} s from your brief{beside}."]
    if any(document.kind == REPLY_KIND for document in draft.later):
        said = [f"Revised {who} in {draft.elapsed:.1f} s as you asked{beside.replace(' and', ', with')}."]
    said += [f"{provider_name(name)} was tried first: {reason}." for name, reason in draft.skipped]
    cost = _cost(draft)
    if cost:
        said.append(cost)
    lines = [Text(" ".join(said), style="dim")]
    lines += [Text.assemble((f"{_content(path):<10}", "dim"), str(path)) for path in paths]
    return Group(*lines)


def _content(path: Path) -> str:
    """What is in a file; one word."""
    return _NAMED.get(path.name) or _CONTENTS.get(path.suffix, "")


def _cost(draft: Draft) -> str:
    billed = [usage for usage in draft.usage if usage.provider != "template"]
    if not billed:
        return ""
    tokens = sum(u.input + u.cache_read + u.cache_write_5m + u.cache_write_1h + u.output for u in billed)
    if any(usage.cost is None for usage in billed):
        return f"{tokens:,} tokens, unpriced."
    return f"{tokens:,} tokens, ${sum(usage.cost or 0 for usage in billed):.4f}."
