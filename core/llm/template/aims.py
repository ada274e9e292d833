"""What a brief wants and must keep to: its goal, its criteria, its budget and its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from core.llm.template.labels import tidy
from core.llm.template.patterns import Patterns

_CLAUSE_END = re.compile(
    r"[.;!?:。]|,? (?:but|however|although)\s|, (?:so|and|which|while)\s|\s[-–—]\s"
    r"|,? (?:aber|mais|pero|ma|mas|maar)\s"
)
_SERIAL = re.compile(r", and\s")
_LISTED = re.compile(r"[,;、]\s*|\s+&\s+")
_SUM = r"(?:\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?|\d[\d.,]{0,15})"
_SCALE = (
    r"(?:k|mn?|bn|million(?:s|en)?|billion|thousand|mio\.?|mrd\.?|tsd\.?|tausend|mille|mil|miljoen|milion[ei]"
    r"|mill[oó]n(?:es)?|milh(?:ão|ões)|万|億)"
)
_MONEY = re.compile(
    rf"(?:(?<![a-z])(?:[a-z]{{1,2}}\$|USD|EUR|GBP|CHF|CAD|AUD|SEK|NOK|DKK|INR|PLN)|[$€£¥₹])\s?{_SUM}"
    rf"(?:\s?{_SCALE}\b)?"
    rf"|{_SUM}\s?(?:{_SCALE}\s?)?(?:(?:de |di |d')?(?:usd|eur|euros?|dollars?|gbp|pounds|chf|francs|franken"
    r"|yen|reais|pesos|kr|kronor|zł|rupees)\b|[$€£¥₹]|円)"
    r"|\d[\d.,]{0,15}\s?(?:k|mio\.?|million)\b",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"[$€£¥₹円]|[^\W\d]{3}")
_FLOW = re.compile(
    r"\s(?:(?:in|of|an|de|di|em) )?(?:annual |recurring )*(?:arr|mrr|revenue|sales|turnover|debts?|umsatz"
    r"|schulden|ventas|deudas?|chiffre|dettes?|fatturato|debiti|receita|dívidas?|omzet|schuld)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s?/\s?[a-z]{1,8}\b|\s(?:each|(?:per|pro|par|por) \w{1,12}|a (?:day|week|month|year)"
    r"|al mes|al año|al mese)\b",
    re.IGNORECASE,
)
_MIN_WORDS, _MAX_WORDS = 2, 18  # of a goal
_BACK_REFERENCE = 3  # words in which "it" refers to an earlier sentence
_MAX_CRITERION = 6  # words
_MAX_CRITERIA = 5


def find_goal(texts: Sequence[str], patterns: Patterns) -> str:
    """What the texts state as a goal, else as a purpose, else as a wish; "" if nothing.

    "We do this so that we ship by June" gives "ship by June".
    """
    for pattern in (patterns.aim, patterns.purpose, patterns.wish):
        for text in texts:
            for match in pattern.finditer(text):
                goal = _goal(text[match.end() :], patterns)
                if goal:
                    return goal
    return ""


def _goal(text: str, patterns: Patterns) -> str:
    """The clause that an aim consists of, or "" where it is a choice, a request or no clause at all."""
    end = _CLAUSE_END.search(text)
    clause = text[: end.start()] if end else text
    if (
        patterns.no_aim_at_start.search(clause)
        or patterns.no_aim_at_end.search(clause)
        or patterns.or_.search(clause)
        or patterns.opener.search(clause)
    ):
        return ""
    clause = tidy(clause, patterns)
    if any(
        word.casefold() in patterns.pronouns - patterns.determiners
        for word in clause.split()[:_BACK_REFERENCE]
    ):
        return ""
    unspaced = not clause.isascii() and " " not in clause
    return clause if unspaced or _MIN_WORDS <= len(clause.split()) <= _MAX_WORDS else ""


def find_criteria(texts: Sequence[str], patterns: Patterns) -> tuple[str, ...]:
    """What sentences say that matters: "we care about latency and price" gives two phrases."""
    found: dict[str, str] = {}
    for text in texts:
        match = patterns.criteria.search(text)
        if match is None:
            continue
        for part in _LISTED.split(_listed(text[match.end() :], patterns)):
            for phrase in (
                tidy(p, patterns) for half in patterns.and_.split(part) for p in patterns.or_.split(half)
            ):
                plain = _without_aside(phrase, patterns)
                if plain and len(plain.split()) <= _MAX_CRITERION:
                    found.setdefault(plain.casefold(), plain)
    return tuple(found.values())[:_MAX_CRITERIA]


def _without_aside(phrase: str, patterns: Patterns) -> str:
    """The phrase up to a clause about it: "being able to step back if growth slows"."""
    words = phrase.split()
    ends = (i for i, word in enumerate(words) if i >= _MIN_WORDS and word.casefold() in patterns.asides)
    return " ".join(words[: next(ends, None)])


def _listed(text: str, patterns: Patterns) -> str:
    """The clause that lists criteria, with the last one behind a comma: "cost, speed, and peace"."""
    end = _CLAUSE_END.search(text)
    if end is None or not _SERIAL.fullmatch(end.group()) or "," not in text[: end.start()]:
        return text[: end.start()] if end else text
    after = _CLAUSE_END.search(text, end.end())
    last = text[end.end() : after.start() if after else len(text)]
    if len(_without_aside(last, patterns).split()) > _MAX_CRITERION or patterns.subject_at_start.match(last):
        return text[: end.start()]
    return f"{text[: end.start()]}, {last}"


def find_budget(texts: Sequence[str], offers: Mapping[str, str], patterns: Patterns) -> str:
    """The sum of money in a sentence that speaks of a budget, or that the writer has, as it is written.

    "" if there is none. `offers` are the phrases of the options with the text in which each stands: sums by
    which they differ are none there ("spend $30k or $50k").
    """
    apart = _sums_apart(offers)
    raising = any(patterns.raising.search(text) for text in texts)
    for text in texts:
        capped = not raising and patterns.limit.search(text) and not patterns.unspent.search(text)
        if patterns.budget.search(text) or capped:
            others = apart if text in offers.values() else frozenset[str]()
            money = next((m for m in _MONEY.finditer(text) if m.group() not in others), None)
        else:
            money = _funds(text, patterns)
        if money:
            rate = _RATE.match(text, money.end())
            return " ".join(f"{money.group().rstrip('.,')}{rate.group() if rate else ''}".split())
    return ""


def _sums_apart(phrases: Iterable[str]) -> frozenset[str]:
    """The sums that set options apart, which bound none of them: those of at least two options, or none."""
    found = [frozenset(match.group() for match in _MONEY.finditer(phrase)) for phrase in phrases]
    named = [sums for sums in found if sums]
    return frozenset[str]().union(*named) if len(named) > 1 else frozenset()


def _funds(text: str, patterns: Patterns) -> re.Match[str] | None:
    """The sum of "we have $90,000", which "$90,000 in sales" is not, nor "90k users"."""
    having = patterns.funds.search(text)
    money = _MONEY.match(text, having.end()) if having else None
    if money is None or not _CURRENCY.search(money.group()):
        return None
    return None if _FLOW.match(text, money.end()) else money


def find_deadline(texts: Sequence[str], patterns: Patterns) -> str:
    """The date or span that a sentence sets, as it is written: "by the end of Q3"; "" if there is none."""
    return next((match.group().rstrip(".") for match in map(patterns.deadline.search, texts) if match), "")
