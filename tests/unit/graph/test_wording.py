from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from core.graph.analysis import analyse
from core.graph.findings import Effect
from core.graph.model import Edge, Graph
from core.graph.repair import repair
from core.graph.wording import NOT_ASSESSED, Row, consequence_table, mark, reading
from tests.unit.graph.samples import link, node, staffing, with_edges, with_nodes, without
from tests.unit.graph.strategies import messy_graphs, quick, sound_graphs
from tests.unit.graph.test_analysis import wanted

FEW = 200  # draws


def read(graph: Graph) -> str:
    return reading(graph, analyse(graph, draws=1_000))


def speed_only(*links: Edge) -> Graph:
    """The sample with delivery speed as its only outcome, and these links to it."""
    return with_edges(without(staffing(), "cost"), *links)


def test_a_clear_leader_is_named_with_what_would_flip_it() -> None:
    ranking = analyse(staffing()).ranking
    assert ranking is not None
    share = dict(ranking.first_share)["agency"]
    assert reading(staffing(), analyse(staffing())) == (
        f"Use an agency ranks first in {share}% of 10,000 draws. It would lose the lead if you were less "
        "than 39% sure that “Use an agency” raises “Delivery speed”: check that first."
    )


def test_a_link_that_speaks_against_the_leader_tips_when_you_are_surer() -> None:
    graph = without(staffing(), "agency::cost", "hire::cost", "cost")
    graph = with_nodes(graph, node("slump", "risk", "Churn"))
    graph = with_edges(
        graph,
        link("agency", "speed", 1.0, 0.5),
        link("hire", "speed", 1.0, 0.2),
        link("agency", "slump", 0.1, 1.0),
        link("slump", "speed", 1.0, -0.6),
    )
    assert read(graph).endswith(
        "if you were more than 50% sure that “Use an agency” raises “Churn”: check that first."
    )


def test_a_lead_that_no_single_belief_takes_says_so() -> None:
    graph = speed_only(link("hire", "speed", 0.9, -0.5))
    assert re.fullmatch(
        r"Use an agency ranks first in \d+% of 1,000 draws. "
        r"No change of a single belief would take its lead.",
        read(graph),
    )


def test_too_close_to_call_names_what_to_settle_and_no_winner() -> None:
    graph = with_edges(staffing(), link("agency", "speed", 0.45, 0.7))
    assert re.fullmatch(
        r"Too close to call: settle whether “Use an agency” raises “Delivery speed” first. "
        r"(Hire three engineers|Use an agency) ranks first in \d+% of 1,000 draws, "
        r"(Hire three engineers|Use an agency) in \d+%.",
        read(graph),
    )


def test_a_seldom_first_leader_has_its_most_telling_link_settled() -> None:
    graph = speed_only(link("hire", "speed", 0.3, 0.5), link("agency", "speed", 0.3, 0.9))
    assert read(graph).startswith(
        "Too close to call: settle whether “Use an agency” raises “Delivery speed” first."
    )


def test_where_no_single_link_would_settle_it_nothing_is_named() -> None:
    graph = speed_only(link("hire", "speed", 0.0, 0.5), link("agency", "speed", 0.0, 0.5))
    assert read(graph).startswith("Too close to call, and no single link would settle it.")


def test_where_options_are_not_ranked_the_reason_is_the_reading() -> None:
    graph = with_nodes(staffing(), node("cost", "outcome", "Cost"))
    assert read(graph) == "Options are not ranked: say whether more or less is better for “Cost”."


def test_percents_stay_between_one_and_ninety_nine() -> None:
    graph = speed_only(link("hire", "speed", 0.9, 0.001), link("agency", "speed", 0.8, 0.9))
    assert "less than 1% sure" in read(graph)


@quick
@given(sound_graphs())
def test_a_reading_has_at_most_two_sentences_and_no_decimal(graph: Graph) -> None:
    text = read(wanted(graph))
    assert len(re.findall(r"\.(?: |$)", text)) <= 2
    assert not re.search(r"\d[.]\d", text)
    assert "\n" not in text


@quick
@given(messy_graphs())
def test_any_mended_graph_can_be_read_and_tabled(graph: Graph) -> None:
    mended = repair(graph).graph
    analysis = analyse(mended, draws=FEW)
    assert reading(mended, analysis)
    table = consequence_table(mended, analysis)
    assert len(table.columns) == len(mended.of_kind("outcome"))
    for row in table.rows:
        assert len(row.cells) == len(table.columns)
        assert set(row.cells) <= {"▲▲", "▲", "–", "▼", "▼▼", NOT_ASSESSED}


def test_the_table_has_options_by_letter_and_outcomes_with_their_direction() -> None:
    graph = without(staffing(), "hire::cost")
    graph = with_nodes(graph, node("morale", "outcome", "Morale"))
    table = consequence_table(graph, analyse(graph, draws=FEW))
    assert table.columns == (
        "Cost (want less)",
        "Delivery speed (want more)",
        "Morale (direction not said)",
    )
    assert table.rows == (
        Row(letter="A", label="Hire three engineers", cells=(NOT_ASSESSED, "▲", NOT_ASSESSED)),
        Row(letter="B", label="Use an agency", cells=("▲▲", "▲▲", NOT_ASSESSED)),
    )


@pytest.mark.parametrize(
    ("mean", "expected"),
    [
        (0.3, "▲▲"),
        (0.29, "▲"),
        (0.05, "▲"),
        (0.049, "–"),
        (0.0, "–"),
        (-0.05, "▼"),
        (-0.3, "▼▼"),
        (None, NOT_ASSESSED),
    ],
)
def test_marks(mean: float | None, expected: str) -> None:
    assert mark(Effect(option="a", outcome="b", mean=mean)) == expected


def test_an_option_that_is_gone_is_called_by_its_id() -> None:
    analysis = analyse(staffing(), draws=FEW)
    assert reading(without(staffing(), "agency"), analysis).startswith("agency ranks first")
    assert analysis.effect("nobody", "speed") == Effect(option="nobody", outcome="speed")
    assert replace(analysis, effects=()).effect("hire", "speed").mean is None
