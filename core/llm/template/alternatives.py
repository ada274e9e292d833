"""The options of a draft: those of the brief, and the status quo or usual ones where they are missing."""

from __future__ import annotations

from core.graph.labels import likeness
from core.llm.template.framing import trait_of
from core.llm.template.lexicon import lexicon
from core.llm.template.patterns import patterns
from core.llm.template.reading import Found, Origin, Reading
from core.llm.template.words import language

_MAX_THING = 5  # words of a thing that is kept as it is


def options_of(reading: Reading, archetype: str) -> tuple[Found, ...]:
    """At least two options, in the order of their letters."""
    if not reading.options:
        usual = language(reading.language).archetypes[archetype].options
        return tuple(Found(phrase=phrase, origin=Origin.DEFAULT) for phrase in usual)
    if len(reading.options) > 1:
        return reading.options
    only = reading.options[0]
    return only, Found(phrase=_status_quo(only, reading.language, archetype), origin=Origin.STATUS_QUO)


def _status_quo(only: Found, code: str, archetype: str) -> str:
    """Changing nothing, in words that fit the one option there is."""
    phrases = language(code).phrases
    trait = trait_of(only.phrase, archetype, lexicon(code))
    plain = phrases.status_quo[""]
    fitting = _staying(only.phrase, code) or phrases.status_quo.get(trait, plain)
    same = likeness(fitting) == likeness(only.label)
    return (plain if fitting != plain else phrases.status_quo["stay"]) if same else fitting


def _staying(phrase: str, code: str) -> str:
    """Not to "move from X to Y" is to "stay with X", not to "rewrite X" to "keep X as it is"; else ""."""
    grammar, phrases = patterns(code), language(code).phrases
    left = grammar.away.search(phrase)
    if left:
        return phrases.stay_with.format(thing=left.group(1))
    verb, *thing = phrase.split()
    article = bool(thing) and thing[0].casefold() in grammar.determiners
    inner = {word.casefold() for word in thing}
    if (
        verb.casefold() not in grammar.changing
        or not article
        or len(thing) > _MAX_THING
        or inner & grammar.prepositions
    ):
        return ""
    many = thing[-1].endswith("s") and not thing[-1].endswith("ss")
    return (phrases.keep_many if many else phrases.keep).format(thing=" ".join(thing))
