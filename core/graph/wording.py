"""An analysis in words that people read: one reading, one table.

What is never said: money, a decimal, the chance of reaching the goal, a zero where nothing is known, and a
recommendation where it is too close to call.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.graph.analysis import Analysis, CheckFirst, Effect, Ranking, Tipping
from core.graph.labels import label_of, on_one_line, quoted
from core.graph.letters import letters
from core.graph.model import Graph, NodeKind
from core.graph.phrases import raises, wanted

NOT_ASSESSED = "not assessed"
LITTLE = "–"
LEGEND = "▲ raises, ▼ lowers, twice: strongly; – little or no effect"
ASSUMPTIONS = (
    "Assumptions: effects add up along the links, links are independent of each other, outcomes count "
    "equally, and what is not assessed counts as no effect. Shares compare the options as drawn here; they "
    "are not chances of reaching the goal."
)
_SLIGHT = 0.05  # |effect| below which it is little or none
_STRONG = 0.3  # |effect| from which it is strong


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One option: its letter, its label and a mark for each outcome."""

    letter: str
    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Options by letter against outcomes, the direction that is wanted beside each outcome's label."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def reading(graph: Graph, analysis: Analysis) -> str:
    """What the analysis says, in at most two sentences of plain text.

    How often the leader ranks first and the link to check first; or what to settle first, where it is too
    close to call; or why the options are not ranked.
    """
    ranking = analysis.ranking
    if ranking is None:
        return analysis.not_ranked_because
    shares = sorted(ranking.first_share, key=lambda share: (-share[1], share[0] != ranking.leader))
    draws = f"of {analysis.draws:,} draws"
    if not ranking.clear:
        (first, most), (second, next_most) = shares[:2]
        names = label_by_id(graph, first), label_by_id(graph, second)
        spread = f"{names[0]} ranks first in {most}% {draws}, {names[1]} in {next_most}%."
        return f"{_too_close(graph, ranking)} {spread}"
    share = dict(shares)[ranking.leader]
    leader = label_by_id(graph, ranking.leader)
    return f"{leader} ranks first in {share}% {draws}. {_what_flips(graph, ranking)}"


def consequence_table(graph: Graph, analysis: Analysis) -> Table:
    """What each option does to each outcome, as marks: ▲▲ ▲ – ▼ ▼▼, or "not assessed".

    A mark says that an outcome rises or falls, not whether that is good: the column says what is wanted.
    """
    outcomes = graph.of_kind(NodeKind.OUTCOME)
    lettered = letters(graph)
    return Table(
        columns=tuple(f"{on_one_line(label_of(u))} ({wanted(u.better)})" for u in outcomes),
        rows=tuple(
            Row(
                letter=lettered[option.id],
                label=on_one_line(label_of(option)),
                cells=tuple(mark(analysis.effect(option.id, u.id)) for u in outcomes),
            )
            for option in graph.options
        ),
    )


def mark(effect: Effect) -> str:
    """An effect as a mark."""
    if effect.mean is None:
        return NOT_ASSESSED
    if abs(effect.mean) < _SLIGHT:
        return LITTLE
    sign = "▲" if effect.mean > 0 else "▼"
    return sign * (2 if abs(effect.mean) >= _STRONG else 1)


def _what_flips(graph: Graph, ranking: Ranking) -> str:
    first = [(check.src, check.dst) for check in ranking.check_first[:1]]
    tip = next((tip for tip in ranking.tipping if (tip.src, tip.dst) in first), None)
    if tip is None:
        return "No change of a single belief would take its lead."
    return f"It would lose the lead if you were {tips_when(tip)} that {claim(graph, tip)}: check that first."


def _too_close(graph: Graph, ranking: Ranking) -> str:
    near = [tip for tip in ranking.tipping if tip.is_near]
    to_settle: list[Tipping | CheckFirst] = [*near, *ranking.check_first]
    if not to_settle:
        return "Too close to call, and no single link would settle it."
    return f"Too close to call: settle whether {claim(graph, to_settle[0])} first."


def tips_when(tip: Tipping) -> str:
    """The belief that takes the lead: "less than 55% sure"."""
    percents = min(max(round(100 * tip.tips_at), 1), 99)
    return f"{'less' if tip.tips_at < tip.belief else 'more'} than {percents}% sure"


def claim(graph: Graph, link: Tipping | CheckFirst) -> str:
    """What a link claims, as it stands after "that": “A” raises “B”."""
    weight = next((e.weight for e in graph.edges if e.key == (link.src, link.dst)), None)
    src, dst = (quoted(label_by_id(graph, id_)) for id_ in (link.src, link.dst))
    return f"{src} {raises(weight or 0.0)} {dst}"


def label_by_id(graph: Graph, id_: str) -> str:
    """The label of a node on one line; its id when it is not there."""
    return next((on_one_line(label_of(node)) for node in graph.nodes if node.id == id_), id_)
