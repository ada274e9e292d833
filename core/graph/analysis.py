"""What may honestly be computed from a graph: effects, how often each option ranks first, what would flip it.

Terms and sources: multi-attribute value theory (Keeney and Raiffa), rank acceptability and weights uniform
on the simplex from SMAA-2 (Lahdelma and Salminen, Operations Research 49(3), 2001), value of information
(Howard). The assumptions are those of `core.graph.effects` and `core.graph.simulation`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from core.graph.effects import Model, effects_of, model_of
from core.graph.findings import Analysis, CheckFirst, Effect, Ranking, Swing, Tipping
from core.graph.labels import listed, named
from core.graph.model import Graph, NodeKind
from core.graph.sensitivity import TINY, Values, check_first, tipping, tornado, values_of

if TYPE_CHECKING:
    from core.graph.simulation import Ranked

__all__ = ["DRAWS", "Analysis", "CheckFirst", "Effect", "Ranking", "Swing", "Tipping", "analyse"]

DRAWS = 10_000
CLEAR_SHARE = 60  # percent of draws in which a leader must rank first
_ROUNDING = 1e-9  # 100 x 0.29 is a little less than 29


def analyse(graph: Graph, *, draws: int = DRAWS, seed: int = 0) -> Analysis:
    """Every finding on a graph; the same graph, draws and seed give the same findings.

    Raises GraphHasCycle when the causal links form a cycle (repair leaves none), ValueError for less than
    one draw. Links without usable numbers take no part and are listed. Options are not ranked when there are
    fewer than two, when no outcome is there, when the direction of one is unknown, or when nothing is known
    about one of them. In a ranking, an effect that is not assessed counts as none.
    """
    if draws < 1:
        raise ValueError(f"{draws} draws, needs 1")
    from core.graph.simulation import quantiles, rank, simulate  # noqa: PLC0415  numpy takes 110 ms to import

    model = model_of(graph)
    reached = {option: effects_of(option, model.links) for option in model.options}
    simulated = simulate(model, draws=draws, seed=seed)
    found = []
    for row, option in enumerate(model.options):
        for column, outcome in enumerate(model.outcomes):
            effect = Effect(option=option, outcome=outcome)
            if outcome in reached[option]:
                p10, p50, p90 = (float(q) for q in quantiles(simulated[row, column]))
                effect = replace(effect, mean=reached[option][outcome], p10=p10, p50=p50, p90=p90)
            found.append(effect)
    reason = _why_not_ranked(graph, model, reached)
    signs = tuple(sign or 0 for sign in model.signs)
    return Analysis(
        effects=tuple(found),
        ranking=None if reason else _ranking(values_of(model), rank(simulated, signs, seed=seed)),
        not_ranked_because=reason,
        left_out=model.left_out,
        draws=draws,
    )


def _ranking(values: Values, ranked: Ranked) -> Ranking:
    options = tuple(values.values)
    shares = dict(zip(options, whole_percents(ranked.first), strict=True))
    tips = tipping(values)
    ahead = values.lead(values.values) > TINY
    return Ranking(
        leader=values.leader,
        values=tuple(values.values.items()),
        first_share=tuple(shares.items()),
        first_share_any_weights=tuple(zip(options, whole_percents(ranked.first_any_weights), strict=True)),
        tipping=tips,
        check_first=check_first(values),
        tornado=tornado(values),
        evpi=ranked.evpi,
        clear=ahead and not any(tip.is_near for tip in tips) and shares[values.leader] >= CLEAR_SHARE,
    )


def whole_percents(shares: Sequence[float]) -> tuple[int, ...]:
    """Shares that sum to 1 as whole percents that sum to 100: largest remainders first, then earliest."""
    exact = [100 * share for share in shares]
    floors = [int(share + _ROUNDING) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (floors[i] - exact[i], i))
    lifted = set(by_remainder[: 100 - sum(floors)])
    return tuple(floor + (i in lifted) for i, floor in enumerate(floors))


def _why_not_ranked(graph: Graph, model: Model, reached: dict[str, dict[str, float]]) -> str:
    """Why the options cannot be ranked, as a sentence; empty when they can."""
    names = {node.id: named(node) for node in graph.of_kind(NodeKind.OPTION, NodeKind.OUTCOME)}
    if len(model.options) < 2:  # noqa: PLR2004  it takes two to compare
        return "Options are not ranked: there is nothing to compare with."
    if not model.outcomes:
        return "Options are not ranked: no outcome is named to compare them by."
    open_outcomes = [
        names[id_] for id_, sign in zip(model.outcomes, model.signs, strict=True) if sign is None
    ]
    if open_outcomes:
        return f"Options are not ranked: say whether more or less is better for {listed(open_outcomes)}."
    unknown = [names[option] for option in model.options if not reached[option].keys() & set(model.outcomes)]
    if unknown:
        return f"Options are not ranked: nothing is known about the effects of {listed(unknown)}."
    return ""
