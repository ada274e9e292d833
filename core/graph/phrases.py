"""A link's numbers and source in the words that people use."""

from __future__ import annotations

from core.graph.links import is_belief, is_weight, storable
from core.graph.model import BRIEF, HYPOTHESIS, Better, Provenance

NOT_SAID = "not said"
OUT_OF_RANGE = "out of range"
_STRONG = 0.6  # |weight| from which a link is called strong
_PLAIN = 0.3  # |weight| below which it is called slight
_LETTERS = 26  # in the alphabet
_WANTED = {Better.HIGHER: "want more", Better.LOWER: "want less"}


def letter(place: int) -> str:
    """The letter of the option at this place, counted from 0: A to Z, then numbers."""
    return chr(ord("A") + place) if place < _LETTERS else str(place + 1)


def percent(share: float) -> str:
    """A share as whole percents: 0.7 is "70%"."""
    return f"{round(100 * share)}%"


def how_sure(belief: float | None) -> str:
    """A belief as people read it: "70%", "not said" or "out of range"."""
    return _unusable(belief, usable=is_belief(belief)) or percent(belief or 0.0)


def how_strong(weight: float | None) -> str:
    """A weight in words: "raises it strongly", "lowers it", "raises it slightly", or as `how_sure`."""
    if unusable := _unusable(weight, usable=is_weight(weight)):
        return unusable
    if not weight:
        return "changes nothing"
    degree = " strongly" if abs(weight) >= _STRONG else "" if abs(weight) >= _PLAIN else " slightly"
    return f"{raises(weight)} it{degree}"


def strength_percent(weight: float | None) -> str:
    """A weight in whole percents: "70%", "−20%", or as `how_sure`."""
    return _unusable(weight, usable=is_weight(weight)) or percent(weight or 0.0).replace("-", "−")


def raises(weight: float) -> str:
    """What a link does to its target: "raises" or "lowers"."""
    return "raises" if weight >= 0 else "lowers"


def rests_on(provenance: Provenance | None) -> str:
    """Where a link comes from: "costs.csv, row 2", "the brief, sentence 2", "hypothesis", or "not said"."""
    if provenance is None or not provenance.source.strip():
        return NOT_SAID
    if provenance.is_hypothesis:
        return HYPOTHESIS
    source = source_name(provenance)
    return f"{source}, {provenance.location}" if provenance.location else source


def source_name(provenance: Provenance) -> str:
    """The file's name, or "the brief"."""
    return "the brief" if provenance.source == BRIEF else provenance.source


def wanted(better: Better | None) -> str:
    """Which direction of an outcome is wanted: "want more", "want less" or "direction not said"."""
    return _WANTED.get(better or Better.UNKNOWN, "direction not said")


def _unusable(number: float | None, *, usable: bool) -> str:
    if usable:
        return ""
    return NOT_SAID if storable(number) is None else OUT_OF_RANGE
