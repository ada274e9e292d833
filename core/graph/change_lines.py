"""What changed between two graphs, one line a change, as people read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from core.graph.labels import label_of, linked, named, quoted
from core.graph.model import Edge, Graph, Node
from core.graph.order import edge_id
from core.graph.phrases import how_sure, letter, rests_on, strength_percent, wanted

if TYPE_CHECKING:
    from core.graph.diff import Diff


TITLE = "title"  # where a change of the title is


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change in words; `at` is the id of the node or link it is about, or "title"."""

    kind: Literal["added", "changed", "removed"]
    at: str
    text: str


def lines(changes: Diff, a: Graph, b: Graph) -> tuple[str, ...]:
    """The texts of `told`."""
    return tuple(line.text for line in told(changes, a, b))


def told(changes: Diff, a: Graph, b: Graph) -> tuple[Line, ...]:
    """What was added, then what was changed, then what was removed, each as a line of plain text.

    `changes` is `diff(a, b)`. Links that went with one of their nodes are not listed, nor is a number that
    reads the same in whole percents. Rationales stand beside the changes, so they are no lines of their own.
    """
    labels = {node.id: label_of(node) for graph in (a, b) for node in graph.nodes}
    return (
        *(Line(kind="added", at=at, text=text) for at, text in _added(changes, labels)),
        *(Line(kind="changed", at=at, text=text) for at, text in _updated(changes, labels)),
        *(Line(kind="removed", at=at, text=text) for at, text in _removed(changes, labels)),
    )


Told = Iterator[tuple[str, str]]  # where a change is, and its text


def _added(changes: Diff, labels: Mapping[str, str]) -> Told:
    for node in (c.after for c in changes.nodes if c.before is None and c.after is not None):
        yield node.id, f"Added {node.kind} {named(node)}"
    for edge in (c.after for c in changes.edges if c.before is None and c.after is not None):
        sure = "" if edge.belief is None else f", {how_sure(edge.belief)} sure"
        yield edge_id(*edge.key), f"Added link {_link(edge, labels)}{sure}"


def _updated(changes: Diff, labels: Mapping[str, str]) -> Told:
    if changes.title is not None:
        was, now = changes.title.before or "", changes.title.after or ""
        yield TITLE, f"Title: {quoted(was)} is now {quoted(now)}"
    for node in changes.nodes:
        if node.before is not None and node.after is not None:
            for text in _node_lines(node.before, node.after):
                yield node.after.id, text
    for edge in changes.edges:
        if edge.before is not None and edge.after is not None:
            for text in _edge_lines(edge.before, edge.after, _link(edge.after, labels)):
                yield edge_id(*edge.after.key), text
    if changes.option_order is not None:
        yield from _letter_lines(changes.option_order.before or (), changes.option_order.after or (), labels)


def _removed(changes: Diff, labels: Mapping[str, str]) -> Told:
    gone = [c.before for c in changes.nodes if c.after is None and c.before is not None]
    ids = {node.id for node in gone}
    for node in gone:
        yield node.id, f"Removed {node.kind} {named(node)}"
    for edge in (c.before for c in changes.edges if c.after is None and c.before is not None):
        if not ids & set(edge.key):
            yield edge_id(*edge.key), f"Removed link {_link(edge, labels)}"


def _node_lines(before: Node, after: Node) -> Iterator[str]:
    if before.label != after.label:
        yield f"Renamed {before.kind} {named(before)} to {named(after)}"
    if before.kind != after.kind:
        yield f"{named(after)} is now of the kind {after.kind}, was {before.kind}"
    if wanted(before.better) != wanted(after.better):
        yield f"{named(after)}: {wanted(after.better)}, was {wanted(before.better)}"
    if before.body != after.body:
        yield f"Text of {named(after)} changed"


def _edge_lines(before: Edge, after: Edge, name: str) -> Iterator[str]:
    for what, was, now in (
        ("How sure", how_sure(before.belief), how_sure(after.belief)),
        ("How strong", strength_percent(before.weight), strength_percent(after.weight)),
    ):
        if was != now:
            both = was.endswith("%") and now.endswith("%")
            yield f"{what}: {name} {was.removesuffix('%') if both else was} → {now}"
    was, now = rests_on(before.provenance), rests_on(after.provenance)
    if was != now:
        yield f"Source: {name} {was} → {now}"
    elif before.provenance != after.provenance:
        yield f"Quote under {name} changed"


def _letter_lines(before: tuple[str, ...], after: tuple[str, ...], labels: Mapping[str, str]) -> Told:
    """Said only when an option got another letter, as when one before it was removed."""
    for place, id_ in enumerate(after):
        if id_ in before and (was := before.index(id_)) != place:
            yield id_, f"{quoted(labels.get(id_, id_))} is now option {letter(place)}, was {letter(was)}"


def _link(edge: Edge, labels: Mapping[str, str]) -> str:
    return linked(*(labels.get(id_, id_) for id_ in edge.key))
