"""The kind of decision a brief is about, and the kind of each of its options."""

from __future__ import annotations

from core.llm.template.lexicon import Lexicon, Role, lexicon
from core.llm.template.reading import Reading
from core.llm.template.words import language

GENERAL = "general"
_IN_OPTION, _IN_BRIEF, _FAINT = 2.0, 1.0, 0.25  # what a term of an archetype counts
_ENOUGH = 1.0  # the least that makes a kind

# Some traits mean what they say in one kind of decision only: "raise" is about prices where prices are.
_TRAIT_NEEDS = {
    "raise_price": {"pricing"},
    "cut_price": {"pricing"},
    "launch": {"launch_timing", GENERAL},
    "office": {"workplace"},
    "flexible_work": {"workplace"},
    "expand": {"expansion"},
    "rewrite": {"technical_debt", "migration", GENERAL},
    "refactor": {"technical_debt", "migration", GENERAL},
    "migrate": {"migration", "vendor", "technical_debt", GENERAL},
    "buy": {"build_or_buy", "vendor", GENERAL},
    "build": {"build_or_buy", "vendor", GENERAL},
    "hire": {"hiring", GENERAL, "build_or_buy"},
}
# Traits that rule a phrase when they begin it: "keep the agency", "acquire Beta".
_LEADING = ("stay", "wait", "acquire", "partner", "build", "buy", "rewrite", "refactor", "automate", "train")


def archetype_of(reading: Reading) -> str:
    """The archetype whose words the brief has most of; the words of its options count double."""
    words = lexicon(reading.language)
    counts = dict.fromkeys(language(reading.language).archetypes, 0.0)
    seen: set[tuple[str, ...]] = set()
    options = " . ".join(option.phrase for option in reading.options)
    for text, weight in (
        (f"{options} . {reading.question} . {reading.topic}", _IN_OPTION),
        (reading.text, _IN_BRIEF),
    ):
        stems = words.stemmer.stems(text)
        for hit in words.archetypes.scan(stems):
            term = tuple(stems[hit.start : hit.end])
            if term in seen:
                continue
            seen.add(term)
            for meaning in hit.meanings:
                counts[meaning.key] += weight * (_FAINT if meaning.faint else 1.0)
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] >= _ENOUGH else GENERAL


def trait_of(phrase: str, archetype: str, words: Lexicon) -> str:
    """What kind of option a phrase is ("contract", "stay", ...); "" where nothing tells. A faint word must lead it."""
    stems = words.stemmer.stems(phrase)
    found: dict[str, int] = {}
    for hit in words.scan(stems):
        for meaning in hit.meanings:
            fits = archetype in _TRAIT_NEEDS.get(meaning.key, {archetype})
            if meaning.role is Role.TRAIT and fits and (hit.start == 0 or not meaning.faint):
                found.setdefault(meaning.key, hit.start)
    for trait in _LEADING:
        if found.get(trait) == 0:
            return trait
    return min(found, key=words.traits.index, default="")
