"""The reasons behind an analysis: whole percents, whole sentences, nothing that cannot be known."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given

from core.graph.analysis import analyse
from core.graph.model import Better, Graph, NodeKind
from core.graph.quality import questions
from core.graph.repair import repair
from core.graph.why import MOST, Why, why
from core.graph.wording import ASSUMPTIONS, reading
from tests.unit.graph.samples import link, node, staffing, with_edges, with_nodes, without
from tests.unit.graph.strategies import messy_graphs, quick

FEW = 200  # draws


def why_of(graph: Graph, *, draws: int = FEW) -> Why:
    return why(graph, analyse(graph, draws=draws), questions(graph))


def even() -> Graph:
    """Two options that do the same, so that neither may be recommended."""
    return with_edges(
        staffing(),
        *(link(option, outcome, 0.7, 0.5) for option in ("hire", "agency") for outcome in ("cost", "speed")),
    )


def test_options_stand_by_letter_with_effects_and_shares_of_first_ranks() -> None:
    found = why_of(staffing(), draws=2_000)
    assert [(o.letter, o.label) for o in found.options] == [
        ("A", "Hire three engineers"),
        ("B", "Use an agency"),
    ]
    assert sum(option.first or 0 for option in found.options) == 100
    assert sum(option.first_any_weights or 0 for option in found.options) == 100
    cost, speed = found.options[1].cells
    assert (cost.outcome, cost.wanted, cost.mark, cost.effect) == (
        "Cost",
        "want less",
        "▲▲",
        "raises it strongly",
    )
    assert speed.share == "in at least half of the draws"
    assert found.draws == 2_000


def test_the_reading_and_the_assumptions_are_those_of_the_draft() -> None:
    analysis = analyse(staffing(), draws=FEW)
    found = why(staffing(), analysis, ())
    assert found.reading == reading(staffing(), analysis)
    assert found.assumptions == ASSUMPTIONS
    assert found.questions == ()


def test_what_is_too_close_to_call_is_marked_so() -> None:
    found = why_of(even())
    assert found.too_close
    assert found.reading.startswith("Too close to call")


def test_what_takes_the_lead_and_what_to_check_are_sentences_with_both_labels() -> None:
    graph = with_edges(staffing(), link("agency", "speed", 0.9, 0.9), link("agency", "cost", 0.5, 0.2))
    found = why_of(graph)
    assert not found.too_close
    assert 0 < len(found.flips) <= MOST
    assert 0 < len(found.check_first) <= MOST
    assert found.flips[0].startswith("A Hire three engineers takes the lead if you are less than ")
    assert found.flips[0].endswith("that “Use an agency” raises “Delivery speed”; the graph says 90%.")
    assert found.check_first[0] == (
        "Find out whether “Use an agency” raises “Delivery speed”; the graph is 90% sure."
    )


def test_a_lead_that_no_belief_takes_is_said() -> None:
    graph = without(staffing(), "agency::cost", "hire::speed")
    graph = with_edges(graph, link("agency", "speed", 1.0, 0.9), link("hire", "cost", 1.0, 0.9))
    assert why_of(graph).flips == ("No change of a single belief would take the lead.",)


def test_an_outcome_of_unknown_direction_leaves_effects_and_no_ranks() -> None:
    graph = with_nodes(staffing(), node("cost", NodeKind.OUTCOME, "Cost", better=Better.UNKNOWN))
    found = why_of(graph)
    assert [option.first for option in found.options] == [None, None]
    assert (found.flips, found.check_first, found.too_close) == ((), (), False)
    assert "say whether more or less is better" in found.reading
    assert found.options[1].cells[0].mark == "▲▲"


def test_what_is_not_assessed_is_no_zero_and_what_has_no_numbers_takes_no_part() -> None:
    graph = without(staffing(), "hire::cost")
    graph = with_edges(graph, link("hire", "speed", None))
    cells = why_of(graph).options[0].cells
    assert {(cell.effect, cell.share) for cell in cells} == {("not assessed", "")}
    assert why_of(graph).left_out == (
        "“Hire three engineers → Delivery speed” takes no part: its numbers are missing or out of range.",
    )


def test_the_share_of_draws_follows_how_sure_the_links_are() -> None:
    def share(belief: float, weight: float) -> str:
        graph = with_edges(staffing(), link("hire", "cost", belief, weight))
        return why_of(graph, draws=2_000).options[0].cells[0].share

    assert share(1.0, 0.8) == "in at least 90% of the draws"
    assert share(1.0, -0.8) == "in at least 90% of the draws"
    assert share(0.7, -0.8) == "in at least half of the draws"
    assert share(0.3, 0.8) == "in less than half of the draws"
    assert share(0.07, 1.0) == "in few of the draws"
    assert share(0.5, 0.01) == ""


def test_effects_that_go_either_way_say_so() -> None:
    graph = with_nodes(staffing(), node("delay", NodeKind.RISK, "Delay"))
    graph = with_edges(
        graph,
        link("hire", "cost", 0.8, 0.9),
        link("hire", "delay", 0.5, 0.9),
        link("delay", "cost", 0.9, -1.0),
    )
    assert why_of(graph, draws=2_000).options[0].cells[0].share.endswith("and the other way in some")


@quick
@given(messy_graphs())
def test_nothing_is_shown_that_may_not_be(graph: Graph) -> None:
    mended = replace(repair(graph).graph, title="")
    found = why(mended, analyse(mended, draws=20), questions(mended))
    for sentence in (*found.flips, *found.check_first, *found.left_out):
        assert sentence.endswith(".")
    shares = [cell.share for option in found.options for cell in option.cells]
    assert not [share for share in shares if re.search(r"\d\.\d", share)]
    assert len(found.options) == len(mended.options)
