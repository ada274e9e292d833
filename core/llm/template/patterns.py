"""A language's fragments of grammar, compiled once per process."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from core.llm.template.words import language
from core.llm.template.words.language import Grammar, terms

_NEVER = r"(?!)"
_SAFE = r"(?-i:SAFEs?)"  # the simple agreement for future equity has one name in every language


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
    chooser: re.Pattern[str]
    chained_at_start: re.Pattern[str]
    statement: re.Pattern[str]
    offered: re.Pattern[str]
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
    wish: re.Pattern[str]
    no_aim_at_start: re.Pattern[str]
    criteria: re.Pattern[str]
    budget: re.Pattern[str]
    limit: re.Pattern[str]
    unspent: re.Pattern[str]
    raising: re.Pattern[str]
    funds: re.Pattern[str]
    date: re.Pattern[str]
    deadline: re.Pattern[str]
    leading_at_start: re.Pattern[str]
    trailing_at_end: re.Pattern[str]
    determiner_at_start: re.Pattern[str]
    subject_at_start: re.Pattern[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    genitives: frozenset[str]
    tail_words: frozenset[str]
    topic_words: frozenset[str]
    modals: frozenset[str]
    times: frozenset[str]
    numbers: frozenset[str]
    verbs: frozenset[str]
    no_verbs: frozenset[str]
    intransitive: frozenset[str]
    adverbs: frozenset[str]
    no_aim_at_end: re.Pattern[str]
    cleared: re.Pattern[str]
    changing: frozenset[str]
    particles: frozenset[str]
    clitics: frozenset[str]
    conjugations: tuple[tuple[str, tuple[str, ...]], ...]
    partitives: tuple[tuple[str, tuple[str, ...]], ...]
    away: re.Pattern[str]
    alone: frozenset[str]
    asides: frozenset[str]
    pronouns: frozenset[str]
    stand_ins: frozenset[str]
    pro_verbs: frozenset[str]
    negations: frozenset[str]
    predeterminers: frozenset[str]
    verb_ending: re.Pattern[str]

    def is_verb(self, word: str) -> bool:
        """True when the word reads as a base form: by list, or by ending."""
        folded = word.casefold()
        if folded in self.verbs:
            return True
        return folded not in self.no_verbs and self.verb_ending.search(folded) is not None


def fragments(listed: str) -> tuple[str, ...]:
    """The patterns of a string, one a line; a line that begins with "|" continues the one above it."""
    return tuple(line for line in listed.replace("\n|", "|").split("\n") if line)


def _words(listed: str) -> str:
    """The terms of a string as literal patterns, the longest first."""
    return "\n".join(re.escape(term) for term in sorted(terms(listed), key=len, reverse=True))


def _set(listed: str) -> frozenset[str]:
    return frozenset(term.casefold() for term in terms(listed))


def _pair(term: str) -> tuple[str, tuple[str, ...]]:
    """The two sides of "iamo=are/ire"."""
    left, _, right = term.partition("=")
    return left, tuple(right.split("/"))


@cache
def patterns(code: str) -> Patterns:
    """The compiled grammar of one language."""
    grammar = language(code).grammar
    between_words = {} if grammar.unspaced else {"before": r"(?:\s*,)?\s+", "after": r"(?:\s*,)?\s+"}
    shortfalls = "|".join(fragments(_words(grammar.shortfalls))) or _NEVER
    behind = {"after": r"(?:(?!\w)|(?<='))[\s,]*"}

    def any_of(listed: str, *, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> re.Pattern[str]:
        """One case-blind pattern for all of them, at word borders unless told otherwise."""
        if grammar.unspaced:
            before, after = "^" * before.startswith("^"), "$" * after.endswith("$")
        body = "|".join(fragments(listed)) or _NEVER
        body = body.replace("{verb}", "|".join(terms(grammar.verbs)))
        for name in ("we", "date", "span"):
            body = body.replace(f"{{{name}}}", "".join(fragments(getattr(grammar, name))))
        return re.compile(f"{before}(?:{body}){after}", re.IGNORECASE)

    return Patterns(
        grammar=grammar,
        or_=any_of(grammar.or_, **between_words),
        and_=any_of(grammar.and_, **between_words),
        versus=any_of(grammar.versus, **between_words),
        instead=any_of(grammar.instead, **between_words),
        either=any_of(grammar.either),
        between=any_of(grammar.between),
        or_not_at_end=any_of(grammar.or_not, before=r"[\s,]+", after=r"\W*$"),
        opener=any_of(grammar.openers, **behind),
        chooser=any_of(grammar.choosers),
        chained_at_start=any_of(grammar.chained, before=r"^\s*", **behind),
        statement=any_of(grammar.statements, **behind),
        offered=any_of(grammar.offered),
        offer_at_start=any_of(grammar.offers, before=r"^\s*", **behind),
        question_at_start=any_of(grammar.questions, before=r"^[\s¿¡]*"),
        empty_question_at_start=any_of(grammar.empty_questions, before=r"^[\s¿¡]*", after=""),
        tail=any_of(grammar.tails, before=""),
        protected=any_of(grammar.protected),
        option_marker_at_start=any_of(grammar.option_marker, before="^", after=""),
        option_header=any_of(_words(grammar.option_headers)),
        criteria_header=any_of(_words(grammar.criteria_headers)),
        other_header=any_of(_words(grammar.other_headers)),
        aim=any_of(grammar.aims, **behind),
        purpose=any_of(grammar.purposes, after=""),
        wish=any_of(grammar.wishes, **behind),
        no_aim_at_start=any_of(_words(grammar.no_aims), before=r"^\W*"),
        no_aim_at_end=any_of(_words(grammar.no_aims) if grammar.verbs_last else "", after=r"\W*$"),
        criteria=any_of(grammar.criteria, **behind),
        budget=any_of(_words(grammar.budget), after=rf"(?!\w)(?!\s(?:{shortfalls})\b)"),
        limit=any_of(_words(grammar.limits)),
        unspent=any_of(grammar.unspent),
        raising=any_of(f"{grammar.raising}\n{_SAFE}"),
        funds=any_of(grammar.funds, after=r"\s+"),
        date=any_of(grammar.date),
        deadline=any_of(grammar.deadline),
        cleared=any_of(grammar.cleared, after=""),
        away=any_of(grammar.away, after=""),
        leading_at_start=any_of(grammar.leading, before=r"^", after=r"(?:[\s,]+|$|(?<='))"),
        trailing_at_end=any_of(grammar.trailing, before=r"(?:^|[\s,]+)", after=r"$"),
        verb_ending=re.compile(grammar.verb_endings or _NEVER),
        subject_at_start=any_of("{we}", before="^", after=r"\s"),
        determiner_at_start=any_of(_words(grammar.determiners), before="^", after=r"\s+"),
        determiners=_set(grammar.determiners),
        prepositions=_set(grammar.prepositions),
        genitives=_set(grammar.genitives),
        tail_words=_set(grammar.tail_words),
        topic_words=_set(grammar.topic_words),
        modals=_set(grammar.modals),
        times=_set(grammar.times),
        numbers=_set(grammar.numbers),
        verbs=_set(grammar.verbs),
        no_verbs=_set(grammar.no_verbs),
        intransitive=_set(grammar.intransitive),
        adverbs=_set(grammar.adverbs),
        changing=_set(grammar.changing),
        clitics=_set(grammar.clitics),
        particles=_set(grammar.particles),
        conjugations=tuple(_pair(term) for term in terms(grammar.conjugations)),
        partitives=tuple(_pair(term) for term in terms(grammar.partitives)),
        asides=_set(grammar.asides),
        pronouns=_set(grammar.pronouns),
        stand_ins=_set(grammar.stand_ins),
        pro_verbs=_set(grammar.pro_verbs),
        negations=_set(grammar.negations),
        predeterminers=_set(grammar.predeterminers),
        alone=_set(grammar.alone),
    )
