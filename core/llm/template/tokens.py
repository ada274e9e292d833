"""Text as tokens: words cut to their stems, numbers, and the marks that part clauses."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d[\d.,]*\d|\d"  # a number with its separators
    r"|[$€£¥円%]"
    r"|[぀-ヿ㐀-鿿豈-﫿ｦ-ﾟ]"  # one sign of a script without spaces
    r"|[^\W\d_぀-ヿ㐀-鿿豈-﫿ｦ-ﾟ]+(?:['-][^\W\d_]+)*"
    r"|[,;:.!?()|。、–—]"
)
CURRENCIES = frozenset("$€£¥円")
MARKS = frozenset(",;:.!?()|。、–—")
_MIN_STEM = 3  # characters that a stem keeps
_UNDOUBLED = frozenset("bdgkmnprt")


class Stemmer:
    """Cuts the endings of one language; remembers every word it has seen."""

    def __init__(self, suffixes: tuple[str, ...]) -> None:
        self._suffixes = suffixes
        self._seen: dict[str, str] = {}

    def stems(self, text: str) -> list[str]:
        """The tokens of a text, case folded, words as stems; numbers and marks as they stand."""
        seen = self._seen
        out: list[str] = []
        for token in _TOKEN.findall(text.casefold()):
            stem = seen.get(token)
            if stem is None:
                stem = seen[token] = self._stem(token)
            out.append(stem)
        return out

    def _stem(self, word: str) -> str:
        for suffix in self._suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= _MIN_STEM:
                word = word[: -len(suffix)]
                break
        if len(word) > _MIN_STEM and word[-1] == word[-2] and word[-1] in _UNDOUBLED:
            word = word[:-1]
        return word


def span(text: str, tokens: tuple[int, int]) -> tuple[int, int]:
    """Where the tokens from the first to before the second stand in a text, as offsets; (0, 0) for none."""
    first, behind = tokens
    places = (
        [match.span() for match in _TOKEN.finditer(text.casefold())]
        if len(text.casefold()) == len(text)
        else []
    )
    if not 0 <= first < behind <= len(places):
        return 0, 0
    return places[first][0], places[behind - 1][1]
