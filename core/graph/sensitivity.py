"""What the belief in one link decides: where the lead tips, how far it swings, what checking is worth.

An option's value is affine in each single belief: V(b) = V + (b - belief) x slope, with slope = (effect of
the option on the link's source) x weight x (worth of the link's target). So all of this is exact and needs
no draws.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.graph.effects import Link, Model, effects_of, worth
from core.graph.findings import CheckFirst, Swing, Tipping

SWING = 0.2  # how far the tornado moves a belief either way
TINY = 1e-12  # differences below this are rounding


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """The value of each option, outcomes counting equally, and what each belief does to it.

    `slopes[i]` goes with `links[i]`: by how much each option's value rises with that belief.
    """

    values: dict[str, float]
    leader: str
    links: tuple[Link, ...]
    slopes: tuple[dict[str, float], ...]

    def at(self, place: int, belief: float) -> dict[str, float]:
        """The options' values with the belief in `links[place]` set."""
        step = belief - self.links[place].belief
        return {option: value + step * self.slopes[place][option] for option, value in self.values.items()}

    def lead(self, values: dict[str, float]) -> float:
        """How far the leader is ahead of the best other option; below 0 when it has lost the lead."""
        return values[self.leader] - max(value for option, value in values.items() if option != self.leader)


def values_of(model: Model) -> Values:
    """The values of at least two options. The leader has the highest, of equals the first by letter."""
    gain = worth(model)
    reach = {option: effects_of(option, model.links) for option in model.options}
    values = {option: gain.get(option, 0.0) for option in model.options}
    return Values(
        values=values,
        leader=max(model.options, key=values.__getitem__),
        links=model.links,
        slopes=tuple(
            {o: reach[o].get(link.src, 0.0) * link.weight * gain.get(link.dst, 0.0) for o in model.options}
            for link in model.links
        ),
    )


def tipping(values: Values) -> tuple[Tipping, ...]:
    """Every belief that takes the leader's lead when it moves alone, nearest first.

    For each link the first crossing below the belief held and the first above it, if they lie between 0 and
    1. Where another option is level with the leader there is no lead to lose, and no tipping point.
    """
    if values.lead(values.values) <= TINY:
        return ()
    found = [
        tip
        for place in range(len(values.links))
        for up in (False, True)
        for tip in _crossing(values, place, up=up)
    ]
    return tuple(sorted(found, key=lambda tip: (tip.distance, tip.src, tip.dst, tip.tips_at)))


def _crossing(values: Values, place: int, *, up: bool) -> Iterator[Tipping]:
    link, slopes = values.links[place], values.slopes[place]
    room = 1 - link.belief if up else link.belief
    first: tuple[float, float, str] | None = None
    for rival, value in values.values.items():
        lead = values.values[values.leader] - value
        closing = (slopes[rival] - slopes[values.leader]) * (1 if up else -1)  # per unit of belief
        if closing * room - lead > TINY:
            candidate = (lead / closing, -closing, rival)
            first = candidate if first is None else min(first, candidate)
    if first is not None:
        distance, _, rival = first
        tips_at = link.belief + (distance if up else -distance)
        yield Tipping(src=link.src, dst=link.dst, belief=link.belief, tips_at=tips_at, to=rival)


def check_first(values: Values) -> tuple[CheckFirst, ...]:
    """What knowing about each link alone would be worth (EVPPI), the most valuable first, only above 0.

    belief x max V given the link exists + (1 - belief) x max V given it does not, less max V now.
    """
    now = max(values.values.values())
    found = []
    for place, link in enumerate(values.links):
        best_with = max(values.at(place, 1.0).values())
        best_without = max(values.at(place, 0.0).values())
        gain = link.belief * best_with + (1 - link.belief) * best_without - now
        if gain > TINY:
            found.append(CheckFirst(src=link.src, dst=link.dst, value=gain))
    return tuple(sorted(found, key=lambda check: (-check.value, check.src, check.dst)))


def tornado(values: Values) -> tuple[Swing, ...]:
    """The lead with each belief 0.2 lower and higher, within 0 and 1; the widest first.

    Links that do not move the lead are left out.
    """
    found = []
    for place, link in enumerate(values.links):
        low = values.lead(values.at(place, max(0.0, link.belief - SWING)))
        high = values.lead(values.at(place, min(1.0, link.belief + SWING)))
        if abs(high - low) > TINY:
            found.append(Swing(src=link.src, dst=link.dst, low=low, high=high))
    return tuple(sorted(found, key=lambda swing: (-abs(swing.high - swing.low), swing.src, swing.dst)))
