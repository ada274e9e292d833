"""What the template draws, as plain data: every word, colour and place of a picture, and no markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from core.graph.model import BRIEF, Better, Edge, Node, NodeKind
from core.picture.alt import alt_text
from core.picture.lanes import RAIL, Key
from core.picture.layout import Link
from core.picture.legend import legend
from core.picture.notes import Note
from core.picture.palette import DARK, LIGHT, OTHER
from core.picture.scene import Scene
from core.picture.sizes import LANE, LANE_START, MARGIN, TRUNK, Gutter, Widths, widest, widths
from core.picture.text import MAX_LABEL, drawable, is_rtl, plain
from core.picture.typefaces import Typefaces

MAX_KIND = 20  # characters of a kind that no rule knows
MAX_NAME = 60  # characters of a file's name, and of a location
MAX_QUOTE = 110  # characters: a little more than the rules allow
_WANTED = {Better.HIGHER: " · want more", Better.LOWER: " · want less"}
_PILLS = {"added": "NEW", "removed": "REMOVED", "changed": "EDITED"}
UNTITLED = "Untitled decision"
_INSET = 18  # units from a node's edge to its text
_STEPS = {"margin": MARGIN, "lane": LANE, "lane_start": LANE_START, "trunk": TRUNK}  # units
_MARK_INSET = 32  # the same where marks of incoming links sit on the edge

Data = dict[str, Any]


def payload(
    scene: Scene, typefaces: Typefaces, *, dark: bool = False, shares: Mapping[str, int] | None = None
) -> Data:
    """The data of one picture; its keys are those that `template.typ` reads. `shares` by option id."""
    return _Writer(scene, typefaces, dark=dark, shares=shares or {}).whole()


class _Writer:
    """Writes one scene down. Nodes and links are named by number, whatever their ids hold."""

    def __init__(self, scene: Scene, typefaces: Typefaces, *, dark: bool, shares: Mapping[str, int]) -> None:
        self._scene = scene
        self._typefaces = typefaces
        self._dark = dark
        self._shares = shares
        layout = scene.layout
        self._nodes = {
            node.id: f"n{i}" for i, node in enumerate((*layout.banners, *layout.left, *layout.right))
        }
        keys = (RAIL, *scene.lanes.trunk, *scene.strokes)
        self._links = {key: f"l{i}" for i, key in enumerate(keys)}

    def whole(self) -> Data:
        scene, layout = self._scene, self._scene.layout
        title = scene.graph.title.strip() or UNTITLED
        changes = " · what changed" if scene.revised.nodes or scene.revised.edges else ""
        return {
            "palette": DARK if self._dark else LIGHT,
            "title": self._text(title + changes),
            "document": {
                "title": plain(title) + changes,
                "description": alt_text(scene.graph, shares=tuple(self._shares.items())),
            },
            "size": asdict(self._widths()) | _STEPS,
            "banners": [self._node(node) for node in layout.banners],
            "left": [self._node(node) for node in layout.left],
            "right": [self._node(node) for node in layout.right],
            "rails": [self._rail(edge) for edge in layout.rails],
            "links": [self._link(link) for link in layout.links],
            "legend": legend(
                tuple(scene.strokes.values()),
                polar=scene.polar,
                removed="removed" in scene.revised.edges.values(),
                shares=bool(self._shares),
            ),
            "notes": [self._note(note) for note in scene.notes],
        }

    def _text(self, text: str, limit: int = MAX_LABEL) -> Data:
        shown = drawable(text, self._typefaces, limit)
        return {"text": shown, "rtl": is_rtl(shown)}

    def _widths(self) -> Widths:
        return widths(
            rail=bool(self._scene.lanes.owner),
            trunk=max(self._scene.lanes.trunk.values(), default=-1) + 1,
            left=self._gutter("left"),
            right=self._gutter("right"),
            tags=self._widest("across") + self._widest("back"),
            across=len(self._keys("across")) + len(self._keys("back")),
        )

    def _keys(self, route: str) -> list[Key]:
        return [link.edge.key for link in self._scene.layout.links if link.route == route]

    def _widest(self, route: str) -> float:
        return widest(self._scene.tags[key] for key in self._keys(route))

    def _gutter(self, route: str) -> Gutter:
        count = max((self._scene.lanes.lane[key] for key in self._keys(route)), default=-1) + 1
        return Gutter(lanes=count, tag=self._widest(route))

    def _node(self, node: Node) -> Data:
        change = self._scene.revised.nodes.get(node.id)
        ports = [self._scene.lanes.ports.get((node.id, side), ()) for side in ("left", "right")]
        return {
            "id": self._nodes[node.id],
            "kind": node.kind if node.kind in set(NodeKind) else OTHER,
            "caption": self._caption(node),
            "label": self._text(node.label),
            "pill": _PILLS.get(change or ""),
            "removed": change == "removed",
            "share": self._shares.get(node.id) if node.kind == NodeKind.OPTION else None,
            "ports": [[self._links[key] for key in side] for side in ports],
            "insets": [_MARK_INSET if self._is_reached(node, ports[0]) else _INSET, _INSET],
        }

    def _is_reached(self, node: Node, keys: tuple[Key, ...]) -> bool:
        return any(key in self._scene.strokes and key[1] == node.id for key in keys)

    def _caption(self, node: Node) -> str:
        if node.kind == NodeKind.OPTION:
            return f"OPTION {self._scene.letters.get(node.id, '')}".strip()
        if node.kind == NodeKind.OUTCOME:
            return f"OUTCOME{_WANTED.get(node.better or Better.UNKNOWN, '')}"
        if node.id in self._scene.heads:
            return self._numbered_decision(node)
        return drawable(node.kind.upper(), self._typefaces, MAX_KIND)

    def _numbered_decision(self, node: Node) -> str:
        heads = self._scene.heads
        rails = self._scene.layout.rails
        before = sorted(heads.index(e.src) + 1 for e in rails if e.dst == node.id and e.src in heads)
        after = f" · after {' and '.join(map(str, before))}" if before else ""
        return f"DECISION {heads.index(node.id) + 1}{after}"

    def _rail(self, edge: Edge) -> Data:
        lane = self._scene.lanes.trunk.get(edge.key)
        return {
            "id": self._links[RAIL if lane is None else edge.key],
            "src": self._nodes[edge.src],
            "dst": self._nodes[edge.dst],
            "lane": lane,
            "removed": self._scene.revised.edges.get(edge.key) == "removed",
        }

    def _link(self, link: Link) -> Data:
        key = link.edge.key
        stroke, tag = self._scene.strokes[key], self._scene.tags[key]
        return {
            "id": self._links[key],
            "src": self._nodes[key[0]],
            "dst": self._nodes[key[1]],
            "route": link.route,
            "lane": self._scene.lanes.lane.get(key),
            "width": stroke.width,
            "dash": stroke.dash,
            "tone": stroke.tone,
            "sign": stroke.sign,
            "tag": tag.text,
            "note": tag.note,
            "pill": tag.pill,
            "removed": self._scene.revised.edges.get(key) == "removed",
            "guess": link.edge.provenance is None or link.edge.provenance.is_hypothesis,
        }

    def _note(self, note: Note) -> Data:
        told = note.provenance
        source = "Brief" if told.source == BRIEF else "Hypothesis" if told.is_hypothesis else told.source
        where = f", {drawable(told.location, self._typefaces, MAX_NAME)}" if told.location else ""
        return {
            "number": str(note.number),
            "guess": told.is_hypothesis,
            "source": drawable(source, self._typefaces, MAX_NAME) + where,
            "quote": self._text(told.quote, MAX_QUOTE),
        }
