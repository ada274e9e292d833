"""Takes out of a text what nobody sees: control, text-direction and zero-width characters."""

from __future__ import annotations

import re

# ECMA-48: a terminal's colours and cursor moves, with all their parameters, and its titles.
_TERMINAL = re.compile("(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b\n]{0,256}(?:\x07|\x1b\\\\)")
_LINE_BREAK = re.compile("\r\n?")
_BLANK = re.compile(
    "[\x0b\x0c\x85\u2028\u2029]"
)  # no line breaks: editors and tables do not count them as such
_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters, but for tab and line feed
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, joiners, fillers
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # zero width, text direction
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"  # annotations, no characters, halves of characters
    "\U000e0000-\U000e0fff"  # tags: letters that no screen shows
    "]"
)


def clean(text: str) -> str:
    """The text as it is seen: no unseen characters or terminal sequences, every line break a line feed."""
    text = _TERMINAL.sub("", text)
    return _UNSEEN.sub("", _BLANK.sub(" ", _LINE_BREAK.sub("\n", text)))


def one_line(text: str) -> str:
    """The text with each line break and tab, and the blanks around it, as one space."""
    return " ".join(filter(None, map(str.strip, re.split(r"[\n\t]+", text))))
