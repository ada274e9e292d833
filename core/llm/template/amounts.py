"""Sums of money and spans of time, as numbers are written in many countries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.llm.template.lexicon import Role
from core.llm.template.scanned import Clause
from core.llm.template.tokens import CURRENCIES

_MIN_MONEY = 100.0  # a smaller number without a currency is no sum of money
_SCALES = {"k": 1e3, "tsd": 1e3, "m": 1e6, "mio": 1e6, "million": 1e6, "万": 1e4}
_CURRENCY_WORDS = frozenset({"eur", "usd", "gbp", "chf", "euro", "dollar", "pound", "franken", "yen", "reai"})
_SPENT = frozenset({"cost", "running_cost"})
_EARNED = frozenset({"revenue", "margin"})  # a sum beside these is no cost
_TIME = "time"
_GROUP = 3  # digits between thousands separators
_MAX_DIGITS = 15  # that a float holds exactly


@dataclass(frozen=True, slots=True)
class Amount:
    """A number found at a span of tokens: a sum of money, or days; `rate` when it is one per unit."""

    outcome: str
    value: float
    rate: bool
    cue: tuple[int, int]


def amounts(stems: Sequence[str], clause: Clause, numerals: Mapping[str, int]) -> Iterator[Amount]:
    """The sums and spans of a clause; `numerals` are the numbers in words, for "two weeks"."""
    rate = bool(clause.cues("rate"))
    durations = {h.start: float(m.key) for h in clause.hits for m in h.meanings if m.role is Role.DURATION}
    earning = [h for h in clause.hits if any(m.key in _EARNED for m in h.meanings)]
    costing = (m for h in clause.hits if h not in earning for m in h.meanings)
    spent = {m.key for m in costing if m.key in _SPENT and m.role is Role.NOUN}
    taken = clause.taken
    for i in range(clause.start, clause.end):
        written = stems[i]
        if i + 1 in durations and (written in numerals or written[0].isdigit()):
            value = float(numerals.get(written, 0)) or number(written)
            yield Amount(_TIME, value * durations[i + 1], rate=False, cue=(i, i + 2))
        elif written[0].isdigit() and i not in taken:
            before = stems[i - 1] if i else ""
            after = stems[i + 1] if i + 1 < clause.end else ""
            value = number(written) * _SCALES.get(after, 1.0)
            if after != "%" and (_is_priced(before, after) or (spent and value >= _MIN_MONEY)):
                for outcome in sorted(spent or (() if earning else {"cost"})):
                    yield Amount(outcome, value, rate=rate, cue=(i, i + 1))


def number(text: str) -> float:
    """The value of a number as it is written: "1,200.50", "1.200,50", "1 200" and "1.5" alike."""
    comma, point = text.rfind(","), text.rfind(".")
    decimal = max(comma, point)
    alone = min(comma, point) < 0
    if alone and len(text) - decimal - 1 == _GROUP:
        decimal = -1  # "1,200" is a thousand and more
    whole = "".join(c for c in (text if decimal < 0 else text[:decimal]) if c.isdecimal())
    part = "" if decimal < 0 else "".join(c for c in text[decimal:] if c.isdecimal())
    return float(f"{whole[:_MAX_DIGITS] or '0'}.{part[:_MAX_DIGITS] or '0'}")


def _is_priced(before: str, after: str) -> bool:
    """True for a number beside a currency, or with a scale such as "k"."""
    return before in CURRENCIES or after in CURRENCIES or after in _CURRENCY_WORDS or after in _SCALES
