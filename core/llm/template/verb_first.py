"""Phrases that begin with their verb, made whole: "migrate to AWS | GCP", "build | buy a CRM"."""

from __future__ import annotations

from core.llm.template.patterns import Patterns
from core.llm.template.phrase_parts import Words, is_number, last, last_name, take_shared_tail

_MIN_VERB = 3  # characters of a verb that stands alone with a capital


def share(words: list[Words], patterns: Patterns) -> Words:
    """Complete the phrases in place; returns the tail that belongs to all of them."""
    verbal = [_stands_alone(phrase, patterns, first=i == 0) for i, phrase in enumerate(words)]
    if len(words[0]) == 1 and words[0][0].istitle() and not any(verbal[1:]):
        verbal[0] = False  # a name at the beginning of a sentence, such as "Movistar"
    if not verbal[0]:
        heads = _share_nominal_head(words, patterns)
        return [] if any(verbal) else take_shared_tail(words, heads, patterns)
    _share_object(words, verbal, patterns)
    heads = _share_heads(words, verbal, patterns)
    return [] if verbal[-1] else take_shared_tail(words, heads, patterns)


def _stands_alone(phrase: Words, patterns: Patterns, *, first: bool) -> bool:
    """True for a phrase that needs no head: with a verb in front, or "both". A name is no verb: "Go"."""
    word = next((word for word in phrase if word.casefold() not in patterns.adverbs), phrase[0])
    if len(phrase) == 1 and (word.casefold() in patterns.alone or (word.istitle() and len(word) < _MIN_VERB)):
        return word.casefold() in patterns.alone
    if word[0].isupper() and not first and word.casefold() not in patterns.verbs:
        return False
    return word.casefold() in patterns.negations or patterns.is_verb(word) or _takes_object(phrase, patterns)


def _takes_object(phrase: Words, patterns: Patterns) -> bool:
    """True for a word that can only be a verb by what follows: "tough it out", "max out my card"."""
    word, *rest = (word.casefold() for word in phrase)
    behind = rest[1:] if rest and rest[0] in patterns.particles else rest
    if not behind or behind[0] not in patterns.determiners | patterns.pronouns:
        return False
    others = patterns.determiners | patterns.prepositions | patterns.times | patterns.numbers
    return word.isalpha() and phrase[0].islower() and word not in others | patterns.predeterminers


def _share_nominal_head(words: list[Words], patterns: Patterns) -> list[int]:
    """Put the noun before a bare circumstance: "survey in-app | via email"; the lengths of the heads."""
    heads = [0] * len(words)
    for i, phrase in enumerate(words):
        if i and len(phrase) > 1 < len(words[0]) and phrase[0].casefold() in patterns.prepositions:
            at = last(words[0], lambda word: word.casefold() in patterns.prepositions) or len(words[0]) - 1
            heads[0] = heads[i] = at
            words[i] = words[0][:at] + phrase
    return heads


def _share_object(words: list[Words], verbal: list[bool], patterns: Patterns) -> None:
    """Give a bare transitive verb the object of the last one: "build | buy a CRM"."""
    for i, phrase in enumerate(words[:-1]):
        if (
            verbal[i]
            and verbal[-1]
            and len(phrase) == 1
            and phrase[0].casefold() not in patterns.intransitive
        ):
            phrase.extend(words[-1][1:])


def _share_heads(words: list[Words], verbal: list[bool], patterns: Patterns) -> list[int]:
    """Put the head of the phrase before it on each that has none; the lengths of the heads."""
    model, heads = words[0], [0] * len(words)
    for i, phrase in enumerate(words):
        if verbal[i]:
            model = phrase
            continue
        head = _head(model, phrase, patterns)
        heads[i] = len(head)
        heads[0] = heads[0] or len(head)
        words[i] = head + phrase
    return heads


def _head(model: Words, phrase: Words, patterns: Patterns) -> Words:
    """What `phrase` takes over from the front of `model`, judged by how `phrase` begins."""
    first = phrase[0].casefold()
    if is_number(first, patterns):
        return model[: last(model, lambda word: is_number(word, patterns)) or 1]
    if first in patterns.prepositions or first in patterns.times:
        linking = patterns.prepositions | patterns.times
        same = last(model, lambda word: word.casefold() == first)
        return model[: same or last(model, lambda word: word.casefold() in linking) or 1]
    at = 0
    if first in patterns.determiners:
        same = last(model, lambda word: word.casefold() == first)
        at = same or last(model, lambda word: word.casefold() in patterns.determiners)
    elif phrase[0][0].isupper():
        at = last_name(model)
    return model[:at] if at else _nearest_head(model, first, patterns)


def _nearest_head(model: Words, first: str, patterns: Patterns) -> Words:
    """Up to the last preposition, unless a number follows it; else the verb, with its article."""
    at = last(model, lambda word: word.casefold() in patterns.prepositions)
    if at == len(model) - 1 or is_number(model[at + 1], patterns):
        at = 0
    after = at + 1
    has_article = after < len(model) - 1 and model[after].casefold() in patterns.determiners
    return model[: after + 1] if has_article and first not in patterns.determiners else model[:after]
