"""User-perceived characters: the units in which a label is cut.

A reading of UAX #29 that needs no table: what extends a character is told by its general category, its
combining class and a few fixed ranges. It errs towards keeping characters together.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

ZWNJ = "\u200c"
ZWJ = "\u200d"
_VIRAMA = 9  # canonical combining class: the next consonant belongs to the same syllable
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_REGIONAL = range(0x1F1E6, 0x1F200)
_TAGS = range(0xE0020, 0xE0080)
_TRAILING_JAMO = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))


def is_mark(char: str) -> bool:
    """True for a combining mark, spacing or not."""
    return unicodedata.category(char).startswith("M")


def is_joiner(char: str) -> bool:
    """True for what shapes its neighbours and has no shape itself: joiners, variation selectors, tags."""
    return char in (ZWJ, ZWNJ, "\ufe0e", "\ufe0f") or ord(char) in _TAGS


def graphemes(text: str) -> Iterator[str]:
    """The user-perceived characters of `text`, which they spell out again when joined."""
    if text.isascii():
        yield from text
        return
    cluster = ""
    for char in text:
        if cluster and not _extends(cluster, char):
            yield cluster
            cluster = ""
        cluster += char
    yield cluster


def _extends(cluster: str, char: str) -> bool:
    last, point = cluster[-1], ord(char)
    if last.isspace():
        return False
    return (
        is_mark(char)
        or is_joiner(char)
        or point in _SKIN_TONES
        or (last == ZWJ and not char.isalnum() and not char.isspace())
        or (unicodedata.category(char) == "Lo" and _ends_in_virama(cluster))
        or (point in _REGIONAL and len(cluster) == 1 and ord(last) in _REGIONAL)
        or (any(point in jamo for jamo in _TRAILING_JAMO) and unicodedata.category(last) == "Lo")
    )


def _ends_in_virama(cluster: str) -> bool:
    return unicodedata.combining(cluster.rstrip(ZWJ)[-1:] or " ") == _VIRAMA
