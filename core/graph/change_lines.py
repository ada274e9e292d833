"""What changed between two graphs, one line a change, as people read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from core.graph.labels import label_of, linked, named, quoted
from core.graph.model import Edge, Graph, Node
from core.graph.phrases import how_sure, letter, rests_on, strength_percent, wanted

if TYPE_CHECKING:
    from core.graph.diff import Diff


def lines(changes: Diff, a: Graph, b: Graph) -> tuple[str, ...]:
    """What was added, then what was changed, then what was removed, each as a line of plain text.

    `changes` is `diff(a, b)`. Links that went with one of their nodes are not listed, nor is a number that
    reads the same in whole percents. Rationales stand beside the changes, so they are no lines of their own.
    """
    labels = {node.id: label_of(node) for graph in (a, b) for node in graph.nodes}
    return (*_added(changes, labels), *_updated(changes, labels), *_removed(changes, labels))


def _added(changes: Diff, labels: Mapping[str, str]) -> Iterator[str]:
    for node in (c.after for c in changes.nodes if c.before is None and c.after is not None):
        yield f"Added {node.kind} {named(node)}"
    for edge in (c.after for c in changes.edges if c.before is None and c.after is not None):
        sure = "" if edge.belief is None else f", {how_sure(edge.belief)} sure"
        yield f"Added link {_link(edge, labels)}{sure}"


def _updated(changes: Diff, labels: Mapping[str, str]) -> Iterator[str]:
    if changes.title is not None:
        yield f"Title: {quoted(changes.title.before or '')} is now {quoted(changes.title.after or '')}"
    for node in changes.nodes:
        if node.before is not None and node.after is not None:
            yield from _node_lines(node.before, node.after)
    for edge in changes.edges:
        if edge.before is not None and edge.after is not None:
            yield from _edge_lines(edge.before, edge.after, _link(edge.after, labels))
    if changes.option_order is not None:
        yield from _letter_lines(changes.option_order.before or (), changes.option_order.after or (), labels)


def _removed(changes: Diff, labels: Mapping[str, str]) -> Iterator[str]:
    gone = [c.before for c in changes.nodes if c.after is None and c.before is not None]
    ids = {node.id for node in gone}
    for node in gone:
        yield f"Removed {node.kind} {named(node)}"
    for edge in (c.before for c in changes.edges if c.after is None and c.before is not None):
        if not ids & set(edge.key):
            yield f"Removed link {_link(edge, labels)}"


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
            both = was.endswith(" %") and now.endswith(" %")
            yield f"{what}: {name} {was.removesuffix(' %') if both else was} → {now}"
    was, now = rests_on(before.provenance), rests_on(after.provenance)
    if was != now:
        yield f"Source: {name} {was} → {now}"
    elif before.provenance != after.provenance:
        yield f"Quote under {name} changed"


def _letter_lines(
    before: tuple[str, ...], after: tuple[str, ...], labels: Mapping[str, str]
) -> Iterator[str]:
    """Said only when an option got another letter, as when one before it was removed."""
    for place, id_ in enumerate(after):
        if id_ in before and (was := before.index(id_)) != place:
            yield f"{quoted(labels.get(id_, id_))} is now option {letter(place)}, was {letter(was)}"


def _link(edge: Edge, labels: Mapping[str, str]) -> str:
    return linked(*(labels.get(id_, id_) for id_ in edge.key))
