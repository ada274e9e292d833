"""What an analysis finds, as records.

Links are named by their ends, options and outcomes by their ids. All values are in the unitless terms of
weight and belief: for comparing, never for showing as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

_NEAR = 0.1 + 1e-9  # a change of belief, and room for rounding: 0.8 - 0.7 is 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What choosing an option does to an outcome: the exact mean, and 10th, 50th and 90th percentile.

    All four are None when no path leads from the option to the outcome: not assessed, which is not zero.
    """

    option: str
    outcome: str
    mean: float | None = None
    p10: float | None = None
    p50: float | None = None
    p90: float | None = None

    @property
    def is_assessed(self) -> bool:
        """True when a path leads from the option to the outcome."""
        return self.mean is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tipping:
    """The leader loses its lead to option `to` when the belief in this link crosses `tips_at`."""

    src: str
    dst: str
    belief: float
    tips_at: float
    to: str

    @property
    def distance(self) -> float:
        """How far the belief is from tipping the lead."""
        return abs(self.tips_at - self.belief)

    @property
    def is_near(self) -> bool:
        """True when a change of 0.1 tips the lead, so that nothing may be recommended."""
        return self.distance <= _NEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFirst:
    """What finding out whether this link exists is worth (EVPPI): the gain in the leader's value."""

    src: str
    dst: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """The leader's lead over the best other option with the belief in this link 0.2 lower and 0.2 higher."""

    src: str
    dst: str
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """How the options compare, outcomes counting equally.

    `values`, `first_share` and `first_share_any_weights` list the options by letter. The shares are whole
    percents of the draws in which an option ranks first, 100 in all: with outcomes counting equally, and
    with every way of weighting them equally likely (SMAA-2). `tipping` has the nearest first, `check_first`
    the most valuable, `tornado` the widest. `evpi` is what knowing everything would be worth. `clear` is
    False when the leader ranks first in under 60% of the draws or a change of 0.1 in one belief takes its
    lead: then nothing may be recommended.
    """

    leader: str
    values: tuple[tuple[str, float], ...]
    first_share: tuple[tuple[str, int], ...]
    first_share_any_weights: tuple[tuple[str, int], ...]
    tipping: tuple[Tipping, ...]
    check_first: tuple[CheckFirst, ...]
    tornado: tuple[Swing, ...]
    evpi: float
    clear: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Every finding on one graph.

    `effects` has one entry for each option (by letter) and outcome (by id). `ranking` is None where options
    cannot be compared, and `not_ranked_because` then says why. `left_out` names the causal links without
    usable numbers, which take no part.
    """

    effects: tuple[Effect, ...]
    ranking: Ranking | None
    not_ranked_because: str
    left_out: tuple[tuple[str, str], ...]
    draws: int

    def effect(self, option: str, outcome: str) -> Effect:
        """The effect of one option on one outcome; not assessed when either is unknown."""
        for effect in self.effects:
            if (effect.option, effect.outcome) == (option, outcome):
                return effect
        return Effect(option=option, outcome=outcome)
