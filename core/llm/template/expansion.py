"""Alternatives that share a head or a tail, each made whole: "raise prices by 5% | 10%"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from core.llm.template import verb_first, verb_last
from core.llm.template.patterns import Patterns
from core.llm.template.phrase_parts import Words, is_number

_ADJECTIVE = re.compile(r"(?:\w-\w+|al|ary|ive|ous|ic|able|ible|less|ful)$")
_PERCENT = "%"
_MAX_THING = 5  # words of an object that may stand for a pronoun


@dataclass(frozen=True, slots=True)
class Expanded:
    """Whole phrases, and what stood behind the last of them but belongs to all: "for our data platform"."""

    phrases: tuple[str, ...]
    shared: str = ""


def expand(parts: tuple[str, ...], patterns: Patterns) -> Expanded:
    """Complete each part from its neighbours, by the place of the verb in the language."""
    words = [part.split() for part in parts if part.split()]
    if len(words) < 2:  # noqa: PLR2004  one phrase has no neighbour
        return Expanded(parts)
    _share_counted_noun(words, patterns)
    _resolve_pronouns(words, patterns)
    share = verb_last.share if patterns.grammar.verbs_last else verb_first.share
    shared = share(words, patterns)
    return Expanded(tuple(" ".join(phrase) for phrase in words), " ".join(shared))


def _share_counted_noun(words: list[Words], patterns: Patterns) -> None:
    """Give the noun to all of "two | three engineers" and "full-time | part-time staff"."""
    *others, model = words
    if len(model) < 2:  # noqa: PLR2004  a head and a noun
        return
    counts, described = is_number(model[0], patterns), _ADJECTIVE.search(model[0])
    for phrase in others:
        end = phrase[-1]
        counted = counts and is_number(end, patterns) and not end.endswith(_PERCENT) and model[1] != _PERCENT
        alike = described and _ADJECTIVE.search(end) and not counts and not model[0].istitle()
        if counted or alike:
            phrase.extend(model[1:])


def _resolve_pronouns(words: list[Words], patterns: Patterns) -> None:
    """Put the noun for the pronoun: "buy a CRM | build one", "buy a new press | repaint the old one"."""
    thing: Words = []
    for i, phrase in enumerate(words):
        at = next((k for k in range(1, len(phrase)) if _is_pronoun(phrase, k, patterns)), None)
        if at is None:
            thing = _thing(phrase, patterns) or thing
        elif i and thing:
            meant = _meant(phrase, at, thing, patterns)
            if meant == thing:
                phrase[at - 1] = _uncounted(phrase[at - 1], patterns)
            phrase[at : at + 1] = meant


def _is_pronoun(phrase: Words, at: int, patterns: Patterns) -> bool:
    """True for a word that stands for a thing; an article, number or preposition only with no noun behind."""
    word = phrase[at].casefold()
    if word not in patterns.pronouns and word not in patterns.stand_ins:
        return False
    if not is_number(word, patterns) and word not in patterns.determiners | patterns.prepositions:
        return True
    ends = patterns.prepositions | patterns.times | patterns.adverbs
    return at == len(phrase) - 1 or phrase[at + 1].casefold() in ends


def _meant(phrase: Words, at: int, thing: Words, patterns: Patterns) -> Words:
    """What the pronoun stands for: the whole thing behind a verb, only its noun behind an adjective.

    The pronoun itself where the noun would not fit, and where it means no thing ("do it").
    """
    pronoun, before = phrase[at], phrase[at - 1].casefold()
    stands_in = pronoun.casefold() in patterns.stand_ins
    if before in patterns.pro_verbs or (stands_in and is_number(thing[0], patterns)):
        return [pronoun]
    if not stands_in or at == 1 or before in patterns.adverbs:
        return thing
    many = thing[-1].endswith("s") and not thing[-1].endswith("ss")
    return thing[-1:] if many == pronoun.endswith("s") else [pronoun]


def _uncounted(verb: str, patterns: Patterns) -> str:
    """The verb before a thing as it is without its pronoun: "costruirne uno" is "costruire un CRM"."""
    for ending, (plain, *_) in patterns.partitives:
        if verb.casefold().endswith(ending):
            return verb[: -len(ending)] + plain
    return verb


def _thing(phrase: Words, patterns: Patterns) -> Words:
    """What a verb is about, if it is plain: "a CRM" of "buy a CRM from SAP"; nothing otherwise."""
    ends = patterns.prepositions | patterns.times
    thing = list(takewhile(lambda word: word.casefold() not in ends, phrase[1:]))
    if not 1 < len(thing) <= _MAX_THING or not patterns.is_verb(phrase[0]):
        return []
    return thing if thing[0].casefold() in patterns.determiners or is_number(thing[0], patterns) else []
