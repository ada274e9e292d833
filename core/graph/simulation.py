"""Draws of what might be true: which links exist, how strong they are, which option is then best.

A link exists with probability b. Where it does, its strength is Normal(w, sd) clipped to -1..1 with
sd = (0.1 + 0.3 (1 - b)) |w|: the surer, the tighter. Links are independent. Each has a stream of raw
uniforms of its own, keyed by seed, source and target, so that editing one link leaves the draws of all
others as they were; normals are made from them (Box and Muller), not by a generator that may change.

Importing this module imports numpy (110 ms); `core.graph.analysis` does so when it is first asked.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.graph.effects import Link, Model
from core.ids import digest

_SURE_SD = 0.1  # of a weight, when its link is certain
_DOUBT_SD = 0.3  # of a weight, added in full when its link is out of the question
_LEVEL = 1e-12  # values closer than this rank alike
_QUANTILES = (0.1, 0.5, 0.9)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """How often each option ranks first, 1 in all, a tie shared: outcomes equal, and with any weights."""

    first: tuple[float, ...]
    first_any_weights: tuple[float, ...]
    evpi: float


def simulate(model: Model, *, draws: int, seed: int) -> Floats:
    """The effect of each option on each outcome in each draw, as an array [option, outcome, draw]."""
    ids = {id_ for link in model.links for id_ in (link.src, link.dst)} | {*model.options, *model.outcomes}
    row = {id_: i for i, id_ in enumerate(sorted(ids))}
    effect = np.zeros((len(row), len(model.options), draws))
    for column, option in enumerate(model.options):
        effect[row[option], column] = 1.0
    touched = {option: {column} for column, option in enumerate(model.options)}
    for link in model.links:
        columns = touched.get(link.src, set())
        touched.setdefault(link.dst, set()).update(columns)
        if columns:
            carried = _carried(link, draws=draws, seed=seed)
            for column in columns:
                effect[row[link.dst], column] += effect[row[link.src], column] * carried
    return effect[[row[outcome] for outcome in model.outcomes]].swapaxes(0, 1)


def quantiles(effects: Floats) -> Floats:
    """The 10th, 50th and 90th percentile over the last axis, as an array [percentile, ...]."""
    found: Floats = np.quantile(effects, _QUANTILES, axis=-1)
    return found


def rank(effects: Floats, signs: tuple[int, ...], *, seed: int) -> Ranked:
    """How often each option ranks first, given effects [option, outcome, draw] and each outcome's sign.

    EVPI is the mean of the best value in each draw less the best mean value.
    """
    wanted = effects * np.array(signs, dtype=np.float64)[:, np.newaxis]
    equal: Floats = wanted.mean(axis=1)
    weighted: Floats = (wanted * _any_weights(len(signs), draws=effects.shape[-1], seed=seed)).sum(axis=1)
    return Ranked(
        first=_first(equal),
        first_any_weights=_first(weighted),
        evpi=max(0.0, float(equal.max(axis=0).mean() - equal.mean(axis=1).max())),
    )


def _carried(link: Link, *, draws: int, seed: int) -> Floats:
    """What the link carries on from one unit of its source, in each draw."""
    exists, radius, angle = _uniforms(3, draws, str(seed), "link", link.src, link.dst)
    normal = np.sqrt(-2 * np.log1p(-radius)) * np.cos(2 * np.pi * angle)
    deviation = (_SURE_SD + _DOUBT_SD * (1 - link.belief)) * abs(link.weight)
    strength = np.clip(link.weight + deviation * normal, -1, 1)
    carried: Floats = strength * (exists < link.belief)
    return carried


def _any_weights(outcomes: int, *, draws: int, seed: int) -> Floats:
    """Weights of the outcomes, uniform on the simplex in each draw, as an array [outcome, draw]."""
    exponential = -np.log1p(-_uniforms(outcomes, draws, str(seed), "weights"))
    weights: Floats = exponential / exponential.sum(axis=0)
    return weights


def _first(values: Floats) -> tuple[float, ...]:
    """Each option's share of first places, given values [option, draw]."""
    level = values >= values.max(axis=0) - _LEVEL
    shares = (level / level.sum(axis=0)).mean(axis=1)
    return tuple(float(share) for share in shares)


def _uniforms(rows: int, draws: int, *key: str) -> Floats:
    """Raw uniforms in [0, 1) from the stream of this key, as an array [row, draw]."""
    name = digest(*(part.encode("utf-8", "surrogatepass") for part in key))
    return np.random.Generator(np.random.PCG64(int(name[:32], 16))).random((rows, draws))
