"""A critique: the wire schema, and a reply as findings with the edits that mend them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from core.graph.critique import MAX_FINDINGS, MAX_SAYS, MAX_TEXT, Finding, Fix, Severity, fits
from core.graph.model import Graph
from core.graph.order import place
from core.llm.provider import ModelCall, Reply
from core.llm.tasks.fixes import Places, WireFix, edit_of
from core.llm.tasks.reading import fields_of, items_of
from core.llm.wire import Wire, fold
from core.llm.wording import within

Grade = Annotated[Literal["blocker", "improvement", "observation"], BeforeValidator(fold)]


class WireFinding(Wire):
    """One thing to look at."""

    severity: Grade
    at: str = Field(description="a node id, or from::to for a link; empty for the whole draft")
    text: str = Field(description="what is wrong or missing and why it matters; at most 280 characters")
    fix: WireFix | None = Field(description="null where no single change mends it")


class WireCritique(Wire):
    """The whole reply."""

    findings: tuple[WireFinding, ...]


def parse(text: str, call: ModelCall, *, source: str) -> tuple[Finding, ...]:
    """The findings of a reply that point at something in the call's graph, or at the graph as a whole.

    A fix that the graph does not take is left out; what is too long is cut. Raises ReplyUnusable.
    """
    said = items_of(fields_of(text, source), "findings", WireFinding, source)
    if call.graph is None:
        return ()
    places = Places(call.graph)
    found = [finding for each in said if (finding := _finding(each, call.graph, places)) is not None]
    return tuple(found)[:MAX_FINDINGS]


def check(reply: Reply, call: ModelCall) -> None:
    """Raise ReplyUnusable when `parse` would. A critique may find nothing."""
    parse(reply.text, call, source=reply.provider)


def _finding(said: WireFinding, graph: Graph, places: Places) -> Finding | None:
    text = within(said.text, MAX_TEXT)
    at = _at(said.at, places)
    if not text or at is None:
        return None
    return Finding(
        severity=Severity(said.severity), text=text, at=at, fix=_fix(said.fix, text, graph, places)
    )


def _at(raw: str, places: Places) -> tuple[str, ...] | None:
    """The place that a finding points at, none for the whole graph; None where there is no such place."""
    if not raw.strip():
        return ()
    if node := places.node(raw):
        return (node,)
    ends = places.ends(raw)  # a link that is missing is found at its two nodes
    if ends is None:
        return None
    return (place(*ends),) if ends in places.links else ends


def _fix(said: WireFix | None, why: str, graph: Graph, places: Places) -> Fix | None:
    if said is None:
        return None
    says = within(said.says, MAX_SAYS)
    edit = edit_of(said, places, why=why)
    if edit is None or not says or not fits(graph, (edit,)):
        return None
    return Fix(says=says, edits=(edit,))
