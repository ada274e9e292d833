"""Graphs to draw: short ones for a single rule, and hostile ones that no rule lets through."""

from __future__ import annotations

from hypothesis import strategies as st

from core.graph.model import Better, Edge, Graph, Node, NodeKind, Provenance

RANKED = {"higher": Better.HIGHER, "lower": Better.LOWER}


def node(id_: str, kind: str, label: str = "", better: str = "") -> Node:
    """A node whose label is its id unless another is given."""
    return Node(id=id_, kind=kind, label=label or id_, better=RANKED.get(better))


def link(src: str, dst: str, belief: float = 0.5, weight: float = 0.5, said: str = "") -> Edge:
    """A causal link; `said` is the quote it rests on, a hypothesis when empty."""
    told = Provenance(source="notes.md", quote=said, location="line 3", document="D1", passage=3)
    guess = Provenance(source="hypothesis", quote="as a guess")
    return Edge(src=src, dst=dst, belief=belief, weight=weight, provenance=told if said else guess)


def graph(
    *nodes: Node, edges: tuple[Edge, ...] = (), order: tuple[str, ...] = (), title: str = "A title"
) -> Graph:
    """A graph of these parts."""
    return Graph(title=title, nodes=nodes, edges=edges, option_order=order)


def staffing() -> Graph:
    """A sound graph: a goal, a decision, two options, two outcomes, a risk and a factor."""
    return graph(
        node("goal", "goal", "Ship in March"),
        node("how", "decision", "Who rebuilds it?"),
        node("hire", "option", "Hire three engineers"),
        node("agency", "option", "Use an agency"),
        node("late", "risk", "The start slips"),
        node("market", "factor", "Few people are looking"),
        node("cost", "outcome", "Total cost", "lower"),
        node("speed", "outcome", "Time to release", "lower"),
        edges=(
            Edge(src="goal", dst="how"),
            Edge(src="how", dst="hire"),
            Edge(src="how", dst="agency"),
            link("hire", "cost", 0.8, -0.4, "246000"),
            link("hire", "late", 0.6, 0.5, "11 weeks to start"),
            link("agency", "cost", 0.9, 0.6, "318000"),
            link("agency", "speed", 0.7, -0.7),
            link("market", "late", 0.5, 0.3),
            link("late", "speed", 0.4, 0.8, "recruiting took longest"),
            link("speed", "cost", 0.3, 0.2),
        ),
        order=("hire", "agency"),
        title="Staffing the rebuild",
    )


NASTY = (
    "",
    "   ",
    "#set page(width: 1pt) $x$ *bold* `raw` @ref <label> [content] \\",
    '"}]},{"label": "injected"',
    "\u202eright to left override\u202c \u2066isolate\u2069",
    "Z\u0335\u0361\u0316a\u0308\u0308\u0308\u0308\u0308\u0308l\u0301\u0301\u0301g\u0300\u0300\u0300o\u0302\u0302",
    "👩‍👩‍👧‍👦🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🇩🇪 1️⃣ ❤️",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "ÀÉÎÕÜ" * 2_000,
    "فتح مكتب محلي",
    "שירות מקוון",
    "日本市場にどう参入するか",
    "환율 변동 위험",
    "नियामक अनुमोदन समय पर",
    "ต้นทุนการดำเนินงานของบริษัท",
    "\ud800 lone half \udfff",
    "null \x00 bell \x07 tab\tline\nend\r",
    "𓀀𓁐 hieroglyphs 𐎀 cuneiform",
)

_texts = st.one_of(st.sampled_from(NASTY), st.text(max_size=120))
_ids = st.one_of(
    st.sampled_from([f"n{i}" for i in range(14)]), st.sampled_from(["", "a::b", "\ud800", "n0::n1"])
)
_kinds = st.one_of(
    st.sampled_from([str(kind) for kind in NodeKind]), st.sampled_from(["", "blob", "GOAL", "\x00"])
)
_numbers = st.one_of(
    st.none(), st.floats(0, 1), st.floats(-1, 1), st.sampled_from([float("nan"), float("inf"), -7.0, 40.0])
)
_provenances = st.one_of(
    st.none(),
    st.builds(Provenance, source=_texts, quote=_texts, location=st.one_of(st.none(), _texts)),
    st.just(Provenance(source="hypothesis", quote="a guess")),
)
_nodes = st.builds(
    Node, id=_ids, kind=_kinds, label=_texts, better=st.one_of(st.none(), st.sampled_from(list(Better)))
)
_edges = st.builds(Edge, src=_ids, dst=_ids, belief=_numbers, weight=_numbers, provenance=_provenances)

hostile = st.builds(
    Graph,
    title=_texts,
    nodes=st.lists(_nodes, max_size=30).map(tuple),
    edges=st.lists(_edges, max_size=60).map(tuple),
    option_order=st.lists(_ids, max_size=5).map(tuple),
)
