"""The kind of decision a brief is about, and the kind of each of its options."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.llm.template.amounts import number
from core.llm.template.lexicon import Lexicon, Role, lexicon
from core.llm.template.reading import Reading
from core.llm.template.words import language

GENERAL, _LAUNCH = "general", "launch_timing"
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
    "migrate": {"migration", "vendor", "technical_debt"},
    "buy": {"build_or_buy", "vendor", GENERAL},
    "build": {"build_or_buy", "vendor", GENERAL},
    "hire": {"hiring", GENERAL, "build_or_buy"},
}
_TELLING_ALONE = frozenset({"launch"})  # traits that say something only of an option that others do not share
_AMOUNT = re.compile(r"(\d[\d.,]*)\s?(%?)")
_LEAST_SCALE = 0.25  # so that even a small step keeps a visible weight
# Traits that rule a phrase when they are its verb: "keep the agency", "acquire Beta".
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
    if not _is_about_when(reading, words):
        counts[_LAUNCH] = 0.0
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] >= _ENOUGH else GENERAL


def _is_about_when(reading: Reading, words: Lexicon) -> bool:
    """True unless most options are no matter of when: to launch a product may be one of several."""
    about = [
        any(
            m.key in {_LAUNCH, "wait"}
            for hit in (*words.archetypes.scan(stems), *words.scan(stems))
            for m in hit.meanings
        )
        for stems in (words.stemmer.stems(option.phrase) for option in reading.options)
    ]
    return 2 * sum(about) >= len(about)


def traits_of(phrases: Sequence[str], archetype: str, words: Lexicon) -> tuple[str, ...]:
    """The kind of each option. That all of them launch says nothing of when, so it tells no kind."""
    traits = [trait_of(phrase, archetype, words) for phrase in phrases]
    return tuple(
        "" if trait in _TELLING_ALONE and traits.count(trait) == len(traits) else trait for trait in traits
    )


def scales_of(phrases: Sequence[str], traits: Sequence[str]) -> tuple[float, ...]:
    """How much of its trait each option has, 0..1, where options of one trait differ by one number."""
    scales = [1.0] * len(phrases)
    for trait in set(traits) - {""}:
        alike = [i for i, other in enumerate(traits) if other == trait]
        found = [_AMOUNT.findall(phrases[i]) for i in alike]
        if any(len(numbers) != 1 for numbers in found) or len({numbers[0][1] for numbers in found}) > 1:
            continue
        amounts = [number(numbers[0][0]) for numbers in found]
        for i, amount in zip(alike, amounts, strict=True):
            scales[i] = max(amount / max(amounts), _LEAST_SCALE) if max(amounts) else 1.0
    return tuple(scales)


def trait_of(phrase: str, archetype: str, words: Lexicon) -> str:
    """What kind of option a phrase is ("contract", "stay", ...); "" where nothing tells.

    A faint word counts only where the verb stands.
    """
    stems = words.stemmer.stems(phrase)
    found: dict[str, bool] = {}
    for hit in words.scan(stems):
        leads = hit.end == len(stems) if words.verbs_last else hit.start == 0
        for meaning in hit.meanings:
            fits = archetype in _TRAIT_NEEDS.get(meaning.key, {archetype})
            if meaning.role is Role.TRAIT and fits and (leads or not meaning.faint):
                found[meaning.key] = leads or found.get(meaning.key, False)
    for trait in _LEADING:
        if found.get(trait):
            return trait
    return min(found, key=list(words.traits).index, default="")
