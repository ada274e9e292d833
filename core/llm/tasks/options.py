"""Suggested options: the wire schema, and a reply as options that can be added to the graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import Field, FiniteFloat

from core.errors import ReplyUnusable
from core.graph.edits import AddLink, AddNode, Edit
from core.graph.labels import likeness
from core.graph.model import (
    HYPOTHESIS,
    MAX_EDGES,
    MAX_ID,
    MAX_LABEL,
    MAX_QUOTE,
    MAX_WHY,
    Edge,
    Graph,
    Node,
    NodeKind,
    Provenance,
)
from core.graph.suggestions import FEWEST, FEWEST_POINTS, MAX_POINT, MOST_POINTS, Suggestion, distinct
from core.llm.identifiers import slug
from core.llm.provider import ModelCall, Reply
from core.llm.tasks.reading import fields_of, items_of
from core.llm.wire import Wire
from core.llm.wording import within

_NAMELESS = "option"  # the id of an option whose title has no Latin letter


class WireEffect(Wire):
    """What a suggested option would do to one outcome of the graph: a guess, as nothing was read on it."""

    outcome: str = Field(description="the id of an outcome in the draft")
    belief: FiniteFloat = Field(description="0 to 1; a guess is never above 0.60")
    weight: FiniteFloat = Field(description="-1 to 1, never 0")
    note: str = Field(description="what would have to be true, to go and test; at most 100 characters")


class WireOption(Wire):
    """One option that the graph does not have."""

    title: str = Field(description="the option as an action, at most 80 characters")
    pros: tuple[str, ...] = Field(description="two or three, at most 120 characters each")
    cons: tuple[str, ...] = Field(description="two or three, at most 120 characters each")
    evidence: tuple[str, ...] = Field(description="two or three things to find out, 120 characters each")
    effects: tuple[WireEffect, ...] = Field(description="one for each outcome that it would move")


class WireOptions(Wire):
    """The whole reply."""

    options: tuple[WireOption, ...]


def parse(text: str, call: ModelCall, *, source: str) -> tuple[Suggestion, ...]:
    """The options of a reply that the call's graph does not have, at most five, each with its edits.

    An option without two pros, two cons, two things to find out and one effect on an outcome of the graph
    is left out; what is too long is cut. Each effect becomes a link that rests on a hypothesis. Raises
    ReplyUnusable.
    """
    offered = items_of(fields_of(text, source), "options", WireOption, source)
    graph = call.graph
    return distinct(graph, _suggestions(graph, offered)) if graph is not None else ()


def check(reply: Reply, call: ModelCall) -> None:
    """Raise ReplyUnusable when `parse` would, or when fewer than three options are left."""
    found = parse(reply.text, call, source=reply.provider)
    if len(found) < FEWEST:
        raise ReplyUnusable(reply.provider, f"{len(found)} of the options can be used, {FEWEST} are needed")


def _suggestions(graph: Graph, offered: Sequence[WireOption]) -> Iterator[Suggestion]:
    taken = {node.id for node in graph.nodes} | set(graph.option_order)
    taken |= {rationale.target for rationale in graph.rationales}
    for option in offered:
        title = within(option.title, MAX_LABEL)
        pros, cons, evidence = (_points(said) for said in (option.pros, option.cons, option.evidence))
        node = Node(id=_free(title, taken), kind=NodeKind.OPTION, label=title)
        links = list(_links(graph, node, option.effects))
        if min(len(pros), len(cons), len(evidence)) >= FEWEST_POINTS and links:
            taken.add(node.id)  # of two suggestions that are both added, neither takes the other's id
            edits = _edits(graph, node, links, why=within(pros[0], MAX_WHY))
            yield Suggestion(title=title, pros=pros, cons=cons, evidence=evidence, edits=edits)


def _points(said: Sequence[str]) -> tuple[str, ...]:
    """Two or three short points, each once."""
    once: dict[str, str] = {}
    for point in (within(each, MAX_POINT) for each in said):
        once.setdefault(likeness(point), point)
    return tuple(point for name, point in once.items() if name)[:MOST_POINTS]


def _edits(graph: Graph, node: Node, links: Sequence[Edge], *, why: str) -> tuple[Edit, ...]:
    """The option under the decision that has the most, with its strongest effects where not all have room."""
    decisions = [decision.id for decision in graph.of_kind(NodeKind.DECISION)]
    if not decisions:
        return ()
    options = {option.id for option in graph.options}
    held = {id_: sum(edge.src == id_ and edge.dst in options for edge in graph.edges) for id_ in decisions}
    decision = max(decisions, key=lambda id_: held[id_])
    room = max(MAX_EDGES - len(graph.edges) - 1, 1)
    ranked = sorted(links, key=lambda edge: -abs((edge.belief or 0) * (edge.weight or 0)))[:room]
    structure = AddLink(link=Edge(src=decision, dst=node.id))
    return (AddNode(node=node, why=why), structure, *(AddLink(link=link) for link in ranked))


def _links(graph: Graph, node: Node, effects: Sequence[WireEffect]) -> Iterator[Edge]:
    """One link for each outcome that an effect names with numbers in their ranges and a hypothesis."""
    outcomes = {outcome.id for outcome in graph.of_kind(NodeKind.OUTCOME)}
    for effect in effects:
        named = next((id_ for id_ in (effect.outcome, slug(effect.outcome)) if id_ in outcomes), None)
        note = within(effect.note, MAX_QUOTE)
        sound = 0 <= effect.belief <= 1 and 0 < abs(effect.weight) <= 1
        if named is not None and note and sound:
            outcomes.remove(named)
            yield Edge(
                src=node.id,
                dst=named,
                belief=effect.belief,
                weight=effect.weight,
                provenance=Provenance(source=HYPOTHESIS, quote=note),
            )


def _free(title: str, taken: set[str]) -> str:
    base = slug(title)[: MAX_ID - 3].rstrip("_") or _NAMELESS
    number, text = 1, base
    while text in taken:
        number += 1
        text = f"{base}_{number}"
    return text
