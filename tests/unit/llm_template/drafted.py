"""A draft of the template provider, read by the parser for all providers, and what is wrong with it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence

from core.documents.brief import brief_document
from core.graph.model import BRIEF, HYPOTHESIS, Better, Graph, NodeKind
from core.graph.sources import Document, Location, Passage, Place, stands
from core.llm.provider import ModelCall, Progress, Reply, Task
from core.llm.replies import parse
from core.llm.template import MODEL, NAME, TemplateProvider

TABLES = frozenset({"csv", "xlsx"})


def document(id_: str, name: str, *texts: str) -> Document:
    """A file whose rows or lines are these."""
    kind = name.rsplit(".", 1)[-1]
    place: Place = "row" if kind in TABLES else "line"
    passages = tuple(
        Passage(number=n, text=text, location=Location(place=place, first=n, last=n))
        for n, text in enumerate(texts, start=1)
    )
    return Document(id=id_, name=name, kind=kind, passages=passages)


def asked(brief: str, *documents: Document) -> ModelCall:
    return ModelCall(task=Task.DRAFT, brief=brief_document(brief), documents=documents)


def answer(call: ModelCall) -> Reply:
    """The reply to a call; its progress must count upwards before it."""

    async def steps() -> list[Progress | Reply]:
        return [step async for step in TemplateProvider().complete(call)]

    *progress, reply = asyncio.run(steps())
    counts = [step.nodes for step in progress if isinstance(step, Progress)]
    assert len(counts) == len(progress) > 0
    assert counts == sorted(counts)
    assert isinstance(reply, Reply)
    return reply


def graph_of(call: ModelCall) -> Graph:
    """The graph that a reply is parsed into; every citation in it points to what was shown."""
    drafted = parse(answer(call).text, call, source=NAME, model=MODEL, prompt_version="")
    assert drafted.dangling_citations == 0
    assert drafted.dropped_rationales == 0
    return drafted.graph


def draft(brief: str, *documents: Document) -> Graph:
    return graph_of(asked(brief, *documents))


def labels(graph: Graph, *kinds: str) -> tuple[str, ...]:
    return tuple(node.label for node in graph.of_kind(*kinds))


def cited(graph: Graph) -> set[str]:
    """The sources that the links rest on, but for hypotheses."""
    return {e.provenance.source for e in graph.edges if e.provenance} - {HYPOTHESIS}


def weight(graph: Graph, option: str, outcome: str) -> float:
    """The weight of the link between two labels."""
    named = {node.label: node.id for node in graph.nodes}
    found = [edge.weight for edge in graph.edges if edge.key == (named[option], named[outcome])]
    assert len(found) == 1, f"{option} → {outcome}"
    assert found[0] is not None
    return found[0]


def faults(graph: Graph, call: ModelCall) -> Iterator[str]:
    """What breaks the rules of a graph, checked without the code that checks graphs."""
    kinds = {node.id: node.kind for node in graph.nodes}
    if len(kinds) != len(graph.nodes):
        yield "an id is there twice"
    if len({node.label.casefold().strip() for node in graph.nodes}) != len(graph.nodes):
        yield "a label is there twice"
    for kind, least, most in (("goal", 1, 1), ("decision", 1, 3), ("option", 2, 6), ("outcome", 1, 6)):
        if not least <= list(kinds.values()).count(kind) <= most:
            yield f"the number of {kind}s"
    if len(graph.nodes) > 12 or len(graph.edges) > 24:
        yield "the size"
    yield from (f"the label {n.label!r}" for n in graph.nodes if not 0 < len(n.label.strip()) <= 80)
    yield from (
        f"{n.label} has no direction" for n in graph.of_kind("outcome") if n.better in {None, Better.UNKNOWN}
    )
    if not 0 < len(graph.title) <= 60:
        yield f"the title {graph.title!r}"
    yield from _faults_of_links(graph, kinds, (call.brief, *call.documents))


def _faults_of_links(graph: Graph, kinds: dict[str, str], shown: Sequence[Document]) -> Iterator[str]:
    sources = {BRIEF, HYPOTHESIS, *(document.name for document in shown)}
    for edge in graph.edges:
        pair = (kinds[edge.src], kinds[edge.dst])
        if pair in {("goal", "decision"), ("decision", "option")}:
            if edge.belief is not None or edge.weight is not None or edge.provenance is not None:
                yield f"numbers on {pair}"
            continue
        if pair != ("option", "outcome"):
            yield f"a link from {pair[0]} to {pair[1]}"
        if edge.belief is None or not 0.5 <= edge.belief <= 0.85:
            yield f"the belief {edge.belief}"
        if edge.weight is None or not 0 < abs(edge.weight) <= 1:
            yield f"the weight {edge.weight}"
        if (
            edge.provenance is None
            or edge.provenance.source not in sources
            or len(edge.provenance.quote) > 100
        ):
            yield f"the provenance {edge.provenance}"
        elif not stands(edge.provenance, shown) or not edge.provenance.quote:
            yield f"a quote that does not stand: {edge.provenance}"
        elif edge.provenance.is_hypothesis != (edge.belief == 0.5):
            yield f"the belief {edge.belief} of {edge.provenance.source}"
    from_option = {edge.src for edge in graph.edges if kinds[edge.src] == NodeKind.OPTION}
    into_outcome = {edge.dst for edge in graph.edges}
    yield from (f"{o.label} leads nowhere" for o in graph.of_kind("option") if o.id not in from_option)
    yield from (f"nothing leads to {o.label}" for o in graph.of_kind("outcome") if o.id not in into_outcome)
