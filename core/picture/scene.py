"""One picture, arranged: everything known about it before it becomes data for the template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from core.graph.letters import letters
from core.graph.model import Graph, NodeKind
from core.picture.changes import Revised, revised
from core.picture.lanes import Key, Lanes, lanes
from core.picture.layout import Layout, arrange
from core.picture.notes import Note, numbered
from core.picture.sizes import Tag
from core.picture.strokes import Stroke, is_polar, percent, stroke


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A graph, or with `revised` what changed in it, with the place and look of each of its parts."""

    graph: Graph
    revised: Revised
    layout: Layout
    lanes: Lanes
    letters: Mapping[str, str]  # by option id; what a revision lost has none

    @cached_property
    def polar(self) -> bool:
        """True when links help or hurt; False when they only raise or lower."""
        return is_polar(self.layout.right)

    @cached_property
    def strokes(self) -> dict[Key, Stroke]:
        """The look of each causal link."""
        targets = {node.id: node for node in (*self.layout.left, *self.layout.right)}
        links = (link.edge for link in self.layout.links)
        return {edge.key: stroke(edge, targets[edge.dst], polar=self.polar) for edge in links}

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The sources of the links, numbered in reading order."""
        return numbered(link.edge for link in self.layout.links)

    @cached_property
    def tags(self) -> dict[Key, Tag]:
        """What stands where each causal link begins: "75%", or "70→85%" where that changed."""
        numbers = {key: note.number for note in self.notes for key in note.links}
        return {
            key: Tag(
                text=self._how_sure(key),
                note=str(numbers.get(key, "")),
                pill=self.revised.edges.get(key) in ("added", "changed"),
            )
            for key in self.strokes
        }

    def _how_sure(self, key: Key) -> str:
        now = self.strokes[key].percent
        before = self.revised.before.get(key)
        was = percent(before.belief) if before else None
        if now is None:
            return "?"
        return f"{now}%" if was in (None, now) else f"{was}→{now}%"

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The ids of the decisions that head their options in the left column, from the top."""
        return tuple(node.id for node in self.layout.left if node.kind == NodeKind.DECISION)


def scene(graph: Graph, previous: Graph | None = None) -> Scene:
    """The arranged picture of `graph`, or of what changed since `previous`."""
    both = revised(graph, previous)
    layout = arrange(both.graph)
    return Scene(graph=graph, revised=both, layout=layout, lanes=lanes(layout), letters=letters(graph))
