"""The largest graph there may be: 12 nodes and 24 links."""

from __future__ import annotations

from core.graph.model import Better, Edge, Graph, Meta, Node, Provenance

OPTIONS, OUTCOMES = 5, 5


def full_graph() -> Graph:
    """A goal, a decision, five options, five outcomes; every number its own."""
    options = [f"option_{i}" for i in range(OPTIONS)]
    outcomes = [f"outcome_{i}" for i in range(OUTCOMES)]
    nodes = [
        Node(id="goal", kind="goal", label="Ship the rebuilt service before the March renewals"),
        Node(id="decision", kind="decision", label="How should we staff the rebuild?"),
        *(Node(id=id_, kind="option", label=f"Staff it in way number {id_[-1]}") for id_ in options),
        *(
            Node(
                id=id_,
                kind="outcome",
                label=f"Measure number {id_[-1]}",
                better=(Better.HIGHER, Better.LOWER)[i % 2],
            )
            for i, id_ in enumerate(outcomes)
        ),
    ]
    edges = [Edge(src="goal", dst="decision")]
    edges += [Edge(src="decision", dst=option) for option in options]
    pairs = [(option, outcome) for option in options for outcome in outcomes][: 24 - len(edges)]
    for i, (option, outcome) in enumerate(pairs):
        quote = f"passage number {i} says so"
        source = Provenance(
            source="notes.md", quote=quote, location=f"line {i}", document="D1", passage=i + 1
        )
        edges.append(
            Edge(
                src=option,
                dst=outcome,
                belief=round(0.35 + 0.03 * (i % 18), 2),
                weight=round((-1) ** i * (0.2 + 0.04 * (i % 17)), 2),
                provenance=source,
            )
        )
    return Graph(
        title="Staffing the rebuild",
        nodes=tuple(nodes),
        edges=tuple(edges),
        option_order=tuple(options),
        meta=Meta(source="template", model="template-1", prompt_version="bench"),
    )
