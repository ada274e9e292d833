from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given

from core.graph.labels import likeness, linked, listed, named, on_one_line, quoted
from core.graph.links import cost, is_belief, is_weight, may_lead_to, numbers, storable, strength
from core.graph.model import Edge, Graph, Node, NodeKind, Provenance
from core.graph.order import in_order, numbered
from tests.unit.graph.samples import link, node, staffing
from tests.unit.graph.strategies import messy_graphs, quick, twice_listed

NAN, INF = float("nan"), float("inf")


def test_options_come_by_letter_then_those_without_one() -> None:
    nodes = tuple(node(id_, "option") for id_ in ("a", "b", "c"))
    graph = Graph(title="", nodes=nodes, edges=(), option_order=("c", "gone", "a"))
    assert [n.id for n in graph.options] == ["c", "a", "b"]


def test_nodes_are_found_by_kind_in_the_order_of_the_graph() -> None:
    assert [n.id for n in staffing().of_kind(NodeKind.OUTCOME, NodeKind.GOAL)] == ["cost", "launch", "speed"]


def test_records_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(staffing().nodes[0], "label", "other")  # noqa: B010  mypy would not let it be written plainly


def test_only_a_hypothesis_is_one() -> None:
    assert Provenance(source="hypothesis", quote="").is_hypothesis
    assert not Provenance(source="brief", quote="").is_hypothesis


@pytest.mark.parametrize(
    ("belief", "weight", "expected"),
    [
        (0.5, -0.4, 0.2),
        (None, 0.4, 0.0),
        (0.5, None, 0.0),
        (NAN, 0.4, 0.0),
        (0.5, INF, 0.0),
        (7.0, -3.0, 1.0),
        (-1.0, 1.0, 0.0),
    ],
)
def test_strength_is_always_a_number_from_0_to_1(
    belief: float | None, weight: float | None, expected: float
) -> None:
    edge = link("a", "b", belief, weight)
    assert strength(edge) == expected
    assert cost(edge) == expected * 10**9 + 1


def test_numbers_that_arithmetic_may_use() -> None:
    assert numbers(link("a", "b", 1, -1)) == (1.0, -1.0)
    for belief, weight in ((None, 0.1), (0.1, None), (1.1, 0.1), (0.1, -1.1), (NAN, 0.1), (0.1, INF)):
        assert numbers(link("a", "b", belief, weight)) is None
    assert not is_belief(None)
    assert not is_weight(NAN)
    assert repr(storable(-0.0)) == "0.0"


def test_every_kind_leads_somewhere_and_an_unknown_one_nowhere() -> None:
    assert all(may_lead_to(kind) for kind in NodeKind)
    assert may_lead_to("banana") == ()


ALIKE = [("Hire", " hire."), ("“Build”", "build"), ("ＡＢ", "ab"), ("Straße", "STRASSE"), ("a  b", "a\nb")]
DIFFERENT = [("C++", "C#"), ("+5 %", "-5 %"), ("वि", "वा"), ("Re-platform", "Replatform"), ("A", "B")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_labels_that_say_the_same_are_alike(one: str, other: str) -> None:
    assert likeness(one) == likeness(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_labels_that_differ_in_what_they_say_are_not_alike(one: str, other: str) -> None:
    assert likeness(one) != likeness(other)


def test_names_stand_on_one_line_and_are_cut() -> None:
    assert quoted(" a\n b ") == "“a b”"
    assert len(on_one_line("x" * 500)) == 80
    assert named(Node(id="hire", kind="option", label=" ")) == "“hire”"
    assert linked("a\nb", "c") == "“a b → c”"
    assert [listed(list("abc"[:n])) for n in (1, 2, 3)] == ["a", "a and b", "a, b and c"]


@quick
@given(twice_listed())
def test_one_graph_has_one_order(listings: tuple[Graph, Graph]) -> None:
    assert repr(in_order(listings[0])) == repr(in_order(listings[1]))


@quick
@given(messy_graphs())
def test_parts_are_sorted_by_what_identifies_them(graph: Graph) -> None:
    ordered = in_order(graph)
    assert [n.id for n in ordered.nodes] == sorted(n.id for n in graph.nodes)
    assert [e.key for e in ordered.edges] == sorted(e.key for e in graph.edges)
    ids = numbered(graph.edges)
    assert [(e.src, e.dst, id_) for id_, e in ids] == sorted((e.src, e.dst, id_) for id_, e in ids)


def test_of_equal_links_the_better_supported_comes_first() -> None:
    cited = Provenance(source="a.csv", quote="q")
    edges = (
        link("a", "b", provenance=None),
        link("a", "b"),
        link("a", "b", provenance=cited),
        link("a", "b", 0.9, 0.9, None),
        Edge(src="a", dst="b"),
    )
    ordered = in_order(replace(staffing(), edges=edges)).edges
    assert ordered == (edges[3], edges[2], edges[1], edges[0], edges[4])
