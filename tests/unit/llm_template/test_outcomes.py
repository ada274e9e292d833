from __future__ import annotations

import pytest

from core.graph.model import Better
from tests.unit.llm_template.drafted import document, draft, labels, weight


def test_criteria_of_the_brief_come_first_and_in_its_own_words() -> None:
    graph = draft("AWS or GCP? We care about ease of use, price and the carbon footprint.")
    assert set(labels(graph, "outcome")) == {"Ease of use", "Price", "Carbon footprint"}


def test_criteria_may_stand_in_a_list() -> None:
    graph = draft("AWS or GCP?\nOur criteria:\n- Price\n- Latency in Asia\n- Security")
    assert set(labels(graph, "outcome")) == {"Price", "Latency in Asia", "Security"}


def test_a_criterion_that_measures_the_opposite_keeps_its_name_and_turns_the_effects() -> None:
    notes = document("D1", "n.md", "AWS is fast: its response time is short.", "Contractors start soon.")
    graph = draft("Should we hire engineers or use contractors? We care about speed and cost.", notes)
    speed = next(node for node in graph.nodes if node.label == "Speed")
    assert speed.better is Better.HIGHER
    assert weight(graph, "Use contractors", "Speed") > 0


def test_less_is_wanted_of_a_burden_and_more_of_anything_else() -> None:
    graph = draft("AWS or GCP? What matters is delivery noise and the view from the roof.")
    wanted = {node.label: node.better for node in graph.of_kind("outcome")}
    assert wanted == {"Delivery noise": Better.LOWER, "View from the roof": Better.HIGHER}


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Churn is our problem.", "Customer churn"),
        ("We need something cheaper.", "Cost"),
        ("It must be faster.", "Time until it is in use"),
        ("I fear the vendor lock-in.", "Vendor lock-in"),
        ("GDPR applies.", "Compliance"),
    ],
)
def test_what_the_brief_names_becomes_an_outcome(sentence: str, outcome: str) -> None:
    graph = draft(f"Should we use Zendesk or Intercom? {sentence}")
    assert outcome in labels(graph, "outcome")
    named = next(node.id for node in graph.nodes if node.label == outcome)
    assert any(r.target == named and sentence.rstrip(".") in r.why for r in graph.rationales)


def test_a_budget_makes_cost_an_outcome_and_a_date_time() -> None:
    graph = draft("Should we plant trees or shrubs? At most 5,000 EUR. Done by October.")
    assert {"Cost", "Time it takes"} <= set(labels(graph, "outcome"))


def test_a_column_of_numbers_makes_an_outcome() -> None:
    table = document("D1", "t.csv", "option, uptime, price", "AWS, 99.9, 10", "GCP, 99.5, 12")
    graph = draft("AWS or GCP?", table)
    outcomes = {node.label: node.id for node in graph.of_kind("outcome")}
    assert "Reliability" in outcomes
    assert any(r.target == outcomes["Reliability"] and "“uptime”" in r.why for r in graph.rationales)


def test_there_are_at_most_four_outcomes() -> None:
    graph = draft("AWS or GCP? We care about price, security, latency, quality, churn, morale and revenue.")
    assert len(labels(graph, "outcome")) == 4


def test_a_goal_is_taken_from_the_brief() -> None:
    goal = labels(draft("Should we hire or wait? Our goal is to ship by June."), "goal")
    assert goal == ("Ship by June",)
    assert labels(draft("Should we move so that we save rent?"), "goal") == ("Save rent",)


def test_a_wish_to_decide_is_no_goal() -> None:
    graph = draft("We need to decide by Friday. Should we hire or wait?")
    assert labels(graph, "goal") == ("Get the work done on time, with the right people",)
    assert graph.of_kind("goal")[0].body == "The brief names a date: by Friday."


def test_a_budget_bounds_the_usual_goal() -> None:
    graph = draft("Should we hire or wait? Budget: 40k a year.")
    assert labels(graph, "goal") == ("Get the work done on time, with the right people, within 40k a year",)
    assert graph.of_kind("goal")[0].body == "The brief names a budget of 40k a year."


def test_sums_without_a_budget_bound_nothing() -> None:
    graph = draft("Should we hire or wait? We lose $20k a month.")
    assert labels(graph, "goal") == ("Get the work done on time, with the right people",)


def test_an_unknown_effect_is_said_to_be_open_and_hardly_weighs() -> None:
    graph = draft("AWS or GCP?")
    weights = {abs(edge.weight) for edge in graph.edges if edge.weight is not None}
    assert weights == {0.1}
    quotes = {edge.provenance.quote for edge in graph.edges if edge.provenance}
    assert "Cost: the effect of this option is open; no source tells it" in quotes


def test_a_larger_step_of_one_kind_moves_more() -> None:
    graph = draft("Should we raise prices by 5% or 10%?")
    small = weight(graph, "Raise prices by 5%", "Customer churn")
    assert 0 < small < weight(graph, "Raise prices by 10%", "Customer churn")
