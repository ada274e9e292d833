from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from core.graph.letters import letters
from core.graph.model import Edge, Graph
from core.picture.layout import MAX_DRAWN_NODES, arrange
from tests.unit.picture.graphs import graph, hostile, link, node, staffing


def test_banners_stand_above_options_and_outcomes() -> None:
    layout = arrange(staffing())

    assert [n.id for n in layout.banners] == ["goal", "how"]
    assert [n.id for n in layout.left][:2] == ["hire", "agency"]
    assert {n.id for n in layout.left[2:]} == {"late", "market"}
    assert {n.id for n in layout.right} == {"cost", "speed"}
    assert [edge.key for edge in layout.rails] == [("goal", "how"), ("how", "agency"), ("how", "hire")]


def test_links_take_the_route_between_their_columns() -> None:
    drawn = graph(
        node("o", "option"),
        node("f", "factor"),
        node("u", "outcome"),
        node("v", "outcome"),
        edges=(link("o", "u"), link("f", "o"), link("u", "v"), link("v", "o")),
    )

    routes = {found.edge.key: found.route for found in arrange(drawn).links}

    assert routes == {("o", "u"): "across", ("f", "o"): "left", ("u", "v"): "right", ("v", "o"): "back"}


def test_several_decisions_head_their_own_options_earlier_ones_first() -> None:
    drawn = graph(
        node("g", "goal"),
        node("where", "decision"),
        node("who", "decision"),
        node("a", "option"),
        node("b", "option"),
        node("c", "option"),
        node("loose", "option"),
        edges=(
            Edge(src="g", dst="who"),
            Edge(src="who", dst="where"),
            Edge(src="who", dst="b"),
            Edge(src="where", dst="a"),
            Edge(src="where", dst="c"),
            Edge(src="where", dst="b"),
        ),
        order=("c", "a", "b", "loose"),
    )

    layout = arrange(drawn)

    assert [n.id for n in layout.banners] == ["g"]
    assert [n.id for n in layout.left] == ["who", "b", "where", "c", "a", "loose"]
    assert letters(drawn) == {"c": "A", "a": "B", "b": "C", "loose": "D"}


def test_options_keep_their_order_only_when_the_graph_has_one() -> None:
    nodes = [node(id_, "option") for id_ in "abc"] + [node(id_, "outcome") for id_ in "xyz"]
    # With x, y, z in place the options would have to stand c, b, a; what travels least is a swap.
    edges = (link("a", "z"), link("b", "y"), link("c", "x"), link("a", "y"))
    free = graph(*nodes, edges=edges)

    kept = replace(free, option_order=("b", "c", "a"))

    assert [n.id for n in arrange(kept).left] == ["b", "c", "a"]
    assert letters(kept) == {"b": "A", "c": "B", "a": "C"}
    assert letters(free) == {"a": "A", "b": "B", "c": "C"}


def test_links_are_read_by_source_and_target_from_the_top() -> None:
    layout = arrange(staffing())
    rows = layout.rows
    left = [found for found in layout.links if found.route == "across"]

    assert left == sorted(left, key=lambda found: (rows[found.edge.src], rows[found.edge.dst]))


@given(hostile)
@settings(max_examples=20, deadline=None)
def test_any_graph_is_arranged_and_only_what_is_there_is_drawn(drawn: Graph) -> None:
    layout = arrange(drawn)

    shown = [n.id for n in (*layout.banners, *layout.left, *layout.right)]
    assert len(shown) == len(set(shown)) <= MAX_DRAWN_NODES
    keys = [edge.key for edge in (*(found.edge for found in layout.links), *layout.rails)]
    assert len(keys) == len(set(keys))
    assert all(src in shown and dst in shown and src != dst for src, dst in keys)


def test_the_order_in_which_parts_are_listed_does_not_matter() -> None:
    drawn = staffing()
    turned = replace(drawn, nodes=drawn.nodes[::-1], edges=drawn.edges[::-1])

    assert arrange(turned) == arrange(drawn)
