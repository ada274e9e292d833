"""Collects the text of a PDF's pages, whichever library reads them, and says what is wrong with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from core.documents.clean import clean
from core.documents.extract import Extract
from core.documents.limits import PAGE, PAGES
from core.documents.refusals import Refused

_HYPHEN = re.compile("[\ufffe\x02]\r?\n?")  # how PDFium marks a word that was hyphenated at a line's end
_WRONG = re.compile("[\ufffd\ue000-\uf8ff\x00-\x09\x0b-\x0c\x0e-\x1f]")  # what fonts without a mapping yield
MOST_WRONG = 0.2  # of a page's characters
_DAMAGED = "damaged and skipped"
_GARBLED = "skipped for fonts that cannot be decoded"
_BLANK = "without text (images?)"
_CUT = f"cut after {PAGE:,} characters"


class PageUnreadable(Exception):
    """One page cannot be read; the others may be."""


def collect(count: int, text_of: Callable[[int], str], extract: Extract) -> None:
    """Add the text of the pages from 1 to `count`, of which `text_of` may raise PageUnreadable.

    Raises Refused when no page gives text: damaged, with fonts that cannot be decoded, or a scan.
    """
    wrong: Counter[str] = Counter()
    good = 0
    for number in range(1, min(count, PAGES) + 1):
        text, fault = _judged(number, text_of)
        if fault:
            wrong[fault] += 1
        if text:
            good += 1
            if not extract.prose(text, "page", number):
                break
    if not good:
        raise Refused("garbled" if wrong[_GARBLED] else "damaged" if wrong[_DAMAGED] else "no_text_layer")
    if count > PAGES:
        extract.warn(f"only the first {PAGES:,} of {count:,} pages were read")
    for fault, pages in wrong.items():
        extract.warn(f"{pages:,} {'page was' if pages == 1 else 'pages were'} {fault}")


def _judged(number: int, text_of: Callable[[int], str]) -> tuple[str, str]:
    """A page's cleaned text, "" when it cannot be used, and what is wrong with it, if anything."""
    try:
        text = text_of(number)
    except PageUnreadable:
        return "", _DAMAGED
    fault = _CUT if len(text) > PAGE else ""
    text = _HYPHEN.sub("", text[:PAGE])
    if text.strip() and len(_WRONG.findall(text)) > MOST_WRONG * len(text):
        return "", _GARBLED
    text = clean(text.replace("\x0c", "\n")).strip()
    return text, fault if text else _BLANK
