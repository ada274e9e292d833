"""What is usual: the outcomes of each kind of decision, and how each kind of option tends to move them.

The weights are rough priors of direction, -1..1; a link that rests on one is a hypothesis of belief 0.5.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.graph.model import Better

OUTCOMES_OF: Mapping[str, tuple[str, ...]] = {
    "hiring": ("time", "cost", "knowledge", "flexibility"),
    "build_or_buy": ("time", "cost", "fit", "maintenance"),
    "vendor": ("fit", "cost", "effort", "reliability"),
    "pricing": ("revenue", "churn", "new_customers"),
    "migration": ("effort", "running_cost", "reliability", "disruption"),
    "expansion": ("revenue", "cost", "effort"),
    "launch_timing": ("time", "quality", "disruption"),
    "technical_debt": ("maintenance", "effort", "disruption", "time"),
    "workplace": ("morale", "collaboration", "productivity"),
    "general": ("benefit", "cost", "disruption"),
}

_LOWER = frozenset(
    [
        "time",
        "cost",
        "running_cost",
        "maintenance",
        "effort",
        "churn",
        "disruption",
        "lock_in",
        "attrition",
        "support_load",
        "carbon",
    ]
)

_USUAL: Mapping[str, Mapping[str, float]] = {
    "hire": {
        "time": 0.3,
        "cost": 0.4,
        "running_cost": 0.4,
        "knowledge": 0.5,
        "flexibility": -0.3,
        "benefit": 0.3,
    },
    "contract": {"time": -0.4, "cost": 0.3, "knowledge": -0.4, "flexibility": 0.5},
    "build": {
        "time": 0.5,
        "cost": 0.3,
        "fit": 0.5,
        "maintenance": 0.5,
        "control": 0.5,
        "lock_in": -0.4,
        "effort": 0.4,
    },
    "buy": {"time": -0.4, "cost": 0.25, "fit": -0.2, "maintenance": -0.3, "lock_in": 0.4, "effort": 0.2},
    "migrate": {
        "effort": 0.5,
        "disruption": 0.35,
        "running_cost": -0.2,
        "reliability": 0.25,
        "scalability": 0.3,
    },
    "stay": {
        "effort": -0.3,
        "disruption": -0.25,
        "cost": -0.2,
        "maintenance": 0.3,
        "churn": -0.2,
        "revenue": -0.1,
        "morale": -0.15,
        "benefit": -0.15,
    },
    "wait": {
        "time": 0.5,
        "quality": 0.35,
        "revenue": -0.25,
        "disruption": -0.2,
        "cost": -0.15,
        "benefit": -0.15,
    },
    "launch": {"time": -0.5, "quality": -0.25, "disruption": 0.3, "revenue": 0.25, "benefit": 0.3},
    "pilot": {"disruption": -0.35, "time": 0.2, "learning": 0.5, "cost": -0.2, "effort": 0.2, "benefit": 0.2},
    "raise_price": {"revenue": 0.4, "churn": 0.35, "new_customers": -0.25},
    "cut_price": {"revenue": -0.2, "churn": -0.25, "new_customers": 0.4},
    "expand": {"revenue": 0.4, "cost": 0.5, "effort": 0.4, "market": 0.4},
    "less": {"cost": -0.3, "effort": -0.3, "time": -0.2, "benefit": -0.25, "fit": -0.2, "revenue": -0.15},
    "partner": {"cost": -0.2, "revenue": 0.2, "effort": 0.2, "control": -0.4},
    "acquire": {"cost": 0.7, "effort": 0.5, "revenue": 0.4, "time": -0.3, "disruption": 0.35},
    "retire": {
        "maintenance": -0.4,
        "cost": -0.3,
        "running_cost": -0.3,
        "revenue": -0.2,
        "churn": 0.25,
        "effort": 0.2,
        "disruption": 0.2,
        "benefit": 0.1,
    },
    "rewrite": {"effort": 0.6, "disruption": 0.45, "maintenance": -0.4, "time": 0.35},
    "refactor": {"effort": 0.3, "disruption": -0.15, "maintenance": -0.35, "time": 0.15},
    "automate": {"running_cost": -0.35, "effort": 0.35, "cost": 0.2},
    "train": {"knowledge": 0.4, "time": 0.25, "cost": 0.2},
    "flexible_work": {"morale": 0.4, "collaboration": -0.25, "productivity": 0.15},
    "office": {"collaboration": 0.35, "morale": -0.25, "cost": 0.3},
}


def better(outcome: str) -> Better:
    """Which direction of a known outcome is wanted."""
    return Better.LOWER if outcome in _LOWER else Better.HIGHER


def usual(trait: str, outcome: str) -> float | None:
    """How an option of this kind usually moves the outcome; None where no pattern is known."""
    return _USUAL.get(trait, {}).get(outcome)


def usual_outcomes(trait: str) -> tuple[str, ...]:
    """The outcomes that a pattern is known for; none for a kind of option that is not known."""
    return tuple(_USUAL.get(trait, ()))
