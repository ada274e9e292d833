"""Why an analysis comes out as it does: in words, with whole percents, as data to lay out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.graph.analysis import Analysis, Effect, Ranking
from core.graph.labels import linked
from core.graph.letters import letters
from core.graph.model import Graph, Node, NodeKind
from core.graph.phrases import how_sure, wanted
from core.graph.quality import Question
from core.graph.wording import ASSUMPTIONS, LITTLE, NOT_ASSESSED, claim, label_by_id, mark, reading, tips_when

MOST = 3  # links that are named: more than that nobody checks
_DEGREES = {
    "▲▲": "raises it strongly",
    "▲": "raises it",
    LITTLE: "little or no effect",
    "▼": "lowers it",
    "▼▼": "lowers it strongly",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What an option does to one outcome: a mark, and in words what it does and in how many of the draws.

    `share` is empty where the effect is not assessed, or is little or none.
    """

    outcome: str
    wanted: str
    mark: str
    effect: str
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One option with its effects, and how often it ranks first, in whole percents; None when not ranked.

    `first` counts outcomes equally; `first_any_weights` takes every way of weighting them as equally likely.
    """

    letter: str
    label: str
    cells: tuple[Cell, ...]
    first: int | None
    first_any_weights: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The analysis as people read it; every text is plain, each of the tuples holds whole sentences.

    `reading` is the finding in at most two sentences. `too_close` is True where nothing may be recommended
    although the options are ranked. `flips` says what takes the lead from the leader, the nearest first;
    `check_first` which links are worth finding out about, the most valuable first; `left_out` what took no
    part. `draws` says what the percents are of.
    """

    reading: str
    too_close: bool
    options: tuple[Standing, ...]
    flips: tuple[str, ...]
    check_first: tuple[str, ...]
    left_out: tuple[str, ...]
    questions: tuple[str, ...]
    assumptions: str
    draws: int


def why(graph: Graph, analysis: Analysis, questions: Sequence[Question]) -> Why:
    """Everything behind an analysis, which must be that of the graph.

    `questions` are those of `core.graph.quality`, all of which are passed on.
    """
    ranking = analysis.ranking
    return Why(
        reading=reading(graph, analysis),
        too_close=ranking is not None and not ranking.clear,
        options=_options(graph, analysis),
        flips=_flips(graph, ranking) if ranking else (),
        check_first=_check_first(graph, ranking) if ranking else (),
        left_out=tuple(
            f"{_link(graph, *ends)} takes no part: its numbers are missing or out of range."
            for ends in analysis.left_out
        ),
        questions=tuple(question.question for question in questions),
        assumptions=ASSUMPTIONS,
        draws=analysis.draws,
    )


def _options(graph: Graph, analysis: Analysis) -> tuple[Standing, ...]:
    lettered = letters(graph)
    ranking = analysis.ranking
    first = dict(ranking.first_share) if ranking else {}
    any_weights = dict(ranking.first_share_any_weights) if ranking else {}
    outcomes = graph.of_kind(NodeKind.OUTCOME)
    return tuple(
        Standing(
            letter=lettered[option.id],
            label=label_by_id(graph, option.id),
            cells=tuple(
                _cell(graph, outcome, analysis.effect(option.id, outcome.id)) for outcome in outcomes
            ),
            first=first.get(option.id),
            first_any_weights=any_weights.get(option.id),
        )
        for option in graph.options
    )


def _cell(graph: Graph, outcome: Node, effect: Effect) -> Cell:
    sign = mark(effect)
    return Cell(
        outcome=label_by_id(graph, outcome.id),
        wanted=wanted(outcome.better),
        mark=sign,
        effect=_DEGREES.get(sign, NOT_ASSESSED),
        share=_share(effect),
    )


def _share(effect: Effect) -> str:
    """In how many draws the outcome moves the way its mean does; quantiles bound it, and no more is said."""
    quantiles = [q for q in (effect.p10, effect.p50, effect.p90) if q is not None]
    if not quantiles or effect.mean is None or mark(effect) == LITTLE:
        return ""
    least, middle, most = sorted(q if effect.mean > 0 else -q for q in quantiles)
    if least > 0:
        return "in at least 90% of the draws"
    against = ", and the other way in some" if least < 0 else ""
    if middle > 0:
        return f"in at least half of the draws{against}"
    return f"in less than half of the draws{against}" if most > 0 else f"in few of the draws{against}"


def _flips(graph: Graph, ranking: Ranking) -> tuple[str, ...]:
    if not ranking.tipping:
        return ("No change of a single belief would take the lead.",)
    lettered = letters(graph)
    return tuple(
        f"{lettered[tip.to]} {label_by_id(graph, tip.to)} takes the lead if you are {tips_when(tip)} "
        f"that {claim(graph, tip)}; the graph says {how_sure(tip.belief)}."
        for tip in ranking.tipping[:MOST]
    )


def _check_first(graph: Graph, ranking: Ranking) -> tuple[str, ...]:
    sure = {edge.key: how_sure(edge.belief) for edge in graph.edges}
    return tuple(
        f"Find out whether {claim(graph, check)}; the graph is {sure[check.src, check.dst]} sure."
        for check in ranking.check_first[:MOST]
    )


def _link(graph: Graph, src: str, dst: str) -> str:
    return linked(label_by_id(graph, src), label_by_id(graph, dst))
