"""A language's fragments of grammar, compiled once per process."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from core.llm.template.words import language
from core.llm.template.words.language import Grammar, terms

_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """The compiled form of a `Grammar`. Patterns match anywhere unless their name says otherwise."""

    grammar: Grammar
    or_: re.Pattern[str]
    and_: re.Pattern[str]
    versus: re.Pattern[str]
    either: re.Pattern[str]
    between: re.Pattern[str]
    instead: re.Pattern[str]
    or_not_at_end: re.Pattern[str]
    opener: re.Pattern[str]
    chained_at_start: re.Pattern[str]
    statement: re.Pattern[str]
    offer_at_start: re.Pattern[str]
    question_at_start: re.Pattern[str]
    empty_question_at_start: re.Pattern[str]
    tail: re.Pattern[str]
    protected: re.Pattern[str]
    option_marker_at_start: re.Pattern[str]
    option_header: re.Pattern[str]
    criteria_header: re.Pattern[str]
    other_header: re.Pattern[str]
    aim: re.Pattern[str]
    purpose: re.Pattern[str]
    no_aim_at_start: re.Pattern[str]
    criteria: re.Pattern[str]
    budget: re.Pattern[str]
    deadline: re.Pattern[str]
    leading_at_start: re.Pattern[str]
    trailing_at_end: re.Pattern[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    tail_words: frozenset[str]
    topic_words: frozenset[str]
    times: frozenset[str]
    numbers: frozenset[str]
    verbs: frozenset[str]
    no_verbs: frozenset[str]
    intransitive: frozenset[str]
    changing: frozenset[str]
    away: re.Pattern[str]
    asides: frozenset[str]
    pronouns: frozenset[str]
    verb_ending: re.Pattern[str]

    def is_verb(self, word: str) -> bool:
        """True when the word reads as a base form: by list, or by ending."""
        folded = word.casefold()
        if folded in self.verbs:
            return True
        return folded not in self.no_verbs and self.verb_ending.search(folded) is not None


def _any(fragments: tuple[str, ...], *, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> re.Pattern[str]:
    """One case-blind pattern for all fragments, at word borders unless told otherwise."""
    body = "|".join(fragments) or _NEVER
    return re.compile(f"{before}(?:{body}){after}", re.IGNORECASE)


def _words(listed: str) -> tuple[str, ...]:
    """The terms of a string as literal fragments, the longest first."""
    return tuple(re.escape(term) for term in sorted(terms(listed), key=len, reverse=True))


def _set(listed: str) -> frozenset[str]:
    return frozenset(term.casefold() for term in terms(listed))


@cache
def patterns(code: str) -> Patterns:
    """The compiled grammar of one language."""
    grammar = language(code).grammar
    between_commas = {"before": r"(?:\s*,)?\s+", "after": r"(?:\s*,)?\s+"}
    return Patterns(
        grammar=grammar,
        or_=_any((grammar.or_,), **between_commas),
        and_=_any((grammar.and_,), **between_commas),
        versus=_any((grammar.versus,), **between_commas),
        either=_any((grammar.either,)),
        between=_any((grammar.between,)),
        instead=_any((grammar.instead,), **between_commas),
        or_not_at_end=_any((grammar.or_not,), before=r"[\s,]+", after=r"\W*$"),
        opener=_any(grammar.openers, after=r"(?!\w)[\s,]*"),
        chained_at_start=_any(grammar.chained, before=r"^\s*", after=r"(?!\w)[\s,]*"),
        statement=_any(grammar.statements, after=r"(?!\w)[\s,]*"),
        offer_at_start=_any(grammar.offers, before=r"^\s*", after=r"(?!\w)[\s,]*"),
        question_at_start=_any(grammar.questions, before=r"^\s*"),
        empty_question_at_start=_any(grammar.empty_questions, before=r"^\s*", after=""),
        tail=_any(grammar.tails, before="", after=r"(?!\w)"),
        protected=_any(grammar.protected),
        option_marker_at_start=_any((grammar.option_marker,), before="^", after=""),
        option_header=_any(_words(grammar.option_headers)),
        criteria_header=_any(_words(grammar.criteria_headers)),
        other_header=_any(_words(grammar.other_headers)),
        aim=_any(grammar.aims, after=r"(?!\w)[\s,]*"),
        purpose=_any(grammar.purposes, after=""),
        no_aim_at_start=_any(_words(grammar.no_aims), before=r"^\W*"),
        criteria=_any(grammar.criteria, after=r"(?!\w)[\s,]*"),
        budget=_any(_words(grammar.budget)),
        deadline=_any(grammar.deadline),
        leading_at_start=_any(grammar.leading, before=r"^", after=r"(?:[\s,]+|$)"),
        trailing_at_end=_any(grammar.trailing, before=r"(?:^|[\s,]+)", after=r"$"),
        determiners=_set(grammar.determiners),
        prepositions=_set(grammar.prepositions),
        tail_words=_set(grammar.tail_words),
        topic_words=_set(grammar.topic_words),
        times=_set(grammar.times),
        numbers=_set(grammar.numbers),
        verbs=_set(grammar.verbs),
        no_verbs=_set(grammar.no_verbs),
        intransitive=_set(grammar.intransitive),
        changing=_set(grammar.changing),
        away=_any((grammar.away,) if grammar.away else (), after=""),
        asides=_set(grammar.asides),
        pronouns=_set(grammar.pronouns),
        verb_ending=re.compile(grammar.verb_endings or _NEVER),
    )
