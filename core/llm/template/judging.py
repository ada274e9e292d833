"""From signals to judgements: belief, weight and the passage, for each pair of option and outcome."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from core.graph.sources import BRIEF_ID
from core.llm.template.priors import usual
from core.llm.template.signals import Basis, Signal

HYPOTHESIS_BELIEF = 0.5
_OPEN_WEIGHT = 0.1  # marks a question, claims nothing
_COMPARED, _STATED, _MENTIONED = 0.85, 0.75, 0.55  # belief by how directly a passage supports a link
_AMOUNT = 0.7  # belief where numbers of prose are compared
_BRIEF_PENALTY = 0.05  # a person's claim in the brief, against a document
_LEAST = 0.55

Pair = tuple[int, str]


class Ground(Enum):
    """What a judgement rests on."""

    COMPARED = "compared"
    STATED = "stated"
    MENTIONED = "mentioned"
    HUNCH = "hunch"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How an option moves an outcome: belief 0..1, weight -1..1, and the signal it rests on, if any."""

    option: int
    outcome: str
    belief: float
    weight: float
    ground: Ground
    signal: Signal | None = None


def judge(
    signals: Iterable[Signal], traits: Sequence[str], scales: Sequence[float], outcomes: Sequence[str]
) -> dict[Pair, Judgement]:
    """A judgement for each pair that a source or a usual pattern speaks of, and links for what stays open.

    `scales` say how much of its trait each option has, 0..1: raising prices by 5 % is half of 10 %.
    """
    found = _cited(signals, traits, outcomes)
    for option, trait in enumerate(traits):
        for outcome in outcomes:
            weight = usual(trait, outcome)
            if weight is not None and (option, outcome) not in found:
                scaled = round(weight * scales[option], 2)
                found[option, outcome] = _hypothesis(option, outcome, scaled, Ground.HUNCH)
    _open_questions(found, range(len(traits)), outcomes)
    return found


def reachable(signals: Iterable[Signal], traits: Sequence[str], outcomes: Iterable[str]) -> frozenset[str]:
    """The outcomes that a source or a usual pattern ties to at least one option."""
    spoken = {s.outcome for s in signals if s.direction or usual(traits[s.option], s.outcome) is not None}
    return frozenset(spoken | {o for o in outcomes if any(usual(trait, o) is not None for trait in traits)})


def _cited(
    signals: Iterable[Signal], traits: Sequence[str], outcomes: Sequence[str]
) -> dict[Pair, Judgement]:
    """The best citation for each pair."""
    by_pair: dict[Pair, list[Signal]] = {}
    for signal in signals:
        if signal.outcome in outcomes:
            by_pair.setdefault((signal.option, signal.outcome), []).append(signal)
    found = {}
    for pair, candidates in by_pair.items():
        judgements = [j for j in (judgement_of(s, traits[s.option]) for s in candidates) if j is not None]
        if judgements:
            found[pair] = max(judgements, key=_merit)
    return found


def _merit(judgement: Judgement) -> tuple[float, float]:
    return judgement.belief, judgement.signal.relevance if judgement.signal else 0.0


def judgement_of(signal: Signal, trait: str) -> Judgement | None:
    """What one signal amounts to; None where it gives no direction and none is usual for such an option."""
    if signal.direction:
        weight = signal.direction * signal.force
        base = _STATED
        if signal.basis is Basis.COMPARED:
            base = _COMPARED if signal.column else _AMOUNT
        ground = Ground.COMPARED if signal.basis is Basis.COMPARED else Ground.STATED
    else:
        pattern = usual(trait, signal.outcome)
        if pattern is None:
            return None
        weight, base, ground = pattern, _MENTIONED, Ground.MENTIONED
    penalty = _BRIEF_PENALTY if signal.document == BRIEF_ID else 0.0
    belief = max(base * signal.certainty - penalty, _LEAST)
    return Judgement(
        option=signal.option,
        outcome=signal.outcome,
        belief=round(belief, 2),
        weight=round(weight, 2),
        ground=ground,
        signal=signal,
    )


def _hypothesis(option: int, outcome: str, weight: float, ground: Ground) -> Judgement:
    return Judgement(option=option, outcome=outcome, belief=HYPOTHESIS_BELIEF, weight=weight, ground=ground)


def _open_questions(found: dict[Pair, Judgement], options: Sequence[int], outcomes: Sequence[str]) -> None:
    """Tie every outcome and every option in: where nothing is known of an outcome, of all options alike."""
    for outcome in outcomes:
        if not any(key == outcome for _, key in found):
            for option in options:
                found[option, outcome] = _hypothesis(option, outcome, _OPEN_WEIGHT, Ground.OPEN)
    for option in options:
        if not any(i == option for i, _ in found):
            found[option, outcomes[0]] = _hypothesis(option, outcomes[0], _OPEN_WEIGHT, Ground.OPEN)


def cover_documents(
    found: dict[Pair, Judgement], signals: Iterable[Signal], traits: Sequence[str], documents: Sequence[str]
) -> None:
    """Let every document that says something be cited, where that takes no other its only citation."""
    signals = list(signals)
    for document in documents:
        if any(j.signal and j.signal.document == document for j in found.values()):
            continue
        candidates = [
            j for s in signals if s.document == document and (j := judgement_of(s, traits[s.option]))
        ]
        for judgement in sorted(candidates, key=_merit, reverse=True):
            held = found.get((judgement.option, judgement.outcome))
            if held is not None and _may_give_way(held, found):
                found[judgement.option, judgement.outcome] = judgement
                break


def turn(found: Mapping[Pair, Judgement], outcomes: Collection[str]) -> dict[Pair, Judgement]:
    """The judgements with the direction of those outcomes turned around, but for open questions."""
    return {
        pair: replace(judgement, weight=-judgement.weight)
        if pair[1] in outcomes and judgement.ground is not Ground.OPEN
        else judgement
        for pair, judgement in found.items()
    }


def _may_give_way(held: Judgement, found: Mapping[Pair, Judgement]) -> bool:
    """True for a hypothesis, and for a citation of a document that is cited elsewhere too."""
    if held.signal is None:
        return True
    document = held.signal.document
    return sum(1 for j in found.values() if j.signal and j.signal.document == document) > 1
