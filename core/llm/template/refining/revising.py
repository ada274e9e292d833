"""A graph revised as the replies of its thread ask, request by request, and by the files that came along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.errors import EditRefused
from core.graph.edit_steps import made
from core.graph.editing import edited
from core.graph.edits import AddLink, Edit, SetBelief, SetEvidence, SetWeight
from core.graph.model import MAX_EDGES, MAX_WHY, Edge, Graph, Rationale
from core.graph.sources import Document
from core.llm.provider import ModelCall
from core.llm.template.detection import detect
from core.llm.template.refining.adding import Additions
from core.llm.template.refining.clauses import Clause, clauses
from core.llm.template.refining.judged import judged
from core.llm.template.refining.reading import Reader
from core.llm.template.refining.targets import NotMeant
from core.llm.template.words.refusals import refusals
from core.llm.template.words.requests import compiled, requests
from core.llm.wording import within


@dataclass(frozen=True, slots=True, kw_only=True)
class Refined:
    """The revised graph, and what was not done: a sentence each, by the id of the reply or file."""

    graph: Graph
    undone: tuple[Rationale, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request and the edits it comes to."""

    clause: Clause
    edits: tuple[Edit, ...]


def refine(graph: Graph, call: ModelCall) -> Refined:
    """Revise a valid graph; what cannot be done is left undone, and said. Never raises."""
    said = " ".join(p.text for reply in call.instructions for p in reply.passages)
    about = " ".join(p.text for p in call.brief.passages[:20]) or " ".join(n.label for n in graph.nodes)
    code = detect(about)
    spoken = detect(said, fallback=code, lead=1.0)
    asked, undone = _read(graph, call, (spoken, code) if spoken != code else (code,))
    now, refused = _made(graph, asked, code)
    matched = _with_evidence(now, call, code)
    if call.added and not _cites(matched, call.added):
        names = tuple(document.name for document in call.added)
        why = refusals(code).say("unread", {"names": names})
        refused += (Rationale(target=call.added[0].id, why=within(why, MAX_WHY)),)
    return Refined(graph=matched, undone=(*undone, *refused))


def _read(graph: Graph, call: ModelCall, codes: Sequence[str]) -> tuple[list[_Asked], tuple[Rationale, ...]]:
    """What is asked for, each request read on the graph as those before it leave it."""
    now, asked, undone = graph, list[_Asked](), list[Rationale]()
    wanted = requests(codes[0])
    additions = Additions(
        documents=(*call.documents, call.brief, *call.later, *call.added),
        code=codes[-1],
        requests=wanted,
        risks=call.risks,
        known=frozenset(node.id for node in graph.nodes),
    )
    for clause in clauses(call.instructions, wanted):
        reader = Reader(graph=now, code=codes[-1], requests=wanted, additions=additions)
        try:
            edits = reader.read(clause)
            for edit in edits:
                now = made(now, edit)
        except NotMeant as unmeant:
            if not (call.added and any(p.fullmatch(clause.text) for p in compiled(wanted.evidence))):
                undone.append(_undone(clause, unmeant.say(codes[-1])))
        except EditRefused as refused:
            undone.append(_refused(clause, refused, codes[-1]))
        else:
            asked.append(_Asked(clause, edits))
    return asked, tuple(undone)


def _made(graph: Graph, asked: Sequence[_Asked], code: str) -> tuple[Graph, tuple[Rationale, ...]]:
    """The graph after every request that may be carried out; one that breaks a rule is left out whole."""
    asked, undone = list(asked), list[Rationale]()
    while True:
        edits = [edit for each in asked for edit in each.edits]
        owners = [each for each in asked for _ in each.edits]
        try:
            return (edited(graph, edits) if edits else graph), tuple(undone)
        except EditRefused as refused:
            at = refused.index if refused.index is not None else len(owners) - 1
            undone.append(_refused(owners[at].clause, refused, code))
            asked.remove(owners[at])


def _with_evidence(graph: Graph, call: ModelCall, code: str) -> Graph:
    """The graph with links that nothing supported resting on the new files, where those speak of them."""
    if not call.added:
        return graph
    found = judged(graph, call.added, code)
    now = {edge.key: edge for edge in graph.edges}
    for ends in sorted(found.cited):
        link, held = found.links[ends], now.get(ends)
        if held is None and len(now) >= MAX_EDGES:
            continue
        if held is not None and held.provenance is not None and not held.provenance.is_hypothesis:
            continue
        try:
            graph = edited(graph, list(_cited(link, is_new=held is None)))
        except EditRefused:  # it would close a circle, or take one link too many
            continue
        now = {edge.key: edge for edge in graph.edges}
    return graph


def _cites(graph: Graph, documents: Sequence[Document]) -> bool:
    ids = {document.id for document in documents}
    return any(edge.provenance is not None and edge.provenance.document in ids for edge in graph.edges)


def _cited(link: Edge, *, is_new: bool) -> Iterator[Edit]:
    """The link as the new files have it, as edits."""
    support = link.provenance
    assert support is not None  # noqa: S101  it is cited
    assert link.belief is not None  # noqa: S101  the same
    assert link.weight is not None  # noqa: S101  the same
    why = within(f"{support.source}: “{support.quote}”", MAX_WHY)
    if is_new:
        yield AddLink(link=link, why=why)
        return
    yield SetEvidence(src=link.src, dst=link.dst, provenance=support, why=why)
    yield SetBelief(src=link.src, dst=link.dst, belief=link.belief, why=why)
    yield SetWeight(src=link.src, dst=link.dst, weight=link.weight, why=why)


def _undone(clause: Clause, why: str) -> Rationale:
    room = MAX_WHY - len(why) - len("“”: ")
    return Rationale(
        target=clause.reply.id, why=within(f"“{within(clause.text, max(room, 40))}”: {why}", MAX_WHY)
    )


def _refused(clause: Clause, refused: EditRefused, code: str) -> Rationale:
    """Not done since a rule of the graph forbids it; its sentence is English, and says what it is about."""
    return _undone(clause, refusals(code).say("refused", {"why": refused.why.rstrip(".")}))
