from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from core.errors import GraphHasCycle
from core.graph.analysis import Analysis, analyse, whole_percents
from core.graph.effects import Link, Model, effects_of, model_of, worth
from core.graph.findings import Effect
from core.graph.model import Better, Graph, NodeKind
from core.graph.repair import repair
from core.graph.sensitivity import check_first, tipping, tornado, values_of
from core.graph.simulation import simulate
from tests.unit.graph.samples import link, node, staffing, with_edges, with_nodes, without
from tests.unit.graph.strategies import messy_graphs, quick, sound_graphs

FEW = 200  # draws, where their number does not matter
ROUNDING = 1e-9


def wanted(graph: Graph) -> Graph:
    """The graph with a direction for every outcome, so that its options can be ranked."""
    return replace(
        graph,
        nodes=tuple(
            replace(n, better=Better.LOWER if n.id.endswith("1") else Better.HIGHER)
            if n.kind == NodeKind.OUTCOME
            else n
            for n in graph.nodes
        ),
    )


def paths_effect(graph: Graph, option: str, outcome: str) -> float | None:
    """The effect by its definition: over all paths, the sum of the products of belief and weight."""
    numbers = {
        e.key: e.belief * e.weight for e in graph.edges if e.belief is not None and e.weight is not None
    }
    oracle: nx.DiGraph[str] = nx.DiGraph(list(numbers))
    oracle.add_nodes_from([option, outcome])
    paths = list(nx.all_simple_paths(oracle, option, outcome))
    return sum(math.prod(numbers[pair] for pair in pairwise(path)) for path in paths) if paths else None


@quick
@given(sound_graphs())
def test_the_mean_effect_is_the_sum_over_paths_and_without_a_path_there_is_none(graph: Graph) -> None:
    for effect in analyse(graph, draws=1).effects:
        expected = paths_effect(graph, effect.option, effect.outcome)
        assert effect.is_assessed == (expected is not None)
        assert effect.mean == (None if expected is None else pytest.approx(expected, abs=ROUNDING))
        assert (effect.p10 is None) == (effect.p50 is None) == (effect.p90 is None) == (expected is None)


def clipped_mean(link: Link) -> float:
    """The mean of Normal(weight, sd) clipped to -1..1, in closed form."""
    sd = (0.1 + 0.3 * (1 - link.belief)) * abs(link.weight)
    low, high = (-1 - link.weight) / sd, (1 - link.weight) / sd

    def below(z: float) -> float:
        return (1 + math.erf(z / math.sqrt(2))) / 2

    def density(z: float) -> float:
        return math.exp(-z * z / 2) / math.sqrt(2 * math.pi)

    inside = link.weight * (below(high) - below(low)) + sd * (density(low) - density(high))
    return inside - below(low) + (1 - below(high))


@given(sound_graphs(), st.integers(min_value=0, max_value=2**32))
@settings(max_examples=30)
def test_the_simulated_mean_agrees_with_the_exact_one(graph: Graph, seed: int) -> None:
    model = model_of(graph)
    draws = 4_000
    clipped = [replace(part, weight=clipped_mean(part)) for part in model.links]
    simulated = simulate(model, draws=draws, seed=seed)
    for row, option in enumerate(model.options):
        exact = effects_of(option, clipped)
        for column, outcome in enumerate(model.outcomes):
            sample = simulated[row, column]
            # 6 standard errors, and room for links that exist in too few draws to show their spread
            bound = 6 * sample.std() / math.sqrt(draws) + 12 / draws
            assert abs(sample.mean() - exact.get(outcome, 0.0)) <= bound


@quick
@given(st.floats(min_value=-0.4, max_value=0.4))
def test_clipping_does_not_shift_links_of_ordinary_strength(weight: float) -> None:
    assume(abs(weight) > 0.01)
    assert clipped_mean(Link(src="a", dst="b", belief=0.5, weight=weight)) == pytest.approx(weight, abs=1e-5)


@quick
@given(sound_graphs())
def test_a_value_is_the_wanted_effects_on_average(graph: Graph) -> None:
    model = model_of(wanted(graph))
    values = values_of(model)
    for option in model.options:
        effects = effects_of(option, model.links)
        signed = [
            sign * effects.get(u, 0.0) for u, sign in zip(model.outcomes, model.signs, strict=True) if sign
        ]
        assert values.values[option] == pytest.approx(sum(signed) / len(model.outcomes), abs=ROUNDING)


@quick
@given(sound_graphs(), st.data())
def test_a_value_with_one_belief_set_is_the_value_of_the_graph_with_that_belief(
    graph: Graph, data: st.DataObject
) -> None:
    model = model_of(wanted(graph))
    place = data.draw(st.integers(min_value=0, max_value=len(model.links) - 1))
    belief = data.draw(st.floats(min_value=0, max_value=1))
    assert values_of(model).at(place, belief) == pytest.approx(
        recomputed(model, model.links[place], belief), abs=ROUNDING
    )


def recomputed(model: Model, at: Link, belief: float) -> dict[str, float]:
    """The options' values after one belief was changed, worked out again from the start."""
    links = tuple(replace(part, belief=belief) if part == at else part for part in model.links)
    changed = replace(model, links=links)
    gain = worth(changed)
    return {option: gain.get(option, 0.0) for option in model.options}


@quick
@given(sound_graphs())
def test_each_tipping_belief_flips_the_leader_on_both_sides(graph: Graph) -> None:
    model = model_of(wanted(graph))
    values = values_of(model)
    for tip in tipping(values):
        at = next(part for part in model.links if (part.src, part.dst) == (tip.src, tip.dst))
        assert 0 < tip.tips_at < 1
        assert tip.tips_at != tip.belief == at.belief
        outwards = 1 if tip.tips_at > tip.belief else -1
        room = (1 - tip.tips_at) if outwards > 0 else tip.tips_at
        level = recomputed(model, at, tip.tips_at)
        assert level[tip.to] == pytest.approx(level[values.leader], abs=ROUNDING)
        assert level[values.leader] >= max(level.values()) - ROUNDING
        inside = recomputed(model, at, (tip.tips_at + tip.belief) / 2)
        assert inside[values.leader] >= max(inside.values()) - ROUNDING
        outside = recomputed(model, at, tip.tips_at + outwards * room / 2)
        assert outside[tip.to] > outside[values.leader]


@quick
@given(sound_graphs())
def test_a_belief_without_tipping_points_never_takes_the_lead(graph: Graph) -> None:
    model = model_of(wanted(graph))
    values = values_of(model)
    assume(values.lead(values.values) > ROUNDING)
    tips = {(tip.src, tip.dst) for tip in tipping(values)}
    for at in model.links:
        if (at.src, at.dst) not in tips:
            for belief in (0.0, 0.25, 0.5, 0.75, 1.0):
                there = recomputed(model, at, belief)
                assert there[values.leader] >= max(there.values()) - ROUNDING


@quick
@given(sound_graphs())
def test_checking_a_link_is_worth_what_its_definition_says_and_only_where_it_can_tip(graph: Graph) -> None:
    model = model_of(wanted(graph))
    values = values_of(model)
    found = {(check.src, check.dst): check.value for check in check_first(values)}
    now = max(values.values.values())
    for at in model.links:
        known = at.belief * max(recomputed(model, at, 1).values())
        known += (1 - at.belief) * max(recomputed(model, at, 0).values())
        assert found.get((at.src, at.dst), 0.0) == pytest.approx(known - now, abs=ROUNDING)
    assert list(found.values()) == sorted(found.values(), reverse=True)
    level = [o for o, value in values.values.items() if value >= now - ROUNDING]
    if len(level) == 1:
        assert found.keys() <= {(tip.src, tip.dst) for tip in tipping(values)}


@quick
@given(sound_graphs())
def test_the_tornado_has_the_lead_at_both_ends(graph: Graph) -> None:
    model = model_of(wanted(graph))
    values = values_of(model)
    for swing in tornado(values):
        at = next(part for part in model.links if (part.src, part.dst) == (swing.src, swing.dst))
        for lead, belief in ((swing.low, max(0.0, at.belief - 0.2)), (swing.high, min(1.0, at.belief + 0.2))):
            there = recomputed(model, at, belief)
            others = max(value for option, value in there.items() if option != values.leader)
            assert lead == pytest.approx(there[values.leader] - others, abs=ROUNDING)
    widths = [abs(swing.high - swing.low) for swing in tornado(values)]
    assert widths == sorted(widths, reverse=True)


@quick
@given(sound_graphs(), st.integers(min_value=0, max_value=2**32))
def test_a_ranking_is_whole_and_ordered(graph: Graph, seed: int) -> None:
    graph = wanted(graph)
    found = analyse(graph, draws=FEW, seed=seed)
    assume(found.ranking is not None)
    assert found.ranking is not None
    options = [o.id for o in graph.options]
    for shares in (found.ranking.first_share, found.ranking.first_share_any_weights):
        assert [option for option, _ in shares] == options
        assert sum(percent for _, percent in shares) == 100
    values = dict(found.ranking.values)
    assert list(values) == options
    assert values[found.ranking.leader] == max(values.values())
    assert found.ranking.evpi >= 0
    distances = [tip.distance for tip in found.ranking.tipping]
    assert distances == sorted(distances)


@quick
@given(messy_graphs())
def test_any_mended_graph_can_be_analysed_and_the_findings_survive_json(graph: Graph) -> None:
    mended = repair(graph).graph
    found = analyse(mended, draws=FEW)
    adapter = TypeAdapter(Analysis)
    assert adapter.validate_json(adapter.dump_json(found)) == found
    assert (found.ranking is None) == bool(found.not_ranked_because)
    assert len(found.effects) == len(mended.options) * len(mended.of_kind("outcome"))


def test_the_agency_leads_the_sample() -> None:
    found = analyse(staffing())
    ranking = found.ranking
    assert ranking is not None
    assert (found.draws, found.left_out, found.not_ranked_because) == (10_000, (), "")
    assert ranking.leader == "agency"
    assert dict(ranking.values) == pytest.approx({"hire": -0.045, "agency": 0.1})
    assert found.effect("agency", "speed").mean == pytest.approx(0.56)
    assert [o for o, _ in ranking.first_share] == ["hire", "agency"]
    assert dict(ranking.first_share)["agency"] == pytest.approx(78, abs=3)
    [first, *_] = ranking.tipping
    assert (first.src, first.dst, first.to) == ("agency", "speed", "hire")
    assert first.tips_at == pytest.approx(0.8 - 0.29 / 0.7)
    assert ranking.clear
    assert [(check.src, check.dst) for check in ranking.check_first] == [("agency", "speed")]


def test_the_same_seed_gives_the_same_findings_and_another_seed_others() -> None:
    assert analyse(staffing(), seed=1) == analyse(staffing(), seed=1)
    assert analyse(staffing(), seed=1) != analyse(staffing(), seed=2)


def test_the_order_of_the_parts_does_not_matter() -> None:
    graph = staffing()
    turned = replace(graph, nodes=graph.nodes[::-1], edges=graph.edges[::-1])
    assert analyse(turned) == analyse(graph)


def test_editing_one_link_leaves_the_other_draws_alone() -> None:
    before = analyse(staffing())
    after = analyse(with_edges(staffing(), link("agency", "speed", 0.3, 0.1)))
    changed = [(b.option, b.outcome) for b, a in zip(before.effects, after.effects, strict=True) if a != b]
    assert changed == [("agency", "speed")]


def test_links_of_different_graphs_draw_alike_wherever_they_stand() -> None:
    larger = with_edges(with_nodes(staffing(), node("a_market", "factor")), link("a_market", "speed"))
    assert simulate(model_of(larger), draws=FEW, seed=0)[:, 0] == pytest.approx(
        simulate(model_of(staffing()), draws=FEW, seed=0)[:, 0]
    )


def test_a_cell_without_a_path_is_not_assessed() -> None:
    found = analyse(without(staffing(), "hire::cost"), draws=FEW)
    assert found.effect("hire", "cost") == Effect(option="hire", outcome="cost")
    assert found.ranking is not None


def test_what_leads_to_no_outcome_changes_no_value() -> None:
    graph = with_edges(with_nodes(staffing(), node("market", "factor")), link("agency", "market"))
    assert values_of(model_of(graph)).values == values_of(model_of(staffing())).values


def test_a_link_without_numbers_takes_no_part_and_is_listed() -> None:
    graph = with_edges(staffing(), link("hire", "cost", None, 0.3), link("hire", "speed", math.nan, 0.2))
    found = analyse(with_edges(graph, link("agency", "cost", 1.5, 0.1)), draws=FEW)
    assert found.left_out == (("agency", "cost"), ("hire", "cost"), ("hire", "speed"))
    assert not found.effect("hire", "cost").is_assessed
    assert not found.effect("agency", "cost").is_assessed


NOT_RANKED = [
    (without(staffing(), "hire"), "nothing to compare with"),
    (without(staffing(), "hire", "agency"), "nothing to compare with"),
    (without(staffing(), "cost", "speed"), "no outcome is named"),
    (with_nodes(staffing(), node("cost", "outcome", "Cost")), "better for “Cost”."),
    (
        with_nodes(
            staffing(),
            node("cost", "outcome", "Cost", better=Better.UNKNOWN),
            node("speed", "outcome", "Delivery speed"),
        ),
        "better for “Cost” and “Delivery speed”.",
    ),
    (without(staffing(), "hire::cost", "hire::speed"), "effects of “Hire three engineers”."),
]


@pytest.mark.parametrize(("graph", "words"), NOT_RANKED)
def test_where_options_cannot_be_compared_the_reason_is_given(graph: Graph, words: str) -> None:
    found = analyse(graph, draws=FEW)
    assert found.ranking is None
    assert found.not_ranked_because.startswith("Options are not ranked: ")
    assert words in found.not_ranked_because


def test_the_effects_are_shown_where_options_are_not_ranked() -> None:
    found = analyse(with_nodes(staffing(), node("cost", "outcome", "Cost")), draws=FEW)
    assert found.effect("agency", "cost").mean == pytest.approx(0.36)


@pytest.mark.parametrize(
    "graph",
    [
        with_edges(staffing(), link("cost", "speed"), link("speed", "cost")),
        with_edges(staffing(), link("cost", "cost")),
        with_edges(staffing(), link("cost", "speed", None, None), link("speed", "cost")),
    ],
)
def test_effects_cannot_be_computed_round_a_cycle(graph: Graph) -> None:
    with pytest.raises(GraphHasCycle):
        analyse(graph)


def test_without_a_draw_there_is_nothing_to_analyse() -> None:
    with pytest.raises(ValueError, match="0 draws, needs 1"):
        analyse(staffing(), draws=0)


def alike(hire: float, agency: float) -> Graph:
    """Hire and agency, each with one link to speed, of these beliefs and weight 0.5."""
    graph = without(staffing(), "cost")
    return with_edges(graph, link("hire", "speed", hire, 0.5), link("agency", "speed", agency, 0.5))


def test_options_that_are_level_are_too_close_to_call() -> None:
    found = analyse(alike(0.5, 0.5)).ranking
    assert found is not None
    assert found.leader == "hire"
    assert not found.clear
    assert found.tipping == ()


def test_a_lead_that_a_tenth_of_belief_takes_is_too_close_to_call() -> None:
    near, far = (analyse(alike(hire, 0.999)).ranking for hire in (0.9, 0.05))
    assert near is not None
    assert far is not None
    assert not near.clear
    assert far.clear


def test_a_leader_that_seldom_ranks_first_is_too_close_to_call() -> None:
    graph = with_edges(alike(0.3, 0.3), link("agency", "speed", 0.3, 0.9))
    found = analyse(graph).ranking
    assert found is not None
    assert found.leader == "agency"
    assert all(tip.distance > 0.1 for tip in found.tipping)
    assert dict(found.first_share)["agency"] < 60
    assert not found.clear


def test_two_rivals_can_take_the_lead_on_either_side_of_one_belief() -> None:
    graph = without(staffing(), "cost", "speed")
    graph = with_nodes(
        graph,
        node("wait", "option"),
        node("market", "factor"),
        node("gain", "outcome", better=Better.HIGHER),
    )
    graph = with_edges(
        graph,
        link("market", "gain", 0.5, 0.8),
        link("hire", "market", 1.0, 0.5),
        link("agency", "market", 1.0, 1.0),
        link("agency", "gain", 1.0, -0.22),
        link("wait", "gain", 1.0, 0.19),
    )
    found = analyse(graph, draws=FEW).ranking
    assert found is not None
    assert found.leader == "hire"
    crossings = [(t.to, t.tips_at > t.belief) for t in found.tipping if (t.src, t.dst) == ("market", "gain")]
    assert sorted(crossings) == [("agency", True), ("wait", False)]


@quick
@given(st.lists(st.integers(min_value=0, max_value=1000), min_size=1, max_size=8).filter(any))
def test_whole_percents_add_up_and_are_off_by_less_than_one(parts: list[int]) -> None:
    shares = [part / sum(parts) for part in parts]
    percents = whole_percents(shares)
    assert sum(percents) == 100
    assert all(abs(percent - 100 * share) < 1 for percent, share in zip(percents, shares, strict=True))


def test_equal_remainders_go_to_the_first() -> None:
    assert whole_percents([1 / 3] * 3) == (34, 33, 33)


def test_numpy_is_imported_only_when_an_analysis_is_asked_for() -> None:
    code = "import sys, core.graph.analysis, core.graph.wording; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603  our own


def test_strengths_stay_within_bounds() -> None:
    model = model_of(alike(0.01, 1.0))
    strong = replace(model, links=tuple(replace(part, weight=1.0) for part in model.links))
    drawn = simulate(strong, draws=FEW, seed=0)
    assert float(np.abs(drawn).max()) <= 1.0
