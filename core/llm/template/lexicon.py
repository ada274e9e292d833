"""A language's terms as one scanner over stems: outcomes, traits, archetypes and cues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import NamedTuple

from core.llm.template.tokens import Stemmer
from core.llm.template.words import language
from core.llm.template.words.language import Language, terms

_FAINT = "~"
_DAYS = (1, 7, 30, 365)  # of a day, a week, a month, a year
_CUES = ("up", "down", "good", "bad", "negation", "hedge", "strong", "weak", "contrast", "than", "rate")


class Role(Enum):
    """What a term is in the sentence that has it."""

    NOUN = "noun"
    UP = "up"
    DOWN = "down"
    TRAIT = "trait"
    ARCHETYPE = "archetype"
    CUE = "cue"
    DURATION = "duration"


Term = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One reading of a term: its role and the outcome, trait, archetype or cue it speaks of."""

    role: Role
    key: str
    faint: bool = False


class Hit(NamedTuple):
    """A term found at `start`..`end` of a list of stems, with everything it may mean.

    A tuple, since a draft makes thousands of them.
    """

    start: int
    end: int
    meanings: tuple[Meaning, ...]


class Scanner:
    """Finds terms in a list of stems; the longest term at a place wins."""

    def __init__(self, stemmer: Stemmer, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._stemmer = stemmer
        self._by_first: dict[str, list[tuple[Term, tuple[Meaning, ...]]]] = {}
        self._add(entries)

    def _add(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        found: dict[Term, dict[Meaning, None]] = {}
        for written, meaning in entries:
            term = tuple(self._stemmer.stems(written))
            if term:
                found.setdefault(term, {})[meaning] = None
        for term, meanings in found.items():
            known = self._by_first.get(term[0], [])
            same = next((held for other, held in known if other == term), ())
            rest = [(other, held) for other, held in known if other != term]
            rest.append((term, tuple(dict.fromkeys((*same, *meanings)))))
            self._by_first[term[0]] = sorted(rest, key=lambda entry: -len(entry[0]))

    def widened(self, entries: Iterable[tuple[str, Meaning]]) -> Scanner:
        """A scanner that knows further terms; this one stays as it is."""
        wider = Scanner(self._stemmer, ())
        wider._by_first = dict(self._by_first)
        wider._add(entries)
        return wider

    def scan(self, stems: Sequence[str]) -> list[Hit]:
        """The terms in these stems, from left to right, none overlapping."""
        hits: list[Hit] = []
        behind = 0
        for i, stem in enumerate(stems):
            known = self._by_first.get(stem)
            if known is None or i < behind:
                continue
            for term, meanings in known:
                end = i + len(term)
                if len(term) == 1 or tuple(stems[i:end]) == term:
                    hits.append(Hit(i, end, meanings))
                    behind = end
                    break
        return hits


class Lexicon:
    """What a language has words for: `terms` are outcomes, traits, cues; `archetypes` kinds of decisions.

    `traits` are the terms that tell a kind of option by themselves.
    """

    def __init__(self, words: Language) -> None:
        self.stemmer = Stemmer(words.suffixes)
        self.terms = Scanner(self.stemmer, _entries(words))
        self.archetypes = Scanner(self.stemmer, _archetypes(words))
        self.verbs_last = words.grammar.verbs_last
        self.traits = {
            trait: tuple(tuple(self.stemmer.stems(term)) for term in terms(listed) if term[0] != _FAINT)
            for trait, listed in words.traits.items()
        }
        self.numerals = {
            stem: value
            for value, term in enumerate(terms(words.cues.numerals), 1)
            for stem in self.stemmer.stems(term)
        }
        self.levels = tuple(frozenset(terms(level)) for level in words.cues.levels)
        self.opposites = frozenset(tuple(self.stemmer.stems(term)) for term in terms(words.cues.opposites))
        self._burdens = tuple(tuple(self.stemmer.stems(term)) for term in terms(words.cues.burdens))

    def is_burden(self, phrase: str) -> bool:
        """True for words of something of which less is wanted."""
        stems = tuple(self.stemmer.stems(phrase))
        return any(
            stems[at : at + len(burden)] == burden for burden in self._burdens for at in range(len(stems))
        )

    def scan(self, stems: Sequence[str]) -> list[Hit]:
        """The outcomes, traits and cues in these stems, from left to right, none overlapping."""
        return self.terms.scan(stems)

    def with_outcomes(self, own: Mapping[str, str]) -> Lexicon:
        """This lexicon, knowing further outcomes by their words; this one stays as it is."""
        if not own:
            return self
        wider = copy(self)
        wider.terms = self.terms.widened((phrase, Meaning(Role.NOUN, key)) for key, phrase in own.items())
        return wider


@cache
def lexicon(code: str) -> Lexicon:
    """The scanner of one language, built once per process."""
    return Lexicon(language(code))


def _entries(words: Language) -> Iterable[tuple[str, Meaning]]:
    for key, outcome in words.outcomes.items():
        for role, listed in ((Role.NOUN, outcome.nouns), (Role.UP, outcome.up), (Role.DOWN, outcome.down)):
            yield from _marked(listed, role, key)
    for key, listed in words.traits.items():
        yield from _marked(listed, Role.TRAIT, key)
    for cue in _CUES:
        yield from _marked(getattr(words.cues, cue), Role.CUE, cue)
    for i, listed in enumerate(words.cues.durations):
        yield from _marked(listed, Role.DURATION, str(_DAYS[i]))


def _archetypes(words: Language) -> Iterable[tuple[str, Meaning]]:
    for key, archetype in words.archetypes.items():
        yield from _marked(archetype.words, Role.ARCHETYPE, key)


def _marked(listed: str, role: Role, key: str) -> Iterable[tuple[str, Meaning]]:
    for term in dict.fromkeys(terms(listed)):
        yield term.removeprefix(_FAINT), Meaning(role, key, term.startswith(_FAINT))
