"""How ready a brief is to be drafted, by rules: five factors, each from 0 to 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.graph.sources import Document
from core.llm.template.reading import Origin, Reading, read_brief
from core.llm.template.words import language

READY = 0.8  # of 1: nothing that is asked for would change a draft much
THIN = 0.45  # of 1: below it a draft would be guesswork, and asking first is kinder

_ENOUGH_WORDS = 40  # a brief of this many words leaves little to be said about its length
_CHARACTERS_A_WORD = 2  # where no spaces part the words
_CHOICE, _LEAST_OPTIONS = 1.0, 2
_ONE_WAY, _A_TOPIC = 0.6, 0.2  # one option or a question; neither
_DETAILS = (0.2, 0.6, 0.8, 1.0)  # by how many figures, dates and names of sums there are
_GOAL, _CRITERIA, _FILES, _LIMITS = 0.4, 0.3, 0.3, 0.2  # what each adds to the context


class Aspect(StrEnum):
    """What a brief is looked at for."""

    LENGTH = "length"
    CLARITY = "clarity"  # whether it says what is chosen between
    RELEVANCE = "decision relevance"  # whether it is about a decision at all
    SPECIFICITY = "specificity"  # figures, dates, sums
    CONTEXT = "context"  # what it is for, what matters, what there is to read


WEIGHTS: Mapping[Aspect, float] = {
    Aspect.LENGTH: 0.15,
    Aspect.CLARITY: 0.3,
    Aspect.RELEVANCE: 0.2,
    Aspect.SPECIFICITY: 0.15,
    Aspect.CONTEXT: 0.2,
}
"""How much each counts; they add up to 1. Our own judgement: what changes a draft most counts most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """The factors of one brief, each from 0 to 1."""

    factors: Mapping[Aspect, float]

    @property
    def score(self) -> float:
        """All of them together, from 0 to 1."""
        return sum(WEIGHTS[aspect] * factor for aspect, factor in self.factors.items())

    @property
    def is_thin(self) -> bool:
        """Whether to ask before anything is drafted."""
        return self.score < THIN

    @property
    def is_ready(self) -> bool:
        """Whether there is nothing left that is worth asking."""
        return self.score >= READY

    def with_known(self, aspects: Sequence[Aspect]) -> Readiness:
        """The same, with these aspects settled: somebody was asked about them, and answered."""
        return Readiness(factors={**self.factors, **dict.fromkeys(aspects, 1.0)})


def readiness(brief: Document, *, documents: int = 0) -> Readiness:
    """How ready a brief is that comes with so many documents. Never raises."""
    return readiness_of(read_brief(brief), documents=documents)


def readiness_of(reading: Reading, *, documents: int = 0) -> Readiness:
    """The same, of a brief that was read."""
    return Readiness(
        factors={
            Aspect.LENGTH: min(1.0, _words(reading) / _ENOUGH_WORDS),
            Aspect.CLARITY: _clarity(reading),
            Aspect.RELEVANCE: _relevance(reading),
            Aspect.SPECIFICITY: _specificity(reading),
            Aspect.CONTEXT: _context(reading, documents),
        }
    )


def _words(reading: Reading) -> int:
    unspaced = language(reading.language).grammar.unspaced
    return len(reading.text) // _CHARACTERS_A_WORD if unspaced else len(reading.text.split())


def _clarity(reading: Reading) -> float:
    named = [option for option in reading.options if option.origin in {Origin.SENTENCE, Origin.LIST}]
    if len(named) >= _LEAST_OPTIONS:
        return _CHOICE
    return _ONE_WAY if named or reading.question else _A_TOPIC


def _relevance(reading: Reading) -> float:
    if reading.options or reading.question:
        return 1.0
    return 0.5 if reading.topic or reading.goal else 0.0


def _specificity(reading: Reading) -> float:
    figures = sum(any(c.isdecimal() for c in word) for word in reading.text.split())
    details = figures + bool(reading.deadline) + bool(reading.budget)
    return _DETAILS[min(details, len(_DETAILS) - 1)]


def _context(reading: Reading, documents: int) -> float:
    there = (
        _GOAL * bool(reading.goal),
        _CRITERIA * bool(reading.criteria),
        _FILES * bool(documents),
        _LIMITS * bool(reading.budget or reading.deadline),
    )
    return min(1.0, sum(there))
