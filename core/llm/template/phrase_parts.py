"""Parts of phrases that are compared: numbers, names, and tails that several phrases share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from core.llm.template.patterns import Patterns

_NUMBER = re.compile(r"^[~≈+-]?[$€£¥]?\d[\d.,]*(?:k|m|bn|x|%|€|\$|£)?$", re.IGNORECASE)

_YEAR = re.compile(r"^20\d\d$")

Words = list[str]


def is_number(word: str, patterns: Patterns) -> bool:
    """True for digits with their sign and unit, and for a number in words."""
    return word.casefold() in patterns.numbers or _NUMBER.match(word) is not None


def last(words: Words, matches: Callable[[str], bool]) -> int:
    """The index of the last word after the first that matches, 0 when none does."""
    return next((i for i in range(len(words) - 1, 0, -1) if matches(words[i])), 0)


def last_name(words: Words) -> int:
    """Where the last run of capitalised words begins, behind the first word; 0 when there is none."""
    at = 0
    for i in range(len(words) - 1, 0, -1):
        if words[i][0].isupper():
            at = i
        elif at:
            break
    return at


def take_shared_tail(words: list[Words], heads: Sequence[int], patterns: Patterns) -> Words:
    """Cut from the last phrase, and return, a tail like "for our data platform" that none of the others has.

    `heads` says for each phrase how many of its first words it has in common with the others.
    """
    if any(_tail_start(phrase, heads[i], patterns) for i, phrase in enumerate(words[:-1])):
        return []
    at = _tail_start(words[-1], heads[-1], patterns)
    if not at or any(_is_amount(word) for word in words[-1][at:]):
        return []
    tail = words[-1][at:]
    del words[-1][at:]
    return tail


def _is_amount(word: str) -> bool:
    """True for a number that is no year: it sets its own phrase apart ("on 1 January", "for 6 months")."""
    return any(c.isdigit() for c in word) and _YEAR.match(word) is None


def _tail_start(phrase: Words, head: int, patterns: Patterns) -> int:
    """Where words like "for ..." or "this year" begin behind at least one word of its own; 0 if nowhere."""
    for i in range(head + 1, len(phrase)):
        if phrase[i].casefold() in patterns.tail_words or phrase[i].casefold() in patterns.times:
            return i
    return 0
