"""Scores stretches of text by how well they fit a brief: BM25, with a share of the neighbours' scores."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from core.documents.language import COMMON

K1, B = 1.2, 0.75  # Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), the usual values
NEIGHBOUR = 0.3  # of the better neighbour's score: an answer often stands beside the words asked for

_WORD = re.compile(r"\w+")
# Scripts written without spaces: their words are not known, so each pair of characters is a term.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
_ENDINGS = ("ing", "ies", "ed", "es", "s")
_SHORTEST_STEM = 4  # characters


def terms(text: str) -> list[str]:
    """The words that tell what a text is about: folded, without the common ones and English endings."""
    found: list[str] = []
    for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
        found.extend(_terms_of(word))
    return found


@lru_cache(maxsize=50_000)
def _terms_of(word: str) -> tuple[str, ...]:
    if _UNSPACED.search(word):
        pairs = [a + b for run in _UNSPACED.findall(word) for a, b in pairwise(run)]
        singles = [run for run in _UNSPACED.findall(word) if len(run) == 1]
        rest = [term for part in _UNSPACED.split(word) if part for term in _terms_of(part)]
        return (*pairs, *singles, *rest)
    if word in COMMON or (len(word) == 1 and not word.isdigit()):
        return ()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return (word[: -len(ending)],)
    return (word,)


def weights(texts: Sequence[Sequence[str]], query: Sequence[str]) -> dict[str, float]:
    """How much each term of the query tells these texts apart; a term of none of them is left out."""
    count = len(texts)
    frequency: Counter[str] = Counter()
    wanted = Counter(query)
    for text in texts:
        frequency.update(wanted.keys() & set(text))
    return {
        term: math.log(1 + (count - found + 0.5) / (found + 0.5)) * (1 + math.log(wanted[term]))
        for term, found in frequency.items()
    }


def scores(texts: Sequence[str], brief: str) -> list[float]:
    """One score for each text, in order; 0 where neither it nor a neighbour shares a term with the brief."""
    tokens = [terms(text) for text in texts]
    average = sum(map(len, tokens)) / len(tokens) or 1
    weight = weights(tokens, terms(brief))
    own = []
    for words in tokens:
        frequency: defaultdict[str, int] = defaultdict(int)
        for word in words:
            if word in weight:
                frequency[word] += 1
        norm = K1 * (1 - B + B * len(words) / average)
        own.append(sum(weight[term] * f * (K1 + 1) / (f + norm) for term, f in frequency.items()))
    padded = [0.0, *own, 0.0]
    return [
        score + NEIGHBOUR * max(before, after)
        for before, score, after in zip(padded, own, padded[2:], strict=False)
    ]
