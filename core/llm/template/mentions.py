"""Where a text speaks of an option: by the words that set it apart, or by its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.llm.template.detection import function_words
from core.llm.template.lexicon import Lexicon, Term
from core.llm.template.tokens import MARKS
from core.llm.template.words import language

ENOUGH = 0.3  # share of an option's weight that makes a mention
_BY_KIND = 0.45  # what a word for the option's kind counts as ("freelancers" for "use contractors")
_NAME, _WORD, _VERB, _SHARED = 2.0, 1.0, 0.4, 0.3  # weights of an option's words
_UNSPACED = re.compile(r"[一-鿿㐀-䶿々]{2,}|[ァ-ヿ]{2,}")


class Mention(NamedTuple):
    """One place where a text names an option; `weight` is the share of the option's words found there.

    `by_kind` mentions are words for the option's kind, not its own. A tuple, since a draft makes thousands.
    """

    start: int
    end: int
    option: int
    weight: float
    by_kind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionWords:
    """An option as evidence is sought for it: its words, its kind, and the place of its verb (-1: none).

    Words from number `tail` on are circumstances ("for the rebrand"), of which every option may be true.
    """

    phrase: str
    trait: str
    verb: int
    tail: int


class OptionMatcher:
    """Finds mentions of the options of one draft in texts of one language."""

    def __init__(self, options: Sequence[OptionWords], words: Lexicon, codes: set[str]) -> None:
        """`words` are those of the texts; what tells nothing in a language of `codes` is passed over."""
        empty = (f"{' '.join(function_words(code))} {language(code).generic_words}" for code in codes)
        stop = frozenset(stem for listed in empty for stem in words.stemmer.stems(listed))
        weighted = [_weights(option, words, stop) for option in options]
        self._by_first: dict[str, list[tuple[Term, int, float, bool]]] = {}
        for i, own in enumerate(weighted):
            others = [other for j, other in enumerate(weighted) if j != i]
            apart = {t: w for t, w in own.items() if not any(t in other for other in others)}
            shared = {
                t: _SHARED * w for t, w in own.items() if t not in apart and not all(t in o for o in others)
            }
            terms = {**apart, **shared} if apart else _numbers(options[i], words)
            total = sum(terms.values())
            for term, weight in terms.items():
                self._by_first.setdefault(term[0], []).append((term, i, weight / total, False))
        traits = [option.trait for option in options]
        for i, trait in enumerate(traits):
            for term in words.traits.get(trait, ()) if traits.count(trait) == 1 else ():
                self._by_first.setdefault(term[0], []).append((term, i, _BY_KIND, True))

    def find(self, stems: Sequence[str]) -> list[Mention]:
        """Every mention in these stems, in order."""
        if self._by_first.keys().isdisjoint(stems):
            return []
        found: list[Mention] = []
        for at, stem in enumerate(stems):
            for term, option, weight, by_kind in self._by_first.get(stem, ()):
                end = at + len(term)
                if len(term) == 1 or tuple(stems[at:end]) == term:
                    found.append(Mention(at, end, option, weight, by_kind))
        return found


def shares(mentions: Sequence[Mention], stems: Sequence[str]) -> dict[int, float]:
    """How much of each option the mentions cover, 0..1, for those that are mentioned plainly enough."""
    seen: dict[tuple[int, tuple[str, ...]], float] = {}
    for mention in mentions:
        place = mention.option, tuple(stems[mention.start : mention.end])
        seen[place] = max(seen.get(place, 0.0), mention.weight)
    totals: dict[int, float] = {}
    for (option, _), weight in seen.items():
        totals[option] = totals.get(option, 0.0) + weight
    return {option: min(total, 1.0) for option, total in totals.items() if total >= ENOUGH}


def _weights(option: OptionWords, words: Lexicon, stop: frozenset[str]) -> dict[Term, float]:
    """The content words of an option with their weights; names count most, a leading verb least."""
    weights: dict[Term, float] = {}
    for run in _UNSPACED.findall(option.phrase):
        weights[tuple(words.stemmer.stems(run))] = _WORD
    for i, word in enumerate(option.phrase.split()):
        for stem in words.stemmer.stems(word):
            if stem in stop or stem in MARKS or stem[0].isdigit() or (len(stem) == 1 and not word.isupper()):
                continue
            name = i > 0 and (word[0].isupper() or any(c.isupper() for c in word[1:]))
            verb = i == option.verb and " " in option.phrase
            weight = _NAME if name else _VERB if verb else _WORD
            weights[stem,] = weight * (_SHARED if i >= option.tail else 1.0)
    return weights


def _numbers(option: OptionWords, words: Lexicon) -> dict[Term, float]:
    """The numbers of an option that no word sets apart: "raise prices by 5%" and "... by 10%"."""
    return {(stem,): 1.0 for stem in words.stemmer.stems(option.phrase) if stem[0].isdigit()}
