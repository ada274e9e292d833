"""Phrases that end with their verb, made whole: "nach Berlin | München umziehen" (German, Dutch)."""

from __future__ import annotations

from core.llm.template.patterns import Patterns
from core.llm.template.phrase_parts import Words, is_number, last, take_shared_tail


def share(words: list[Words], patterns: Patterns) -> Words:
    """Complete the phrases in place; returns the tail that belongs to all of them."""
    *others, final = words
    verbal = any(_has_verb(phrase, patterns) for phrase in others)
    if not _has_verb(final, patterns):
        if len(words[0]) > 1 and _ends_with_verb(words[0], patterns):
            return _share_verb(words, 0, patterns)
        return [] if verbal else take_shared_tail(words, [0] * len(words), patterns)
    if _takes_object(final, patterns):
        words[-1] = [*_object(words[0], patterns), final[-1]] if verbal else final
    elif not verbal and len(final) > 1 and _ends_with_verb(final, patterns):
        return _share_verb(words, -1, patterns)
    return []


def _takes_object(phrase: Words, patterns: Patterns) -> bool:
    """True for a bare transitive verb, or a pronoun with its verb: "ein CRM kaufen | bauen"."""
    if len(phrase) == 1:
        return phrase[0].casefold() not in patterns.intransitive
    return len(phrase) == 2 and phrase[0].casefold() in patterns.pronouns  # noqa: PLR2004  a pronoun and its verb


def _share_verb(words: list[Words], owner: int, patterns: Patterns) -> Words:
    """Give every phrase the verb of one, and the words before what is exchanged."""
    verb = words[owner].pop()
    heads = [_head(words[0], phrase, patterns) for phrase in words[1:]]
    words[1:] = [[*head, *phrase] for head, phrase in zip(heads, words[1:], strict=True)]
    lengths = [len(head) for head in heads]
    shared = take_shared_tail(words, [max(lengths), *lengths], patterns)
    words[:] = [[*phrase, verb] for phrase in words]
    return shared


def _ends_with_verb(phrase: Words, patterns: Patterns) -> bool:
    return phrase[-1][0].islower() and patterns.is_verb(phrase[-1])


def _has_verb(phrase: Words, patterns: Patterns) -> bool:
    """True with a verb at the end, or before circumstances: "freelancers inhuren voor zes maanden"."""
    return _ends_with_verb(phrase, patterns) or any(word in patterns.verbs for word in phrase)


def _object(phrase: Words, patterns: Patterns) -> Words:
    """The object of a phrase without adverbs: "das CRM selbst bauen" gives "das CRM"."""
    return [word for word in phrase[:-1] if word.casefold() not in patterns.times]


def _head(model: Words, phrase: Words, patterns: Patterns) -> Words:
    """The words of the model before what is exchanged: "nach Berlin | München", "um 5 % | 10 %"."""
    first = phrase[0].casefold()
    if is_number(first, patterns):
        return model[: last(model, lambda word: is_number(word, patterns))]
    if first in patterns.prepositions:
        return model[: last(model, lambda word: word.casefold() == first)]
    return model[:1] if model[0].casefold() in patterns.prepositions else []
