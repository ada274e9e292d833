"""What changed from one graph to another, as data that can be applied again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Generic, Literal, TypeVar

from core.graph.change_lines import lines
from core.graph.model import Edge, Graph, Meta, Node, Rationale
from core.graph.order import in_order

__all__ = ["Change", "Diff", "apply", "diff", "lines"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Generic[T]):
    """One part before and after. None before: it was added; None after: it was removed."""

    before: T | None
    after: T | None

    @property
    def kind(self) -> Literal["added", "removed", "changed"]:
        """What happened to the part."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """Everything that differs between two graphs, in order; `Diff()` when nothing does.

    Nodes are matched by id, links by their ends, rationales by their target.
    """

    title: Change[str] | None = None
    nodes: tuple[Change[Node], ...] = ()
    edges: tuple[Change[Edge], ...] = ()
    rationales: tuple[Change[Rationale], ...] = ()
    option_order: Change[tuple[str, ...]] | None = None
    meta: Change[Meta] | None = None


def diff(a: Graph, b: Graph) -> Diff:
    """What makes `b` out of `a`.

    In each graph, ids, links between two nodes and rationales must be unique, as repair leaves them.
    """
    return Diff(
        title=_whole(a.title, b.title),
        nodes=_matched(a.nodes, b.nodes, _node_key),
        edges=_matched(a.edges, b.edges, _edge_key),
        rationales=_rationales(a.rationales, b.rationales),
        option_order=_whole(a.option_order, b.option_order),
        meta=_whole(a.meta, b.meta),
    )


def apply(changes: Diff, a: Graph) -> Graph:
    """`a` with the changes made to it, in order.

    `apply(diff(a, b), a) == b` for graphs that keep `diff`'s conditions, with `b` in order (`in_order`).
    On another graph than they were made from, changes set or remove the same parts, whatever those are there.
    """
    return in_order(
        Graph(
            title=_after(changes.title, a.title),
            nodes=_changed(a.nodes, changes.nodes, _node_key),
            edges=_changed(a.edges, changes.edges, _edge_key),
            rationales=_changed(a.rationales, changes.rationales, _itself),
            option_order=_after(changes.option_order, a.option_order),
            meta=_after(changes.meta, a.meta),
        )
    )


def _node_key(node: Node) -> Hashable:
    return node.id


def _edge_key(edge: Edge) -> Hashable:
    return edge.key


def _itself(part: Hashable) -> Hashable:
    return part


def _whole(before: T, after: T) -> Change[T] | None:
    return None if before == after else Change(before=before, after=after)


def _after(change: Change[T] | None, otherwise: T) -> T:
    return otherwise if change is None or change.after is None else change.after


def _matched(before: Sequence[T], after: Sequence[T], key: Callable[[T], Hashable]) -> tuple[Change[T], ...]:
    old, new = ({key(part): part for part in parts} for parts in (before, after))
    keys = sorted(old.keys() | new.keys(), key=str)
    pairs = (Change(before=old.get(k), after=new.get(k)) for k in keys)
    return tuple(change for change in pairs if change.before != change.after)


def _rationales(before: Sequence[Rationale], after: Sequence[Rationale]) -> tuple[Change[Rationale], ...]:
    """A target may have several: what stayed is set aside, the rest is matched in order."""
    gone, new = set(before) - set(after), set(after) - set(before)
    changes = []
    for target in sorted({r.target for r in gone | new}):
        old_whys, new_whys = (sorted(r.why for r in some if r.target == target) for some in (gone, new))
        changes += [
            Change(
                before=None if old is None else Rationale(target=target, why=old),
                after=None if why is None else Rationale(target=target, why=why),
            )
            for old, why in zip_longest(old_whys, new_whys)
        ]
    return tuple(changes)


def _changed(parts: Sequence[T], changes: Iterable[Change[T]], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    ends = [end for change in changes for end in (change.before, change.after) if end is not None]
    touched = {key(end) for end in ends}
    kept = [part for part in parts if key(part) not in touched]
    return (*kept, *(change.after for change in changes if change.after is not None))
