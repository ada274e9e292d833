"""Prose read clause by clause: which option it speaks of, which outcome, and in which direction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.graph.model import Better
from core.llm.template.lexicon import Hit, Meaning, Role
from core.llm.template.mentions import Mention
from core.llm.template.tokens import CURRENCIES, MARKS

_REACH = 4  # stems between a noun and the word that gives it a direction
_NEGATION_REACH = 3  # stems between a negation and what it denies
_LESS_REACH = 2  # stems between "less" and what it lessens
_FORCE, _STRONG, _WEAK = 0.4, 0.6, 0.2
_DIRECT, _INHERITED, _HEDGE = 1.0, 0.85, 0.15  # certainty: named in the clause, carried over, lost by "might"
_MIN_MONEY = 100.0  # a smaller number without a currency is no amount of money
_THOUSANDS = {"k": 1e3, "tsd": 1e3, "m": 1e6, "mio": 1e6, "million": 1e6, "万": 1e4}
_DIRECTED = frozenset({Role.UP, Role.DOWN})
_CURRENCY_WORDS = frozenset({"eur", "usd", "gbp", "chf", "euro", "dollar", "pound", "franken", "yen", "reai"})
_SPENT = frozenset({"cost", "running_cost"})
_TIMED = "time"


@dataclass(frozen=True, slots=True)
class Said:
    """A direction, or an amount, that a clause gives an option for an outcome."""

    option: int
    outcome: str
    direction: int
    force: float
    certainty: float
    cue: tuple[int, int]
    amount: float | None = None
    rate: bool = False


@dataclass(frozen=True, slots=True)
class _Clause:
    """The stems from `start` to `end`, with what was found in them."""

    start: int
    end: int
    hits: tuple[Hit, ...]
    mentions: tuple[Mention, ...]

    def cues(self, name: str) -> list[int]:
        """Where cue words of one sort stand."""
        return [h.start for h in self.hits for m in h.meanings if m.role is Role.CUE and m.key == name]


def read_clauses(
    stems: Sequence[str],
    hits: Sequence[Hit],
    mentions: Sequence[Mention],
    named: Mapping[int, float],
    better: Mapping[str, Better],
    numerals: Mapping[str, int],
    context: int | None,
) -> Iterator[Said]:
    """What each clause says. `named` are the options mentioned, `context` the option of the heading above.

    `better` are the outcomes looked for, with their wanted directions; `numerals` are the numbers in words.
    """
    subject = context
    for clause in _clauses(stems, hits, [m for m in mentions if m.option in named]):
        than = _comparison(clause)
        before = {m.option for m in clause.mentions if m.start < than}
        behind = {m.option for m in clause.mentions if m.start > than} - before
        certainty = _DIRECT if before else _INHERITED
        if len(before) > 1:
            subject = None
            continue
        if before:
            subject = next(iter(before))
        if clause.cues("hedge"):
            certainty -= _HEDGE
        for outcome, direction, force, cue in _directions(stems, clause, better):
            if subject is not None:
                yield Said(subject, outcome, direction, force, certainty, cue)
            if direction and len(behind) == 1 and behind != {subject}:
                yield Said(next(iter(behind)), outcome, -direction, force, certainty, cue)
        if subject is not None:
            yield from _amounts(stems, clause, numerals, subject, certainty)


def _comparison(clause: _Clause) -> int:
    """Where "than" stands behind a word that compares; the clause's end when nothing is compared."""
    compares = [
        h.start
        for h in clause.hits
        for m in h.meanings
        if m.role in _DIRECTED or m.key in {"up", "down", "good", "bad"}
    ]
    first = min(compares, default=clause.end)
    return min((at for at in clause.cues("than") if at > first), default=clause.end)


def _clauses(stems: Sequence[str], hits: Sequence[Hit], mentions: Sequence[Mention]) -> Iterator[_Clause]:
    """The stems cut at marks and at words such as "but"."""
    borders = {i for i, stem in enumerate(stems) if stem in MARKS}
    borders |= {h.start for h in hits for m in h.meanings if m.role is Role.CUE and m.key == "contrast"}
    start = 0
    for end in (*sorted(borders), len(stems)):
        if end > start:
            yield _Clause(
                start,
                end,
                tuple(hit for hit in hits if start <= hit.start < end),
                tuple(mention for mention in mentions if start <= mention.start < end),
            )
        start = end + 1


def _directions(
    stems: Sequence[str], clause: _Clause, better: Mapping[str, Better]
) -> Iterator[tuple[str, int, float, tuple[int, int]]]:
    """Outcome, direction (0: only named), force and place of the cue, for every outcome a clause speaks of."""
    taken = {i for mention in clause.mentions for i in range(mention.start, mention.end)}
    force = _force(stems, clause)
    for hit in clause.hits:
        if hit.start in taken:
            continue
        for meaning in hit.meanings:
            if meaning.key not in better:
                continue
            if meaning.role is Role.UP or meaning.role is Role.DOWN:
                direction = _sign(clause, hit) * (1 if meaning.role is Role.UP else -1)
                yield meaning.key, direction, force, (hit.start, hit.end)
            elif meaning.role is Role.NOUN:
                yield _noun_direction(clause, hit, meaning, better[meaning.key], force)


def _noun_direction(
    clause: _Clause, noun: Hit, meaning: Meaning, better: Better, force: float
) -> tuple[str, int, float, tuple[int, int]]:
    """The direction that the nearest word like "more" or "worse" gives to a noun; 0 when there is none."""
    toward = 1 if better is Better.HIGHER else -1
    values = {"up": 1, "down": -1, "good": toward, "bad": -toward}
    reach = 1 if meaning.faint else _REACH
    near: list[tuple[int, int, Hit]] = []
    for hit in clause.hits:
        gap = noun.start - hit.end if hit.start < noun.start else hit.start - noun.end
        if hit is noun or gap > reach:
            continue
        near += [(gap, values[m.key], hit) for m in hit.meanings if m.role is Role.CUE and m.key in values]
    if not near:
        return meaning.key, 0, force, (noun.start, noun.end)
    _, value, hit = min(near, key=lambda item: item[0])
    place = (min(noun.start, hit.start), max(noun.end, hit.end))
    return meaning.key, -value if _denied(clause, hit) else value, force, place


def _sign(clause: _Clause, hit: Hit) -> int:
    """-1 where a word turns the next around: "less expensive", "reduce downtime", "not cheaper"."""
    lessened = any(0 < hit.start - at <= _LESS_REACH for at in clause.cues("down"))
    return -1 if lessened != _denied(clause, hit) else 1


def _denied(clause: _Clause, hit: Hit) -> bool:
    """True behind a negation, and right before one: "not cheaper", "knows nothing"."""
    return any(0 < hit.start - at <= _NEGATION_REACH or at == hit.end for at in clause.cues("negation"))


def _force(stems: Sequence[str], clause: _Clause) -> float:
    """How much: by a percentage if there is one, else by words such as "twice" or "slightly"."""
    for i in range(clause.start, clause.end - 1):
        if stems[i + 1] == "%" and stems[i][0].isdigit():
            return min(0.2 + number(stems[i]) / 100.0, 0.8)
    if clause.cues("strong"):
        return _STRONG
    return _WEAK if clause.cues("weak") else _FORCE


def _amounts(
    stems: Sequence[str], clause: _Clause, numerals: Mapping[str, int], option: int, certainty: float
) -> Iterator[Said]:
    """Amounts of money, and spans of time in days."""
    rate = bool(clause.cues("rate"))
    durations = {h.start: float(m.key) for h in clause.hits for m in h.meanings if m.role is Role.DURATION}
    spent = {m.key for h in clause.hits for m in h.meanings if m.key in _SPENT and m.role is Role.NOUN}
    taken = {i for mention in clause.mentions for i in range(mention.start, mention.end)}
    for i in range(clause.start, clause.end):
        if i + 1 in durations and (stems[i] in numerals or stems[i][0].isdigit()):
            amount = float(numerals.get(stems[i], 0)) or number(stems[i])
            yield Said(option, _TIMED, 0, _FORCE, certainty, (i, i + 2), amount * durations[i + 1])
            continue
        if not stems[i][0].isdigit() or i in taken:
            continue
        after = stems[i + 1] if i + 1 < clause.end else ""
        amount = number(stems[i])
        scaled = amount * _THOUSANDS.get(after, 1.0)
        priced = (
            (i > 0 and stems[i - 1] in CURRENCIES)
            or after in CURRENCIES
            or after in _CURRENCY_WORDS
            or after in _THOUSANDS
        )
        if after != "%" and (priced or (spent and scaled >= _MIN_MONEY)):
            for outcome in sorted(spent or {"cost"}):
                yield Said(option, outcome, 0, _FORCE, certainty, (i, i + 1), scaled, rate)


def number(text: str) -> float:
    """The value of a number as it is written: "1,200.50", "1.200,50" and "1.5" alike."""
    digits = text.replace(" ", "")
    comma, point = digits.rfind(","), digits.rfind(".")
    decimal = max(comma, point)
    if decimal >= 0 and not (comma >= 0 and point >= 0) and len(digits) - decimal - 1 == 3:  # noqa: PLR2004  "1,200" is a thousand
        decimal = -1
    whole = "".join(c for c in (digits if decimal < 0 else digits[:decimal]) if c.isdecimal())
    part = "" if decimal < 0 else "".join(c for c in digits[decimal:] if c.isdecimal())
    return float(f"{whole[:15] or '0'}.{part[:6] or '0'}")
