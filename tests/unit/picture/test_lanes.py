from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings

from core.graph.model import Edge, Graph
from core.picture.lanes import RAIL, lanes
from core.picture.layout import arrange
from tests.unit.picture.graphs import graph, hostile, link, node, staffing


@given(hostile)
@settings(max_examples=20, deadline=None)
def test_links_in_one_lane_never_overlap(drawn: Graph) -> None:
    layout = arrange(drawn)
    found = lanes(layout)
    rows = layout.rows

    for route in ("left", "right"):
        keys = [it.edge.key for it in layout.links if it.route == route]
        for a, b in combinations(keys, 2):
            (top, low), (high, bottom) = (sorted(rows[id_] for id_ in key) for key in (a, b))
            apart = low <= high or bottom <= top
            assert apart or found.lane[a] != found.lane[b]


@given(hostile)
@settings(max_examples=20, deadline=None)
def test_every_link_has_one_port_at_each_end(drawn: Graph) -> None:
    layout = arrange(drawn)
    found = lanes(layout)

    ends = [(at[0], key) for at, keys in found.ports.items() for key in keys if key != RAIL]

    assert len(ends) == len(set(ends))
    for it in layout.links:
        assert {(it.edge.src, it.edge.key), (it.edge.dst, it.edge.key)} <= set(ends)


def test_ports_are_sorted_by_where_links_go() -> None:
    layout = arrange(staffing())
    rows = layout.rows

    ports = lanes(layout).ports

    assert [dst for _, dst in ports["agency", "right"]] == sorted(
        ["cost", "speed"], key=lambda id_: rows[id_]
    )
    assert [src for src, _ in ports["cost", "left"]] == ["hire", "agency"]
    assert ports["hire", "left"] == (RAIL, ("hire", "late"))


def test_a_long_link_runs_outside_a_short_one_and_begins_above_it() -> None:
    drawn = graph(
        node("a", "option"),
        node("b", "option"),
        node("r", "risk"),
        edges=(link("a", "b"), link("a", "r"), link("r", "b")),
        order=("a", "b"),
    )

    found = lanes(arrange(drawn))

    assert found.lane == {("a", "b"): 0, ("r", "b"): 0, ("a", "r"): 1}
    assert found.ports["a", "left"] == (("a", "r"), ("a", "b"))
    assert found.ports["r", "left"] == (("r", "b"), ("a", "r"))
    assert found.ports["b", "left"] == (("a", "b"), ("r", "b"))


def test_the_goal_reaches_decisions_by_the_outermost_lane() -> None:
    drawn = graph(
        node("g", "goal"),
        node("d1", "decision"),
        node("d2", "decision"),
        node("o1", "option"),
        node("o2", "option"),
        edges=(
            Edge(src="g", dst="d1"),
            Edge(src="g", dst="d2"),
            Edge(src="d1", dst="d2"),
            Edge(src="d1", dst="o1"),
            Edge(src="d2", dst="o2"),
            Edge(src="d2", dst="o1"),
        ),
    )

    found = lanes(arrange(drawn))

    assert found.owner == {"o1": "d1", "o2": "d2"}
    assert found.trunk == {("d1", "d2"): 1, ("d2", "o1"): 0, ("g", "d1"): 2, ("g", "d2"): 2}
    assert found.ports["o1", "left"] == (RAIL, ("d2", "o1"))
