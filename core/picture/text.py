"""Labels made fit to be drawn: cleaned, cut, breakable, and of glyphs that exist."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from core.picture.graphemes import graphemes, is_joiner, is_mark
from core.picture.typefaces import Typefaces

MISSING = "·"  # stands for what no font can draw
ELLIPSIS = "…"
UNNAMED = "(no label)"
MAX_LABEL = 140  # characters drawn of a label, far beyond what the rules let through
_MAX_MARKS = 4  # marks on one character: no script stacks more
_MAX_STACKED = 2  # of them above or below it, where stacks grow into the neighbouring lines
_VIRAMA = 9  # the combining class of marks that join letters; a second one in a row joins nothing
_ABOVE_OR_BELOW = 200  # combining classes from here on place a mark around its base
_MAX_CLUSTER = 16  # code points in one character: the longest emoji sequences have about ten
_MAX_WORD = 7.2  # em: what the narrowest column takes
_LOOSE_UNIT = re.compile(r"(?<=\d) (?=[%‰])")  # "5 %", as many languages write it
_NO_BREAK = "\u00a0"  # a space at which no line ends
_BREAK = "\u200b"  # a place to break that shows nothing
_HYPHEN = "\u00ad"  # a place to break that shows a hyphen when it is used
_BY_DICTIONARY = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"))  # Thai to Khmer
_ARABIC = "\u0600"  # from here on letters that stand alone are wide
_INDIC = "\u0900"  # from here on all are
_WIDE = frozenset("MWmw@%&—…ШЩЖЮФЫшщжюфыΨΩΦψωφ")


def plain(text: str, limit: int = MAX_LABEL) -> str:
    """`text` in one line of at most `limit` characters: NFC, no controls, no bidi overrides, no towers."""
    words = "".join(map(_kept, text[: limit * _MAX_CLUSTER])).split()  # what follows could not be shown
    clusters = [_trimmed(cluster) for cluster in graphemes(unicodedata.normalize("NFC", " ".join(words)))]
    clusters = [cluster for cluster in clusters if cluster]
    if len(clusters) > limit:
        clusters = [*clusters[: limit - 1], ELLIPSIS]
    return "".join(clusters).strip() or UNNAMED


def drawable(text: str, typefaces: Typefaces, limit: int = MAX_LABEL) -> str:
    """`plain(text)` with "·" for what no typeface can draw, and with places to break in long words.

    A number stays with its "%", however it is written.
    """
    shown: list[str] = []
    for cluster in graphemes(plain(text, limit)):
        glyphs = _drawn(cluster, typefaces)
        if glyphs == MISSING and shown and shown[-1] == MISSING:
            continue
        shown.append(glyphs)
    return _LOOSE_UNIT.sub(_NO_BREAK, "".join(_breakable(shown)))


def is_rtl(text: str) -> bool:
    """True when the first strongly directed character runs from right to left (UAX #9, P2 and P3)."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _kept(char: str) -> str:
    """The character; a space for a line end; nothing for controls, formats, surrogates, private use."""
    category = unicodedata.category(char)
    if char.isspace():
        return " "
    if category in ("Cc", "Cs", "Co") or (category == "Cf" and not is_joiner(char)):
        return ""
    return char


def _trimmed(cluster: str) -> str:
    """A character without the marks that would make it a tower; nothing when it is joiners alone."""
    if cluster.isascii():
        return cluster
    kept, marks = "", 0
    stacked = _stacked(unicodedata.normalize("NFD", cluster[0])[1:])
    for char in cluster[:_MAX_CLUSTER]:
        if is_mark(char) and not is_joiner(char):
            marks += 1
            stacked += _stacked(char)
            if marks > _MAX_MARKS or (stacked > _MAX_STACKED and _stacked(char)):
                continue
            if kept.endswith(char) and unicodedata.combining(char) == _VIRAMA:
                continue
        kept += char
    return kept if any(not is_joiner(char) for char in kept) else ""


def _stacked(marks: str) -> int:
    """How many of these stand above or below their base."""
    return sum(unicodedata.combining(mark) >= _ABOVE_OR_BELOW for mark in marks)


def _drawn(cluster: str, typefaces: Typefaces) -> str:
    """The character if one typeface has all of it, else its base, else "·"."""
    visible = "".join(char for char in cluster if not is_joiner(char))
    if visible.isspace() or typefaces.face(visible):
        return cluster
    face = typefaces.face(visible[0])
    if face is None or is_mark(visible[0]):
        return MISSING
    return "".join(char for char in cluster if is_joiner(char) or char in face.points)


def _breakable(clusters: Iterable[str]) -> Iterator[str]:
    """The same characters, with places to break in every word wider than a column."""
    word: list[str] = []
    for cluster in clusters:
        if _breaks_by_itself(cluster):
            yield from _broken(word)
            word = []
            yield cluster
        else:
            word.append(cluster)
    yield from _broken(word)


def _broken(word: list[str]) -> Iterator[str]:
    total = sum(map(_width, word))
    if total <= _MAX_WORD:
        yield from word
        return
    piece = min(_MAX_WORD, total / -(-total // _MAX_WORD) + 0.5)  # even pieces: no short rest
    used, previous = 0.0, ""
    for cluster in word:
        if used and used + _width(cluster) > piece:
            yield _HYPHEN if _is_cased(previous) and _is_cased(cluster) else _BREAK
            used = 0.0
        yield cluster
        used += _width(cluster)
        previous = cluster


def _breaks_by_itself(cluster: str) -> bool:
    """Spaces; and scripts in which lines break between characters, or by a dictionary (UAX #14: ID, SA)."""
    char = cluster[0]
    if char.isspace() or unicodedata.east_asian_width(char) in ("W", "F"):
        return True
    return any(low <= char <= high for low, high in _BY_DICTIONARY)


def _is_cased(cluster: str) -> bool:
    return cluster[0].isupper() or cluster[0].islower()


def _width(cluster: str) -> float:
    """An estimate on the wide side, in em of the semi-bold label text."""
    char = cluster[0]
    if char in _WIDE or char >= _INDIC:
        return 1.0
    if char.isupper() or char >= _ARABIC:
        return 0.8
    return 0.62
