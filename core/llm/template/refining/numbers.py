"""How sure or how strong a clause says that something is: a number, a percentage, or words for one."""

from __future__ import annotations

import re
from typing import NamedTuple

from core.llm.template.words.requests import Requests

_NUMBER = re.compile(
    r"(?<![\w.,])(?P<sign>[+\-−–])?\s?(?P<number>\d+(?:[.,]\d+)?)"
    r"(?P<share>\s?(?:%|percent\b|per cent\b|prozent\b|pour cent\b|por ciento\b|por cento\b|per cento\b"
    r"|procent\b|パーセント))?(?![A-Za-z\d])",
    re.IGNORECASE,
)
_WHOLE = 100.0  # percent


class Amount(NamedTuple):
    """A share of 1, its sign (0 where none was said), and the clause without it."""

    share: float
    sign: int
    rest: str


def amount(text: str, requests: Requests) -> Amount | None:
    """The last number of a clause, or its words for one; None where it has neither.

    A number above 1 counts as percent: "70" is 0.7.
    """
    found = list(_NUMBER.finditer(text))
    if found:
        match = found[-1]
        number = float(match["number"].replace(",", "."))
        share = number / _WHOLE if match["share"] or number > 1 else number
        sign = {None: 0, "+": 1}.get(match["sign"], -1)
        return Amount(share, sign, text[: match.start()] + text[match.end() :])
    for words, share in requests.levels.items():
        level = re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)
        if level:
            return Amount(share, 0, text[: level.start()] + text[level.end() :])
    return None
