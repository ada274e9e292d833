from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from core.graph.diff import Change, Diff, apply, diff, lines
from core.graph.model import Better, Edge, Graph, Meta, Rationale
from core.graph.repair import repair
from tests.unit.graph.samples import COSTS, link, node, staffing, with_edges, with_nodes, without
from tests.unit.graph.strategies import messy_graphs, quick, sound_graphs


def told(a: Graph, b: Graph) -> tuple[str, ...]:
    return lines(diff(a, b), a, b)


@quick
@given(messy_graphs(), messy_graphs())
def test_applying_what_changed_gives_the_other_graph(one: Graph, other: Graph) -> None:
    a, b = repair(one).graph, repair(other).graph
    assert apply(diff(a, b), a) == b


@quick
@given(sound_graphs(), sound_graphs())
def test_applying_what_changed_gives_the_other_sound_graph(a: Graph, b: Graph) -> None:
    assert apply(diff(a, b), a) == b
    assert all(line for line in told(a, b))


@quick
@given(messy_graphs())
def test_nothing_changes_from_a_graph_to_itself(graph: Graph) -> None:
    mended = repair(graph).graph
    assert diff(mended, mended) == Diff()
    assert told(mended, mended) == ()


def test_a_change_knows_what_happened() -> None:
    kinds = [Change(before=b, after=a).kind for b, a in ((None, 1), (1, None), (1, 2))]
    assert kinds == ["added", "removed", "changed"]


def test_parts_are_matched_by_what_identifies_them() -> None:
    a = staffing()
    b = with_edges(with_nodes(without(a, "cost"), node("wait", "option")), link("hire", "speed", 0.1, 0.2))
    changes = diff(a, b)
    assert changes.nodes == (
        Change(before=node("cost", "outcome", "Cost", better=Better.LOWER), after=None),
        Change(before=None, after=node("wait", "option")),
    )
    assert changes.edges == (
        Change(before=link("agency", "cost", 0.9, 0.4, COSTS), after=None),
        Change(before=link("hire", "cost", 0.7, 0.3), after=None),
        Change(before=link("hire", "speed", 0.6, 0.2), after=link("hire", "speed", 0.1, 0.2)),
    )
    assert (changes.title, changes.option_order, changes.meta) == (None, None, None)


def test_of_several_reasons_for_one_part_only_those_that_differ_are_changes() -> None:
    def reasons(*whys: str) -> Graph:
        return replace(staffing(), rationales=tuple(Rationale(target="hire", why=why) for why in whys))

    changes = diff(reasons("a", "b"), reasons("b", "c", "d")).rationales
    assert [(c.before and c.before.why, c.after and c.after.why) for c in changes] == [
        ("a", "c"),
        (None, "d"),
    ]


def test_on_another_graph_changes_set_and_remove_the_same_parts() -> None:
    changes = diff(staffing(), with_edges(without(staffing(), "cost"), link("hire", "speed", 0.9, 0.9)))
    other = with_edges(staffing(), link("hire", "speed", 0.2, 0.2), link("agency", "speed", 0.3, 0.3))
    result = apply(changes, other)
    assert "cost" not in {n.id for n in result.nodes}
    assert {link("hire", "speed", 0.9, 0.9), link("agency", "speed", 0.3, 0.3)} <= set(result.edges)


def test_added_changed_and_removed_parts_are_told_in_words() -> None:
    a = staffing()
    b = with_nodes(
        without(a, "cost", "how::hire"),
        node("wait", "option", "Wait a year"),
        node("hire", "option", "Hire four engineers", body="Two of them senior"),
        node("speed", "risk", "Delivery speed"),
    )
    b = with_edges(
        b, link("agency", "speed", 0.85, -0.2, COSTS), link("wait", "speed"), Edge(src="how", dst="wait")
    )
    b = replace(b, title="Staffing", option_order=("hire", "agency", "wait"), meta=Meta())
    assert told(a, b) == (
        "Added option “Wait a year”",
        "Added link “How do we staff the rebuild? → Wait a year”",
        "Added link “Wait a year → Delivery speed”, 70% sure",
        "Title: “Staffing the rebuild” is now “Staffing”",
        "Renamed option “Hire three engineers” to “Hire four engineers”",
        "Text of “Hire four engineers” changed",
        "“Delivery speed” is now of the kind risk, was outcome",
        "“Delivery speed”: direction not said, was want more",
        "How sure: “Use an agency → Delivery speed” 80 → 85%",
        "How strong: “Use an agency → Delivery speed” 70 → −20%",
        "Source: “Use an agency → Delivery speed” hypothesis → costs.csv, row 2",
        "Removed outcome “Cost”",
        "Removed link “How do we staff the rebuild? → Hire four engineers”",
    )


def test_numbers_that_appear_or_vanish_are_told() -> None:
    a, b = staffing(), with_edges(staffing(), link("hire", "speed", None, 0.2))
    assert told(a, b) == ("How sure: “Hire three engineers → Delivery speed” 60% → not said",)
    assert told(b, a) == ("How sure: “Hire three engineers → Delivery speed” not said → 60%",)


def test_another_quote_from_the_same_place_is_told() -> None:
    b = with_edges(staffing(), link("agency", "cost", 0.9, 0.4, replace(COSTS, quote="180000")))
    assert told(staffing(), b) == ("Quote under “Use an agency → Cost” changed",)


def test_a_difference_below_one_percent_is_not_told() -> None:
    b = with_edges(staffing(), link("hire", "speed", 0.601, 0.2))
    assert diff(staffing(), b) != Diff()
    assert told(staffing(), b) == ()


def test_an_option_that_gets_another_letter_is_told() -> None:
    b = replace(without(staffing(), "hire"), option_order=("agency",))
    assert told(staffing(), b) == (
        "“Use an agency” is now option A, was B",
        "Removed option “Hire three engineers”",
    )


def test_a_direction_that_becomes_known_is_told() -> None:
    a = with_nodes(staffing(), node("cost", "outcome", "Cost", better=Better.UNKNOWN))
    assert told(a, staffing()) == ("“Cost”: want less, was direction not said",)
