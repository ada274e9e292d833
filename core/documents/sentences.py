"""Finds the sentences of a text as spans, so that what is cut from them stays word for word.

Made for English; German, French, Spanish, Italian, Portuguese, Dutch, Chinese and Japanese are split as
far as their punctuation and common abbreviations carry. A list item, a heading and a line of a table are
sentences of their own.
"""

from __future__ import annotations

import re

from core.documents.language import AFTER_ORDINAL, BEFORE_NUMBER, NEVER_LAST, STARTERS
from core.documents.lines import blocks

Span = tuple[int, int]

_STOP = re.compile(r"[.!?…]{1,9}[)\]\"'”’»›]{0,9}(?=\s)|[。！？｡]+[」』）”’]*")
_TOKEN = re.compile(r"[^\s(\[\"'“‘«„]*$")
_NEXT = re.compile(r"[\s\"'“‘«„(\[¿¡—–-]*([^\W_]+)?")
_FENCES = ("```", "~~~")
_LONGEST_TOKEN = 24  # characters looked at before a full stop


def sentences(text: str) -> list[Span]:
    """The spans of a text's sentences, in order, without the space around them or a list's markers.

    `text` is cleaned: each of its line breaks is a line feed. A span without a letter or digit is left out.
    """
    return [span for block in blocks(text) for span in _split(text, *block)]


def _split(text: str, start: int, end: int) -> list[Span]:
    """The sentences of a block; a line of a table is not split, and a fence of Markdown says nothing."""
    if text.startswith(_FENCES, start):
        return []
    spans = []
    for stop in () if text.startswith("|", start) else _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, start, stop, end):
            spans.append((start, stop.end()))
            start = stop.end()
    spans.append((start, end))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _trim(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    if not any(char.isalnum() for char in piece):
        return None
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """True when the sentence that began at `start` ends at this mark."""
    mark = stop.group()
    if mark[0] in "。！？｡":
        return not (mark[-1] in "」』" and text[stop.end()] in "とっ")
    after = _NEXT.match(text, stop.end(), end)
    word = (after and after.group(1)) or ""
    if word[:1].islower():
        return False
    return mark[0] != "." or mark.startswith("..") or _full_stop_ends(text, start, stop.start(), word)


def _full_stop_ends(text: str, start: int, at: int, word: str) -> bool:
    """True when the full stop at `at`, with `word` after it, is no abbreviation's, initial's or ordinal's."""
    found = _TOKEN.search(text, max(start, at - _LONGEST_TOKEN), at)
    token = found.group() if found else ""
    lower = token.lower()
    if lower in NEVER_LAST or (len(token) == 1 and token.islower()):
        return False
    if word[:1].isdigit() and lower in BEFORE_NUMBER:
        return False
    if token.isdigit() and len(token) <= 2:  # noqa: PLR2004  an ordinal of a day, quarter or century
        return word.lower() not in AFTER_ORDINAL
    if (len(token) == 1 and token.isalpha()) or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", token):
        return word.lower() in STARTERS
    return True
