"""Plain text made fit for Slack: on one line, cut at words, without control characters, escaped.

Slack reads `<…>` as a ping or a link and `&…;` as a character, in mrkdwn and in plain text alike; it also
reads `*`, `_`, `~` and backticks in mrkdwn. https://docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

from core.documents.clean import clean
from core.picture.graphemes import graphemes

ELLIPSIS = "…"
NOTHING = "–"  # stands where Slack asks for a text and there is none
TENTH = 0.1  # seconds, the least that is told apart
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BRACKETS = str.maketrans({"<": "‹", ">": "›"})
# Slack has no way to escape these, so that a character of the same look stands for each.
_LOOKALIKES = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
_MARKERS = re.compile(r"`|(?<!\w)[*_~]+|[*_~]+(?!\w)")  # inside a word they mean nothing: budget_2027.csv
_GAP = re.compile(r"\n{3,}")
_BACK = 1 / 3  # of a text may be given up to end it at a word
_WORD_BREAKS = " \n"

Size = Callable[[str], int]


def escape(text: str) -> str:
    """The text as it has to be written for Slack to show it: no `&`, `<` or `>` is left to be read."""
    return text.translate(_ENTITIES)


def unbracketed(text: str) -> str:
    """The text with look-alikes of `<` and `>`, for places of which nobody says whether they are decoded."""
    return text.translate(_BRACKETS)


def unformatted(text: str) -> str:
    """The text with look-alikes of what would make it bold, italic, struck out or code."""
    return _MARKERS.sub(lambda found: found.group().translate(_LOOKALIKES), text)


def uncoded(text: str) -> str:
    """The text with look-alikes of the backticks that would end a stretch of code."""
    return text.replace("`", "ˋ")


def one_line(text: str) -> str:
    """The text on one line, without what nobody sees; `NOTHING` when there is nothing to see."""
    return " ".join(clean(text).split()) or NOTHING


def lines(text: str) -> str:
    """The text without what nobody sees and wide gaps; `NOTHING` when there is nothing to see."""
    kept = "\n".join(line.rstrip() for line in clean(text).split("\n"))
    return _GAP.sub("\n\n", kept).strip() or NOTHING


def escaped_length(text: str) -> int:
    """Characters that the text takes once it is escaped."""
    return len(escape(text))


def escaped_bytes(text: str) -> int:
    """UTF-8 bytes that the text takes once it is escaped."""
    return len(escape(text).encode())


def cut(text: str, limit: int, size: Size = escaped_length) -> str:
    """The text if its size is within the limit, else its beginning up to a word, and an ellipsis."""
    if size(text) <= limit:
        return text
    head, _ = divided(text, limit - size(ELLIPSIS), size)
    return head.rstrip() + ELLIPSIS


def divided(text: str, limit: int, size: Size = escaped_length) -> tuple[str, str]:
    """The text in two: as much as is within the limit, up to a word where one ends near, and the rest.

    The size of a text has to be the sum of the sizes of its characters, each of them one or more.
    """
    if size(text) <= limit:
        return text, ""
    near = text[: max(limit, 0) + 1]  # a character counts for one at least, so what fits is in here
    head = _beginning(list(graphemes(near)), limit, size) or _beginning(list(near), limit, size)
    if text[len(head)] not in _WORD_BREAKS:
        at_word = max(map(head.rfind, _WORD_BREAKS)) + 1
        head = head[:at_word] if at_word >= len(head) * (1 - _BACK) else head
    return head, text[len(head) :]


def _beginning(pieces: Sequence[str], limit: int, size: Size) -> str:
    """As many whole pieces as are within the limit."""
    return "".join(pieces[: sum(end <= limit for end in accumulate(map(size, pieces)))])


def within(items: Sequence[str], limit: int, rest: Callable[[int], str], *, most: int) -> tuple[str, ...]:
    """As many whole items as fit in the limit, and `most`, one a line; `rest` words how many are left out."""
    for shown in range(min(most, len(items)), 0, -1):
        left = len(items) - shown
        told = (*items[:shown], *([rest(left)] if left else []))
        if escaped_length("\n".join(told)) <= limit:
            return told
    return (rest(len(items)),)


def count(number: int, noun: str) -> str:
    """A number of things: "1 file", "2 files"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def clock(seconds: float) -> str:
    """Time that has passed, as a clock shows it: "0:04", "1:00:09"."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def duration(seconds: float) -> str:
    """How long something took: "under 0.1 s", "6.2 s", "12 s", "1 min 5 s"."""
    if seconds < TENTH:
        return f"under {TENTH} s"
    if seconds < 10:  # noqa: PLR2004  from here on tenths tell nobody anything
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
