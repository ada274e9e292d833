"""Alternatives that share a head or a tail, each made whole: "raise prices by 5% | 10%" gives two full phrases."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from core.llm.template.patterns import Patterns

_NUMBER = re.compile(r"^[~≈+-]?[$€£¥]?\d[\d.,]*(?:k|m|bn|x|%|€|\$|£)?$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:\w-\w+|al|ary|ive|ous|ic|able|ible|less|ful)$")
_PERCENT = "%"

_MIN_VERB = 3  # characters of a verb that stands alone with a capital
_MAX_THING = 5  # words of an object that may stand for a pronoun

Words = list[str]


@dataclass(frozen=True, slots=True)
class Expanded:
    """Whole phrases, and what stood behind the last of them but belongs to all: "for our data platform"."""

    phrases: tuple[str, ...]
    shared: str = ""


def expand(parts: tuple[str, ...], patterns: Patterns) -> Expanded:
    """Complete each part from its neighbours, by the place of the verb in the language."""
    words = [part.split() for part in parts if part.split()]
    if len(words) < 2:  # noqa: PLR2004  one phrase has no neighbour
        return Expanded(tuple(parts))
    _share_counted_noun(words, patterns)
    _resolve_pronouns(words, patterns)
    if patterns.grammar.verbs_last:
        shared = _verb_last(words, patterns)
    else:
        shared = _verb_first(words, patterns)
    return Expanded(tuple(" ".join(phrase) for phrase in words), " ".join(shared))


def _share_counted_noun(words: list[Words], patterns: Patterns) -> None:
    """ "hire two | three engineers", "full-time | part-time staff": the noun belongs to both."""
    last = words[-1]
    for phrase in words[:-1]:
        if len(last) < 2 or _is_number(phrase[-1], patterns) != _is_number(last[0], patterns):  # noqa: PLR2004  a head and a noun
            continue
        counted = (
            _is_number(phrase[-1], patterns) and not phrase[-1].endswith(_PERCENT) and last[1] != _PERCENT
        )
        alike = bool(_ADJECTIVE.search(phrase[-1])) and bool(_ADJECTIVE.search(last[0]))
        if counted or (alike and not last[0].istitle()):
            phrase.extend(last[1:])


def _resolve_pronouns(words: list[Words], patterns: Patterns) -> None:
    """ "buy a CRM | build one", "rewrite the billing service | refactor it": the noun stands for the pronoun."""
    thing = words[0][1:]
    if not thing or len(thing) > _MAX_THING or not patterns.is_verb(words[0][0]):
        return
    if thing[0].casefold() not in patterns.determiners or any(
        w.casefold() in patterns.prepositions for w in thing
    ):
        return
    for phrase in words[1:]:
        for i, word in enumerate(phrase[1:], start=1):
            if word.casefold() in patterns.pronouns:
                phrase[i : i + 1] = thing
                break


def _verb_first(words: list[Words], patterns: Patterns) -> Words:
    """Head sharing where the verb leads its phrase; returns the tail that was shared."""
    verbal = [_leads_with_verb(phrase, patterns, first=i == 0) for i, phrase in enumerate(words)]
    if len(words[0]) == 1 and words[0][0].istitle() and not any(verbal[1:]):
        verbal[0] = False  # a name at the beginning of a sentence, such as "Movistar"
    if not verbal[0]:
        return [] if any(verbal) else _take_shared_tail(words, [0] * len(words), patterns)
    model = words[0]
    if verbal[-1] and len(words[-1]) > 1:
        _share_object(words, verbal, patterns)
    heads = [0] * len(words)
    for i, phrase in enumerate(words):
        if verbal[i]:
            model = phrase
            continue
        head = _head(model, phrase, patterns)
        heads[i] = len(head)
        heads[0] = heads[0] or len(head)
        words[i] = head + phrase
    if verbal[-1]:
        return []
    return _take_shared_tail(words, heads, patterns)


def _leads_with_verb(phrase: Words, patterns: Patterns, *, first: bool) -> bool:
    """True for a phrase that stands by itself: with a verb in front, or "both". A name is no verb: "Go", "Azure"."""
    word = phrase[0]
    if len(phrase) == 1 and (word.casefold() in patterns.alone or (word.istitle() and len(word) < _MIN_VERB)):
        return word.casefold() in patterns.alone
    if word[0].isupper() and not first and word.casefold() not in patterns.verbs:
        return False
    return patterns.is_verb(word)


def _share_object(words: list[Words], verbal: list[bool], patterns: Patterns) -> None:
    """ "build | buy a CRM": a bare transitive verb takes the object of the last one."""
    for i, phrase in enumerate(words[:-1]):
        if verbal[i] and len(phrase) == 1 and phrase[0].casefold() not in patterns.intransitive:
            phrase.extend(words[-1][1:])


def _head(model: Words, phrase: Words, patterns: Patterns) -> Words:
    """What `phrase` takes over from the front of `model`, judged by how `phrase` begins."""
    first = phrase[0].casefold()
    if _is_number(first, patterns):
        at = _last(model, lambda word: _is_number(word, patterns))
        return model[:at] if at else model[:1]
    if first in patterns.prepositions or first in patterns.times:
        at = _last(model, lambda word: word.casefold() == first)
        at = at or _last(model, lambda word: word.casefold() in patterns.prepositions | patterns.times)
        return model[:at] if at else model[:1]
    if first in patterns.determiners:
        at = _last(model, lambda word: word.casefold() in patterns.determiners)
        if at:
            return model[:at]
    if phrase[0][0].isupper():
        at = _last_name(model)
        if at:
            return model[:at]
    return _nearest_head(model, first, patterns)


def _nearest_head(model: Words, first: str, patterns: Patterns) -> Words:
    """Up to the last preposition, unless a number follows it; else the verb, with its article."""
    at = _last(model, lambda word: word.casefold() in patterns.prepositions)
    if not at or at == len(model) - 1 or _is_number(model[at + 1], patterns):
        at = 0
    after = at + 1
    if (
        after < len(model) - 1
        and model[after].casefold() in patterns.determiners
        and first not in patterns.determiners
    ):
        after += 1
    return model[:after]


def _take_shared_tail(words: list[Words], heads: list[int], patterns: Patterns) -> Words:
    """Cut from the last phrase a tail like "for our data platform" that none of the others has."""
    last = words[-1]
    if any(_tail_start(phrase, heads[i], patterns) for i, phrase in enumerate(words[:-1])):
        return []
    at = _tail_start(last, heads[-1], patterns)
    if not at:
        return []
    words[-1] = last[:at]
    return last[at:]


def _tail_start(phrase: Words, head: int, patterns: Patterns) -> int:
    """Where a phrase like "for ..." or "this year" begins behind at least one word of its own; 0 if nowhere."""
    for i in range(head + 1, len(phrase)):
        if phrase[i].casefold() in patterns.tail_words or phrase[i].casefold() in patterns.times:
            return i
    return 0


def _verb_last(words: list[Words], patterns: Patterns) -> Words:
    """Sharing where the infinitive ends its phrase: "AWS | Azure nutzen"; returns the tail that was shared."""
    *others, last = words
    verbal = any(_has_verb(phrase, patterns) for phrase in others)
    if not _has_verb(last, patterns):
        if len(words[0]) > 1 and _has_verb(words[0], patterns):
            return _share_verb(words, 0, patterns)
        return [] if verbal else _take_shared_tail(words, [0] * len(words), patterns)
    thing = _object(words[0], patterns)
    is_pronoun = len(last) == 2 and last[0].casefold() in patterns.pronouns  # noqa: PLR2004  a pronoun and its verb
    if thing and (is_pronoun or (len(last) == 1 and last[0].casefold() not in patterns.intransitive)):
        words[-1] = [*thing, last[-1]]
    elif not verbal and len(last) > 1:
        return _share_verb(words, -1, patterns)
    return []


def _share_verb(words: list[Words], owner: int, patterns: Patterns) -> Words:
    """ "nach Berlin | München umziehen": every phrase gets the verb of one, and the preposition of the first."""
    verb = words[owner].pop()
    heads = [_head_before_verb(words[0], phrase, patterns) for phrase in words[1:]]
    words[1:] = [[*head, *phrase] for head, phrase in zip(heads, words[1:], strict=True)]
    longest = max(len(head) for head in heads)
    shared = _take_shared_tail(words, [longest, *(len(head) for head in heads)], patterns)
    words[:] = [[*phrase, verb] for phrase in words]
    return shared


def _has_verb(phrase: Words, patterns: Patterns) -> bool:
    """True when a phrase ends with an infinitive, or has one before its circumstances ("inhuren voor zes maanden")."""
    ends = phrase[-1][0].islower() and patterns.is_verb(phrase[-1])
    return ends or any(word in patterns.verbs for word in phrase)


def _object(phrase: Words, patterns: Patterns) -> Words:
    """The object of a phrase that ends with its verb, without adverbs: "das CRM selbst bauen" → "das CRM"."""
    if not _has_verb(phrase, patterns):
        return []
    return [word for word in phrase[:-1] if word.casefold() not in patterns.times]


def _head_before_verb(model: Words, phrase: Words, patterns: Patterns) -> Words:
    """ "nach Berlin | München", "um 5 % | 10 %": the words before what is exchanged."""
    first = phrase[0].casefold()
    if _is_number(first, patterns):
        at = _last(model, lambda word: _is_number(word, patterns))
        return model[:at]
    if first in patterns.prepositions:
        return model[: _last(model, lambda word: word.casefold() == first)]
    return model[:1] if model[0].casefold() in patterns.prepositions else []


def _last(words: Words, matches: Callable[[str], bool]) -> int:
    """The index of the last word after the first that matches, 0 when none does."""
    return next((i for i in range(len(words) - 1, 0, -1) if matches(words[i])), 0)


def _last_name(words: Words) -> int:
    """Where the last run of capitalised words begins, behind the first word; 0 when there is none."""
    at = 0
    for i in range(len(words) - 1, 0, -1):
        if words[i][0].isupper():
            at = i
        elif at:
            break
    return at


def _is_number(word: str, patterns: Patterns) -> bool:
    return word.casefold() in patterns.numbers or _NUMBER.match(word) is not None
