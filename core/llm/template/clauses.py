"""Prose read clause by clause: which option it speaks of, which outcome, and in which direction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.graph.model import Better
from core.llm.template.amounts import amounts, number
from core.llm.template.lexicon import Hit, Lexicon, Meaning, Role
from core.llm.template.scanned import Clause, Scanned, clauses

_REACH, _FAINT_REACH = 4, 1  # stems between a noun and the word that gives it a direction
_NEGATION_REACH = 3  # stems between a negation and what it denies
_CARRIED = 20  # stems over which a clause goes on about the option before it
_LESS_REACH = 2  # stems between "less" and what it lessens
_FORCE, _STRONG, _WEAK = 0.4, 0.6, 0.2
_PERCENT_BASE, _PERCENT_MOST = 0.2, 0.8  # force of "0 %" and the most that a percentage gives
_DIRECT, _INHERITED, _HEDGE = 1.0, 0.85, 0.15  # certainty: named in the clause, carried over, lost by "might"
_DIRECTED = frozenset({Role.UP, Role.DOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a clause gives an option for an outcome: a direction (0: it only names both) or an amount."""

    option: int
    outcome: str
    certainty: float
    cue: tuple[int, int]
    direction: int = 0
    force: float = _FORCE
    amount: float | None = None
    rate: bool = False


@dataclass(frozen=True, slots=True)
class _Effect:
    """A direction for an outcome, and the tokens that say so."""

    outcome: str
    direction: int
    cue: tuple[int, int]


def read_clauses(
    read: Scanned, words: Lexicon, better: Mapping[str, Better], *, context: int | None
) -> Iterator[Said]:
    """What each clause says of the outcomes in `better`.

    `context` is the option of the heading above. A clause that names no option goes on about the one shortly
    before it; one that names two is silent, unless it compares them ("A is cheaper than B").
    """
    subject, since = context, 0
    for clause in clauses(read, words):
        than = _comparison(clause)
        before = {mention.option for mention in clause.mentions if mention.start < than}
        behind = {mention.option for mention in clause.mentions if mention.start > than} - before
        if before:
            subject, since = next(iter(before)) if len(before) == 1 else None, clause.end
        elif subject is not None and clause.start - since > _CARRIED:
            subject = None
        certainty = (_DIRECT if before else _INHERITED) - (_HEDGE if clause.cues("hedge") else 0.0)
        for effect in _effects(clause, better) if len(before) < 2 else ():  # noqa: PLR2004  two subjects
            signs = {subject: 1} | (
                dict.fromkeys(behind, -1) if effect.direction and len(behind) == 1 else {}
            )
            for option, sign in signs.items():
                if option is not None and _may_say(option, effect, read, direct=option in before | behind):
                    yield Said(
                        option=option,
                        outcome=effect.outcome,
                        certainty=certainty,
                        cue=effect.cue,
                        direction=sign * effect.direction,
                        force=_force(read, clause, effect.cue),
                    )
        if subject is not None and (before or subject in read.own | {context}):
            yield from _measured(read, clause, words, subject, certainty)


def _may_say(option: int, effect: _Effect, read: Scanned, *, direct: bool) -> bool:
    """False for what a passage says of an option that it names only by its kind, and not in plain words."""
    by_kind_only = option in read.named and option not in read.own
    return not by_kind_only or (direct and effect.direction != 0)


def _measured(read: Scanned, clause: Clause, words: Lexicon, option: int, certainty: float) -> Iterator[Said]:
    """The amounts that a clause gives its option."""
    for found in amounts(read.stems, clause, words.numerals):
        yield Said(
            option=option,
            outcome=found.outcome,
            certainty=certainty,
            cue=found.cue,
            amount=found.value,
            rate=found.rate,
        )


def _comparison(clause: Clause) -> int:
    """Where "than" stands behind a word that compares; the clause's end when nothing is compared."""
    than = clause.cues("than")
    if not than:
        return clause.end
    directed = (hit.start for hit in clause.hits if any(m.role in _DIRECTED for m in hit.meanings))
    first = min((*directed, *(hit.start for _, hit in clause.compared)), default=clause.end)
    return min((at for at in than if at > first), default=clause.end)


def _effects(clause: Clause, better: Mapping[str, Better]) -> Iterator[_Effect]:
    """Every outcome that a clause speaks of outside of an option's own words."""
    taken = clause.taken
    for hit in clause.hits:
        for meaning in hit.meanings if hit.start not in taken else ():
            if meaning.key not in better:
                continue
            if meaning.role in _DIRECTED:
                direction = _sign(clause, hit) * (1 if meaning.role is Role.UP else -1)
                yield _Effect(meaning.key, direction, (hit.start, hit.end))
            elif meaning.role is Role.NOUN:
                yield _noun_effect(clause, hit, meaning, better[meaning.key])


def _noun_effect(clause: Clause, noun: Hit, meaning: Meaning, better: Better) -> _Effect:
    """The direction that the nearest word like "more" or "worse" gives to a noun; 0 when there is none."""
    toward = 1 if better is Better.HIGHER else -1
    values = {"up": 1, "down": -1, "good": toward, "bad": -toward}
    reach = _FAINT_REACH if meaning.faint else _REACH
    near = [
        (noun.start - hit.end if hit.start < noun.start else hit.start - noun.end, values[key], hit)
        for key, hit in clause.compared
        if hit is not noun
    ]
    gap, value, hit = min(near, key=lambda item: item[0], default=(reach + 1, 0, noun))
    if gap > reach:
        return _Effect(meaning.key, 0, (noun.start, noun.end))
    cue = (min(noun.start, hit.start), max(noun.end, hit.end))
    return _Effect(meaning.key, -value if _is_denied(clause, hit) else value, cue)


def _sign(clause: Clause, hit: Hit) -> int:
    """-1 where a word turns the next around: "less expensive", "reduce downtime", "not cheaper"."""
    lessened = any(0 < hit.start - at <= _LESS_REACH for at in clause.cues("down"))
    return -1 if lessened != _is_denied(clause, hit) else 1


def _is_denied(clause: Clause, hit: Hit) -> bool:
    """True behind a negation, and right before one: "not cheaper", "knows nothing"."""
    return any(0 < hit.start - at <= _NEGATION_REACH or at == hit.end for at in clause.cues("negation"))


def _force(read: Scanned, clause: Clause, cue: tuple[int, int]) -> float:
    """How much: by a percentage beside the cue if there is one, else by words such as "twice"."""
    for i in range(max(clause.start, cue[0] - _REACH), min(clause.end - 1, cue[1] + _REACH)):
        if read.stems[i + 1] == "%" and read.stems[i][0].isdecimal():
            return min(_PERCENT_BASE + number(read.stems[i]) / 100.0, _PERCENT_MOST)
    if clause.cues("strong"):
        return _STRONG
    return _WEAK if clause.cues("weak") else _FORCE
