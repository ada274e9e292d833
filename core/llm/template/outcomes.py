"""The outcomes that a draft weighs its options by: named in the brief, measured in a table, or usual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from core.graph.model import Better
from core.llm.template.labels import label
from core.llm.template.lexicon import Lexicon, Meaning, Role, lexicon
from core.llm.template.patterns import patterns
from core.llm.template.priors import OUTCOMES_OF, better
from core.llm.template.reading import Reading
from core.llm.template.signals import Basis, Signal
from core.llm.template.words import language

_ROLES = frozenset({Role.NOUN, Role.UP, Role.DOWN})
_OWN = "own_"  # begins the key of an outcome that only this brief knows
_USUALLY = 3  # usual outcomes that a pattern alone may bring; a fourth needs a source that speaks of it
_MOST, _FEWEST = 4, 2
_ALIKE = {"cost": "running_cost", "running_cost": "cost", "benefit": "revenue"}  # one of each pair is enough
_SPEND, _DATE = "cost", "time"  # what a budget and a deadline are about


class Source(Enum):
    """Why an outcome is in the draft."""

    CRITERION = "criterion"
    COLUMN = "column"
    NAMED = "named"
    USUAL = "usual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One outcome to be drafted; `quote` is the sentence or the column that names it.

    `turned` outcomes are measured the other way around than the one with their key: "latency" is `turned`
    performance, so less of it is wanted, and what raises performance lowers it.
    """

    key: str
    label: str
    better: Better
    source: Source
    quote: str = ""
    turned: bool = False


def own_outcomes(reading: Reading) -> dict[str, str]:
    """Criteria of the brief that the language does not know as outcomes: a key and its words for each."""
    words = lexicon(reading.language)
    unknown = [phrase for phrase in reading.criteria if not _known(phrase, words)]
    return {f"{_OWN}{i}": phrase for i, phrase in enumerate(unknown, 1)}


def directions(reading: Reading, own: Mapping[str, str]) -> dict[str, Better]:
    """The wanted direction of every outcome that evidence may be sought for."""
    words = lexicon(reading.language)
    known = {key: better(key) for key in language(reading.language).outcomes}
    return known | {key: _wanted(phrase, words) for key, phrase in own.items()}


def sought(reading: Reading, archetype: str, own: Mapping[str, str]) -> frozenset[str]:
    """The outcomes that prose may speak of: those that the brief asks for or names, and the usual ones."""
    usual = OUTCOMES_OF[archetype]
    asked = (*_criteria(reading, own), *_named(reading, usual))
    return frozenset((*usual, *(key for key, _ in asked)))


def choose_aspects(
    reading: Reading,
    archetype: str,
    own: Mapping[str, str],
    signals: Sequence[Signal],
    reachable: frozenset[str],
) -> tuple[Aspect, ...]:
    """Two to four outcomes: the brief's criteria, what tables compare, what the brief names, what is usual.

    `reachable` are the outcomes that evidence or a usual pattern ties to some option; others are taken only
    when the brief asks for them, or when there would be fewer than two.
    """
    wanted = directions(reading, own)
    found: dict[str, Aspect] = {}
    usual = OUTCOMES_OF[archetype]

    def take(key: str, source: Source, quote: str, most: int = _MOST) -> None:
        alike = _ALIKE.get(key) in found and source is not Source.CRITERION
        if key in found or len(found) >= most or alike:
            return
        text = _label(key, archetype, reading) if key not in own else own[key]
        aspect = Aspect(key=key, label=text, better=wanted[key], source=source, quote=quote)
        found[key] = _in_own_words(aspect, reading) if source is Source.CRITERION else aspect

    for key, phrase in _criteria(reading, own):
        take(key, Source.CRITERION, phrase)
    for key, column in _columns(signals):
        take(key, Source.COLUMN, column)
    for key, sentence in _named(reading, usual):
        take(key, Source.NAMED, sentence)
    for key in usual:
        if key in reachable:
            take(key, Source.USUAL, "", _MOST if any(s.outcome == key for s in signals) else _USUALLY)
    for key in usual:
        take(key, Source.USUAL, "", _FEWEST)
    return tuple(found.values())


def _criteria(reading: Reading, own: Mapping[str, str]) -> list[tuple[str, str]]:
    """The outcome that each criterion of the brief means, with its words."""
    words = lexicon(reading.language)
    keys = {phrase: key for key, phrase in own.items()}
    return [(keys.get(phrase) or _known(phrase, words), phrase) for phrase in reading.criteria]


def _known(phrase: str, words: Lexicon) -> str:
    """The first outcome that a phrase names, plainly if possible; "" when it names none.

    A faint word for more or less of something names nothing beside others: "missed appointments".
    """
    stems = words.stemmer.stems(phrase)
    found = [
        m
        for hit in words.scan(stems)
        for m in hit.meanings
        if m.role in _ROLES and not (m.faint and m.role is not Role.NOUN and len(stems) > 1)
    ]
    return min(found, key=lambda meaning: meaning.faint).key if found else ""


def _columns(signals: Sequence[Signal]) -> list[tuple[str, str]]:
    """Outcomes that a table gives for several options, in the order of its columns."""
    return [(s.outcome, s.column) for s in signals if s.column and s.basis is Basis.COMPARED]


def _named(reading: Reading, usual: Sequence[str]) -> list[tuple[str, str]]:
    """Outcomes that sentences of the brief name outside of its options, those of the archetype first."""
    words = lexicon(reading.language)
    options = {stem for option in reading.options for stem in words.stemmer.stems(option.phrase)}
    found: dict[str, str] = {}
    for sentence in (*reading.sentences, *(option.detail for option in reading.options)):
        stems = words.stemmer.stems(sentence)
        for hit in words.scan(stems):
            for meaning in hit.meanings:
                if _plain(meaning) and not options.issuperset(stems[hit.start : hit.end]):
                    found.setdefault(meaning.key, sentence)
    if reading.budget:
        found.setdefault(_SPEND, reading.budget)
    if reading.deadline:
        found.setdefault(_DATE, reading.deadline)
    return sorted(found.items(), key=lambda item: usual.index(item[0]) if item[0] in usual else len(usual))


def _plain(meaning: Meaning) -> bool:
    """True for a word that names an outcome by itself: "churn", "cheaper"; not for "weeks" or "work"."""
    return meaning.role in _ROLES and not meaning.faint


def _in_own_words(aspect: Aspect, reading: Reading) -> Aspect:
    """A criterion under the brief's own words where those name a thing: "Latency", but not "cheaper"."""
    words = lexicon(reading.language)
    own = label(patterns(reading.language).determiner_at_start.sub("", aspect.quote))
    stems = words.stemmer.stems(aspect.quote)
    hits = [hit for hit in words.scan(stems) if any(m.key == aspect.key for m in hit.meanings)]
    roles = {meaning.role for hit in hits for meaning in hit.meanings if meaning.key == aspect.key}
    if any(tuple(stems[hit.start : hit.end]) in words.opposites for hit in hits):
        turned = Better.HIGHER if aspect.better is Better.LOWER else Better.LOWER
        return replace(aspect, label=own, better=turned, turned=True)
    named = not roles or (Role.NOUN in roles and Role.DOWN not in roles)
    return replace(aspect, label=own) if named else aspect


def _label(key: str, archetype: str, reading: Reading) -> str:
    words = language(reading.language)
    return words.outcome_labels.get(f"{archetype}:{key}") or words.outcomes[key].label


def _wanted(phrase: str, words: Lexicon) -> Better:
    """More is wanted of what a brief says it cares about, unless its words are those of a burden."""
    return Better.LOWER if words.is_burden(phrase) else Better.HIGHER
