"""A model's words made fit for a graph: what can be seen, on one line, within a length."""

from __future__ import annotations

import re
import unicodedata

ELLIPSIS = "…"

_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})  # control, format (zero width, text direction), surrogates
_UNSEEN = re.compile(  # drawn as nothing whatever their category: joiners, fillers, selectors, no characters
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufffe\uffff\U000e0100-\U000e01ef]"
)


def visible(text: str) -> str:
    """The characters that a reader sees, white space folded to single spaces."""
    spaced = " ".join(_UNSEEN.sub("", text).split())
    kept = (char for char in spaced if unicodedata.category(char) not in _UNSEEN_CATEGORIES)
    return " ".join("".join(kept).split())


def within(text: str, limit: int) -> str:
    """The visible text in at most `limit` characters: cut after a word, with an ellipsis.

    Text without spaces (Chinese, Japanese, Thai, or one endless word) is cut where the limit is.
    """
    text = visible(text)
    if len(text) <= limit:
        return text
    stop = text.rfind(" ", 0, limit)
    if stop < limit // 2:
        stop = limit - len(ELLIPSIS)
    return text[:stop].rstrip(" ,;:–-") + ELLIPSIS
