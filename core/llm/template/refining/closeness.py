"""How close what a person says comes to a label, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

SAME = 100.0
_WITHIN = 97.0  # all words of the one stand in the other: "agency" and "use an agency"
_PART = 90.0  # the one is a part of the other's words: "kosten" and "Gesamtkosten"
_LONG = 5  # characters from which a part of a word counts; scripts without spaces have shorter words
_TYPO = 0.8  # how alike two words are of which one is mistyped


def closeness(said: Sequence[str], label: Sequence[str]) -> float:
    """From 0 to 100; both as stems."""
    if not said or not label:
        return 0.0
    if sorted(said) == sorted(label):
        return SAME
    if _all_in(said, label) or _all_in(label, said):
        return _WITHIN
    a, b = " ".join(said), " ".join(label)
    if (a in b or b in a) and (min(len(a), len(b)) >= _LONG or not a.isascii()):
        return _PART
    return SAME * max(alike(a, b), alike(" ".join(sorted(said)), " ".join(sorted(label))))


def _all_in(some: Sequence[str], others: Sequence[str]) -> bool:
    return all(any(word == other or _is_typo(word, other) for other in others) for word in some)


def _is_typo(word: str, other: str) -> bool:
    return min(len(word), len(other)) >= _LONG - 1 and alike(word, other) >= _TYPO


@lru_cache(maxsize=10_000)
def alike(a: str, b: str) -> float:
    """How alike two texts are, 0 to 1 (Ratcliff and Obershelp)."""
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
