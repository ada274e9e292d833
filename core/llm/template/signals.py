"""What one passage says of an option's effect on an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Basis(IntEnum):
    """How a passage supports a link, the strongest last."""

    MENTIONED = 1  # option and outcome stand together, the direction is not said
    STATED = 2  # a clause says the direction
    COMPARED = 3  # numbers of several options stand beside each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One passage's word on one pair of option and outcome.

    `direction` is +1 when the option raises the outcome, -1 when it lowers it, 0 when the passage does not
    say. `force` 0..1 is how much, `certainty` 0..1 how directly it is said, `relevance` how well the passage
    fits the option. `cue` is the span of tokens that decided. `amount` is a sum of money, or a time in days,
    `rate` when it is one per unit; `column` and `values` are set where numbers were compared.
    """

    option: int
    outcome: str
    document: str
    passage: int
    basis: Basis
    direction: int
    force: float
    certainty: float
    relevance: float
    cue: tuple[int, int] = (0, 0)
    amount: float | None = None
    rate: bool = False
    column: str = ""
    values: str = ""
