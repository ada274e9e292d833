"""What stands where in a drawn picture, told by the template itself."""

from __future__ import annotations

import json
from itertools import combinations
from typing import Any, NamedTuple

import pytest
import typst
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.graph.model import Edge, Graph
from core.picture.drawing import TEMPLATE
from core.picture.payload import payload
from core.picture.scene import scene
from core.picture.text import drawable
from core.picture.typefaces import Typefaces
from tests.unit.picture.graphs import graph, hostile, link, node, staffing

SHIPPED = Typefaces(extra=False, system=False)
FONTS = SHIPPED.fonts()
SLACK = 0.5  # units: what rounding and hairlines may take
NARROWEST = 242 - 32 - 18  # units of text in the narrowest column


class Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        return (
            self.x + SLACK < other.x + other.width
            and other.x + SLACK < self.x + self.width
            and self.y + SLACK < other.y + other.height
            and other.y + SLACK < self.y + self.height
        )


def _drawn(drawn: Graph, previous: Graph | None = None) -> dict[str, Any]:
    data = payload(scene(drawn, previous), SHIPPED)
    text = json.dumps(data | {"fonts": [face.family for face in SHIPPED.shipped]})
    told = typst.query(
        str(TEMPLATE),
        "<drawn>",
        field="value",
        one=True,
        root=str(TEMPLATE.parent),
        font_paths=FONTS,
        sys_inputs={"data": text},
    )
    found: dict[str, Any] = json.loads(told)
    return found


def _check(found: dict[str, Any]) -> None:
    boxes = [(it["kind"], it["node"], Box(*it["box"])) for it in found["boxes"]]
    for (kind, owner, box), (other_kind, other_owner, other) in combinations(boxes, 2):
        on_its_edge = {kind, other_kind} == {"mark", "node"} and owner == other_owner
        assert on_its_edge or not box.meets(other), (kind, owner, box, other_kind, other_owner, other)
    for _, _, box in boxes:
        assert box.x >= 0
        assert box.x + box.width <= found["width"] + SLACK
        assert box.y + box.height <= found["height"]


@given(hostile, st.one_of(st.none(), hostile))
@settings(max_examples=20, deadline=None)
def test_nothing_collides_and_nothing_leaves_the_page(drawn: Graph, previous: Graph | None) -> None:
    _check(_drawn(drawn, previous))


def _full(options: int, outcomes: int) -> Graph:
    labels = (
        "Donaudampfschifffahrtsgesellschaft",
        "A label of exactly eighty characters, " + "word " * 8,
        "Speed",
    )
    nodes = [node(f"o{i}", "option", labels[i % 3]) for i in range(options)]
    nodes += [node(f"u{i}", "outcome", labels[(i + 1) % 3], "higher") for i in range(outcomes)]
    pairs = [(f"o{i}", f"u{j}") for i in range(options) for j in range(outcomes)]
    edges = tuple(link(a, b, 1.0, (-1) ** i, f"quote {i}") for i, (a, b) in enumerate(pairs[::2][:24]))
    return graph(*nodes, edges=edges, order=tuple(f"o{i}" for i in range(options)))


def _beside() -> Graph:
    nodes = [
        *staffing().nodes,
        node("law", "factor", "A law passes"),
        node("morale", "outcome", better="higher"),
    ]
    pairs = [("hire", "law"), ("agency", "market"), ("law", "market"), ("law", "late"), ("agency", "late")]
    pairs += [("morale", "speed"), ("speed", "morale"), ("cost", "morale")]
    return graph(
        *nodes, edges=(*staffing().edges, *(link(a, b, 1.0) for a, b in pairs)), order=("hire", "agency")
    )


def _decisions() -> Graph:
    nodes = [node("g", "goal"), *(node(f"d{i}", "decision") for i in range(3))]
    nodes += [node(f"o{i}", "option") for i in range(6)]
    rails = [("g", f"d{i}") for i in range(3)] + [("d0", "d1"), ("d1", "d2"), ("d0", "d2"), ("d2", "o0")]
    rails += [(f"d{i // 2}", f"o{i}") for i in range(6)]
    causal = [link(f"o{i}", f"u{j}", said=f"{i}") for i in range(6) for j in range(2)]
    return graph(
        *nodes,
        node("u0", "outcome", better="lower"),
        node("u1", "outcome"),
        edges=(*(Edge(src=a, dst=b) for a, b in rails), *causal),
        order=tuple(f"o{i}" for i in range(6)),
    )


@pytest.mark.parametrize(
    "drawn", [_full(6, 6), _full(2, 6), _full(6, 1), _beside(), _decisions(), staffing()]
)
def test_the_fullest_graphs_keep_everything_apart(drawn: Graph) -> None:
    found = _drawn(drawn)

    _check(found)
    ends = sum(it["kind"] in ("tag", "mark") for it in found["boxes"])
    assert ends == 2 * sum(it.provenance is not None for it in drawn.edges)


def test_changed_links_keep_apart_too() -> None:
    def halved(it: Edge) -> Edge:
        return Edge(
            src=it.src, dst=it.dst, belief=(it.belief or 0) / 2, weight=it.weight, provenance=it.provenance
        )

    for drawn in (_beside(), _decisions(), _full(6, 6)):
        after = graph(*drawn.nodes[:-1], node("new", "risk"), edges=tuple(map(halved, drawn.edges[:-3])))
        _check(_drawn(after, drawn))


_scripts = (
    "abcdefghimMWQ@%0123456789ÄÖŐ–",
    "щжшдфабвыюЩЖШЮФЫД",
    "αβγωψφΩΨΦΣ",
    "وفتبسشهةى",
    "אבגדהשםץ",
    "कखगघषक्षत्र",
)
_words = st.one_of(*(st.text(st.sampled_from(letters), min_size=8, max_size=60) for letters in _scripts))


@given(st.lists(_words, min_size=20, max_size=40))
@example(["00000000"] * 19 + ["ककककक्क््ककक"])
@settings(max_examples=5, deadline=None)
def test_no_piece_of_a_word_is_wider_than_the_narrowest_column(words: list[str]) -> None:
    shown = "\u200b".join(drawable(word, SHIPPED) for word in words)
    pieces = shown.replace("\u00ad", "-\u200b").split("\u200b")
    families = ", ".join(json.dumps(face.family) for face in SHIPPED.shipped)
    source = f"""
        #set text(font: ({families}), size: 12.5pt, weight: 600)
        #let widths() = json(bytes(sys.inputs.pieces)).map(it => measure(text(it)).width.pt())
        #context [#metadata(widths()) <widths>]
    """

    told = typst.query(
        source.encode(),
        "<widths>",
        field="value",
        one=True,
        font_paths=FONTS,
        sys_inputs={"pieces": json.dumps(pieces)},
    )

    widest = max(zip(json.loads(told), pieces, strict=True))
    assert widest[0] * 2 <= NARROWEST, widest
