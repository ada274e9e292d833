"""The decision as a Markdown report, to paste into a decision record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from core.graph.analysis import Analysis
from core.graph.export.evidence import Evidence, evidence_of
from core.graph.export.markdown import escaped
from core.graph.export.markdown import picture as picture_link
from core.graph.labels import label_of
from core.graph.letters import letters
from core.graph.links import joins_causally
from core.graph.model import Edge, Graph, Node, NodeKind, Violation
from core.graph.phrases import how_strong, how_sure
from core.graph.quality import Question
from core.graph.wording import ASSUMPTIONS, LEGEND, consequence_table, reading


def report(
    graph: Graph,
    analysis: Analysis,
    *,
    issues: Sequence[Violation],
    questions: Sequence[Question],
    notes: Sequence[str] = (),
    picture: str | None = None,
    on: date | None = None,
) -> str:
    """The report, ending in a newline. Sections with nothing in them are left out.

    `notes` are further lines, such as files that could not be read; `picture` is a path or an address; `on`
    is the day that the report bears. All text is escaped: none of it becomes markup.
    """
    evidence = evidence_of(graph)
    sections = (
        _head(graph, picture, on),
        _options(graph),
        _consequences(graph, analysis),
        _links(graph, evidence),
        _sources(evidence),
        _bullets("Hypotheses", evidence.guesses),
        _bullets("Open questions", [question.question for question in questions]),
        _bullets("Issues", [issue.message for issue in issues]),
        _bullets("Notes", notes),
        _foot(graph),
    )
    blocks = [block for section in sections for block in section]
    return "\n\n".join(blocks) + "\n"


def _head(graph: Graph, picture: str | None, on: date | None) -> Iterator[str]:
    yield f"# {escaped(graph.title) or 'Untitled decision'}"
    if on:
        yield f"**Date:** {on.isoformat()}"
    for kind in (NodeKind.GOAL, NodeKind.DECISION):
        for node in graph.of_kind(kind):
            yield f"**{kind.title()}:** {_described(node)}"
    if picture:
        yield picture_link(picture, f"Decision graph: {graph.title}")


def _options(graph: Graph) -> Iterator[str]:
    lettered = letters(graph)
    if graph.options:
        yield "## Options"
        yield "\n".join(f"- **{lettered[option.id]}** {_described(option)}" for option in graph.options)


def _consequences(graph: Graph, analysis: Analysis) -> Iterator[str]:
    table = consequence_table(graph, analysis)
    if table.columns and table.rows:
        yield "## Consequences"
        rows = [(f"{row.letter} {row.label}", *row.cells) for row in table.rows]
        yield _table(("Option", *table.columns), rows)
        yield escaped(LEGEND) + "."
    yield "## Reading"
    yield escaped(reading(graph, analysis))
    yield ASSUMPTIONS


def _links(graph: Graph, evidence: Evidence) -> Iterator[str]:
    nodes = {node.id: node for node in graph.nodes}
    rows = [_link_row(edge, nodes, evidence) for edge in graph.edges if joins_causally(edge, nodes)]
    if rows:
        yield "## Links"
        yield _table(("Link", "How sure", "How strong", "Rests on"), rows)


def _link_row(edge: Edge, nodes: dict[str, Node], evidence: Evidence) -> tuple[str, ...]:
    name = f"{label_of(nodes[edge.src])} → {label_of(nodes[edge.dst])}"
    return (name, how_sure(edge.belief), how_strong(edge.weight), evidence.under(edge))


def _sources(evidence: Evidence) -> Iterator[str]:
    if evidence.sources:
        yield "## Sources"
        yield "\n".join(
            f"{number}. {escaped(source.where)}{f': {escaped(source.quote)}' if source.quote else ''}"
            for number, source in enumerate(evidence.sources, 1)
        )


def _bullets(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"## {heading}"
        yield "\n".join(f"- {escaped(line)}" for line in lines)


def _foot(graph: Graph) -> Iterator[str]:
    meta = graph.meta
    if not meta.source:
        return
    yield "## How it was made"
    if meta.source == "template":
        yield "Drafted without a model."
    else:
        by = f"{meta.source} ({meta.model})" if meta.model else meta.source
        version = f", prompt version {meta.prompt_version}" if meta.prompt_version else ""
        yield f"Drafted by {escaped(by + version)}."


def _described(node: Node) -> str:
    body = escaped(node.body)
    return f"{escaped(label_of(node))}: {body}" if body else escaped(label_of(node))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    first, *others = [_row([escaped(cell) for cell in line]) for line in (head, *rows)]
    return "\n".join([first, _row(["---"] * len(head)), *others])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
