from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from core.graph.english import (
    asks_whether_or_not,
    cites_a_past_case,
    keeps_things_as_they_are,
    names_a_date,
    speaks_of_money_spent,
)
from core.graph.model import Better, Graph
from core.graph.quality import PATTERNS, READ_ENGLISH, Question, questions
from core.graph.repair import repair
from tests.unit.graph.samples import COSTS, HYPOTHESIS, link, node, staffing, with_edges, with_nodes, without
from tests.unit.graph.strategies import messy_graphs, quick, sound_graphs

CODES = {
    "WHETHER_OR_NOT",
    "ONE_REAL_OPTION",
    "NO_STATUS_QUO",
    "NOT_ASSESSED",
    "NO_DIRECTION",
    "SINGLE_OUTCOME",
    "NO_DOWNSIDE",
    "STRAW_MAN",
    "NO_RISK",
    "MOSTLY_HYPOTHESIS",
    "CONFIDENT_GUESS",
    "NARROW_BELIEFS",
    "ANCHORED_BELIEFS",
    "ANCHORED_WEIGHTS",
    "ONE_SOURCE",
    "UNEVEN_EVIDENCE",
    "NO_REFERENCE_CLASS",
    "SUNK_COST",
    "IDENTICAL_OPTIONS",
    "DOMINATED",
}


def asked(graph: Graph, code: str, *, english: bool = True) -> Question | None:
    found = [q for q in questions(graph, risks=True, english=english) if q.code == code]
    assert len(found) < 2
    return found[0] if found else None


def quiet() -> Graph:
    """A graph that nothing needs to be asked about."""
    graph = with_nodes(
        staffing(),
        node("launch", "goal", "Launch the new warehouse"),
        node("wait", "option", "Keep the current team"),
        node("slump", "risk", "A slump"),
    )
    quote = replace(COSTS, quote="the last project took a year")
    other = replace(COSTS, source="interviews.md", quote="agency rebuilt a warehouse")
    return with_edges(
        graph,
        link("agency", "cost", 0.9, 0.4, COSTS),
        link("agency", "speed", 0.6, 0.7, other),
        link("hire", "cost", 0.7, 0.3, quote),
        link("hire", "speed", 0.65, 0.2, other),
        link("wait", "cost", 0.5, 0.1, COSTS),
        link("wait", "speed", 0.55, 0.1, HYPOTHESIS),
        link("agency", "slump", 0.3, 0.6, HYPOTHESIS),
        link("slump", "speed", 0.45, -0.5, HYPOTHESIS),
    )


def test_nothing_is_asked_about_a_graph_without_these_patterns() -> None:
    assert [q.code for q in questions(without(quiet(), "wait"), risks=True)] == ["NO_STATUS_QUO"]
    assert questions(quiet(), risks=True) == ()


def test_every_pattern_of_the_contract_is_looked_for_once() -> None:
    assert [code for code, _ in PATTERNS] == list(dict.fromkeys(code for code, _ in PATTERNS))
    assert {code for code, _ in PATTERNS} == CODES


FOUND = [
    (
        with_nodes(staffing(), node("how", "decision", "Should we hire?")),
        "WHETHER_OR_NOT",
        "“Should we hire?” can be answered with yes or no",
        ("how",),
    ),
    (
        with_nodes(staffing(), node("hire", "option", "Do nothing")),
        "ONE_REAL_OPTION",
        "“Use an agency” is the only change considered",
        ("agency",),
    ),
    (staffing(), "NO_STATUS_QUO", "No option keeps things as they are", ()),
    (
        without(staffing(), "hire::cost"),
        "NOT_ASSESSED",
        "1 of 4 effects of options on outcomes, such as that of “Hire three engineers” on “Cost”",
        ("hire::cost",),
    ),
    (
        with_nodes(staffing(), node("cost", "outcome", "Cost", better=Better.UNKNOWN)),
        "NO_DIRECTION",
        "Is more or less better for “Cost”?",
        ("cost",),
    ),
    (without(staffing(), "cost"), "SINGLE_OUTCOME", "“Delivery speed” is the only outcome", ("speed",)),
    (
        with_edges(staffing(), link("hire", "cost", 0.7, -0.3)),
        "NO_DOWNSIDE",
        "Only good is said of “Hire three engineers”",
        ("hire",),
    ),
    (
        with_edges(staffing(), link("hire", "speed", 0.6, -0.2)),
        "STRAW_MAN",
        "Only harm is said of “Hire three engineers”",
        ("hire",),
    ),
    (staffing(), "NO_RISK", "No risk is drawn", ()),
    (
        staffing(),
        "MOSTLY_HYPOTHESIS",
        "3 of 4 links rest on hypotheses",
        ("agency::speed", "hire::cost", "hire::speed"),
    ),
    (
        staffing(),
        "CONFIDENT_GUESS",
        "“Use an agency → Delivery speed” is held 80% sure and rests on no source. What",
        ("agency::speed",),
    ),
    (
        with_edges(staffing(), link("hire", "speed", 0.95, 0.2), link("hire", "cost", 0.9, 0.2, None)),
        "CONFIDENT_GUESS",
        "rests on no source, and so are 2 more. What",
        ("agency::speed", "hire::cost", "hire::speed"),
    ),
    (
        with_edges(staffing(), link("hire", "speed", 0.75, 0.2), link("hire", "cost", 0.8, 0.2)),
        "NARROW_BELIEFS",
        "All 4 links are held between 75% and 90% sure",
        (),
    ),
    (
        with_edges(staffing(), link("agency", "cost", 0.6, 0.3), link("agency", "speed", 0.6, 0.2)),
        "IDENTICAL_OPTIONS",
        "have the same consequences here",
        ("hire", "agency"),
    ),
    (
        with_edges(staffing(), link("hire", "cost", 0.9, 0.5)),
        "DOMINATED",
        "“Hire three engineers” is no better than “Use an agency” on any outcome",
        ("hire", "agency"),
    ),
    (
        with_edges(staffing(), link("agency", "speed", 0.8, 0.7, COSTS)),
        "UNEVEN_EVIDENCE",
        "2 links of “Use an agency” rest on sources, none of “Hire three engineers”",
        ("hire",),
    ),
    (staffing(), "NO_REFERENCE_CLASS", "“Launch by June” names a date", ("launch",)),
    (
        with_edges(staffing(), link("hire", "cost", provenance=replace(COSTS, quote="we already spent 90k"))),
        "SUNK_COST",
        "“already spent” stands under “Hire three engineers → Cost”",
        ("hire::cost",),
    ),
]


@pytest.mark.parametrize(("graph", "code", "words", "at"), FOUND)
def test_each_pattern_is_asked_about_with_what_was_seen(
    graph: Graph, code: str, words: str, at: tuple[str, ...]
) -> None:
    graph = (
        with_edges(graph, link("hire", "cost", 0.6, 0.3), link("hire", "speed", 0.6, 0.2))
        if (code == "IDENTICAL_OPTIONS")
        else graph
    )
    question = asked(graph, code)
    assert question is not None
    assert words in question.question
    assert "?" in question.question
    assert question.at == at
    assert asked(quiet(), code) is None


def six(*figures: tuple[float, float], source: str = "costs.csv") -> Graph:
    """Three options by two outcomes, with these beliefs and weights."""
    graph = with_nodes(staffing(), node("wait", "option", "Wait"))
    places = [(o, u) for o in ("hire", "agency", "wait") for u in ("cost", "speed")]
    support = replace(COSTS, source=source)
    links = [link(o, u, b, w, support) for (o, u), (b, w) in zip(places, figures, strict=True)]
    return with_edges(graph, *links)


def test_numbers_that_take_one_or_two_values_are_asked_about() -> None:
    graph = six((0.7, 0.5), (0.8, -0.5), (0.7, 0.5), (0.8, 0.5), (0.7, -0.5), (0.8, 0.5))
    beliefs, weights = asked(graph, "ANCHORED_BELIEFS"), asked(graph, "ANCHORED_WEIGHTS")
    assert beliefs is not None
    assert weights is not None
    assert beliefs.question.startswith("6 beliefs take only 2 values, 70% and 80%.")
    assert weights.question.startswith("6 strengths take only 1 value, 50%.")


@pytest.mark.parametrize(("source", "name"), [("costs.csv", "costs.csv"), ("brief", "the brief")])
def test_most_links_on_one_source_are_asked_about(source: str, name: str) -> None:
    figures = [(0.1 * i, 0.1 * i) for i in range(1, 7)]
    question = asked(six(*figures, source=source), "ONE_SOURCE")
    assert question is not None
    assert question.question.startswith(f"6 of 6 links rest on {name}.")
    assert asked(six(*figures, source="hypothesis"), "ONE_SOURCE") is None


def test_without_english_labels_and_quotes_are_not_read() -> None:
    graph = with_nodes(staffing(), node("how", "decision", "Should we hire?"))
    assert not {q.code for q in questions(graph, english=False)} & READ_ENGLISH
    assert {q.code for q in questions(graph)} & READ_ENGLISH


def test_leaving_things_as_they_are_needs_no_premortem_where_it_can_be_told() -> None:
    graph = with_nodes(staffing(), node("hire", "option", "Keep the current team"))
    graph = with_edges(graph, link("hire", "cost", 0.7, -0.3))
    assert asked(graph, "NO_DOWNSIDE") is None
    assert asked(graph, "NO_DOWNSIDE", english=False) is not None


def test_a_missing_risk_is_asked_about_only_where_risks_are_drawn() -> None:
    assert "NO_RISK" not in {q.code for q in questions(staffing())}
    assert "NO_RISK" in {q.code for q in questions(staffing(), risks=True)}


def test_options_of_which_nothing_is_known_are_not_called_identical() -> None:
    graph = without(staffing(), "hire::cost", "hire::speed", "agency::cost", "agency::speed")
    assert asked(graph, "IDENTICAL_OPTIONS") is None


def test_one_effect_is_too_little_to_call_a_description_one_sided() -> None:
    graph = without(staffing(), "hire::cost", "agency::cost")
    assert asked(graph, "NO_DOWNSIDE") is None
    assert asked(with_edges(graph, link("hire", "speed", 0.5, -0.5)), "STRAW_MAN") is None


def test_options_are_not_compared_where_a_direction_is_unknown() -> None:
    graph = with_edges(staffing(), link("hire", "cost", 0.9, 0.5))
    assert asked(with_nodes(graph, node("cost", "outcome", "Cost")), "DOMINATED") is None


def test_round_a_cycle_nothing_is_asked_about_effects() -> None:
    graph = with_edges(staffing(), link("cost", "speed"), link("speed", "cost"))
    codes = {q.code for q in questions(graph)}
    assert not codes & {"NOT_ASSESSED", "NO_DOWNSIDE", "STRAW_MAN", "DOMINATED"}
    assert "MOSTLY_HYPOTHESIS" in codes


def test_about_an_empty_graph_only_the_missing_risk_is_asked() -> None:
    found = questions(Graph(title="", nodes=(), edges=()), risks=True)
    assert [q.code for q in found] == ["NO_RISK"]


@quick
@given(messy_graphs())
def test_any_mended_graph_can_be_asked_about(graph: Graph) -> None:
    mended = repair(graph).graph
    places = {n.id for n in mended.nodes}
    places |= {f"{a.id}::{b.id}" for a in mended.nodes for b in mended.nodes}
    for question in questions(mended, risks=True):
        assert "?" in question.question
        assert set(question.at) <= places


@quick
@given(sound_graphs())
def test_what_matters_most_is_asked_first_and_most_patterns_once(graph: Graph) -> None:
    codes = [q.code for q in questions(graph, risks=True)]
    rank = [code for code, _ in PATTERNS]
    assert codes == sorted(codes, key=rank.index)
    once = [code for code in codes if code != "DOMINATED"]
    assert len(set(once)) == len(once)


PHRASES = [
    (keeps_things_as_they_are, "Do nothing", True),
    (keeps_things_as_they_are, "Stay with the current vendor", True),
    (keeps_things_as_they_are, "Wait until spring", True),
    (keeps_things_as_they_are, "Leave things as they are", True),
    (keeps_things_as_they_are, "Cut wait times", False),
    (keeps_things_as_they_are, "Build and maintain our own", False),
    (asks_whether_or_not, "Should we move to the cloud?", True),
    (asks_whether_or_not, "Move or not?", True),
    (asks_whether_or_not, "Should we hire or use an agency?", False),
    (asks_whether_or_not, "How do we staff the rebuild?", False),
    (names_a_date, "Launch by June", True),
    (names_a_date, "Ship within 9 months", True),
    (names_a_date, "Win back what we may lose by churn", False),
    (names_a_date, "Reduce churn", False),
    (cites_a_past_case, "rebuilt a similar warehouse in seven months", True),
    (cites_a_past_case, "agency, 180000", False),
]


@pytest.mark.parametrize(("tells", "text", "answer"), PHRASES)
def test_english_phrases_are_read_with_care(tells: object, text: str, answer: object) -> None:
    assert callable(tells)
    assert tells(text) is answer


def test_the_words_on_money_spent_are_given_back() -> None:
    assert speaks_of_money_spent("we have Already Invested a lot") == "Already Invested"
    assert speaks_of_money_spent("agency, 180000") == ""
