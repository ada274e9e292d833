"""Text from people, models and files reduced to what can be seen, on one line."""

from __future__ import annotations

import unicodedata

_JOINERS = "\u200c\u200d"  # they shape words of several scripts and emoji
_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cf"})
_PLANE = 0x10000  # code points in a plane, of which the last two are no characters


def plain(text: str) -> str:
    """The text on one line, without what cannot be seen: controls, direction overrides, half surrogates.

    What is left is allowed in XML 1.0.
    """
    visible = (c for c in " ".join(text.split()) if _is_visible(c))
    return " ".join("".join(visible).split())


def _is_visible(character: str) -> bool:
    if ord(character) % _PLANE >= _PLANE - 2:
        return False
    return unicodedata.category(character) not in _UNSEEN or character in _JOINERS
