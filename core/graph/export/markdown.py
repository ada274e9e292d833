"""Text from people, models and files made safe to stand in Markdown."""

from __future__ import annotations

import re
from urllib.parse import quote

from core.graph.export.plain import plain

_ALWAYS = re.compile(r"[\\`*_{}\[\]<>|~&@$^#]")  # markup wherever it stands
_BEFORE_WORD = re.compile(r"[:.](?=\S)")  # :smile:, https://, www.example.com
_AT_START = re.compile(r"^(\d*)([-+=.):])")  # list items, numbered too, and rulers
_LINKABLE = ":/?=&#%+,;~._-"  # stays as it is in the target of a picture


def escaped(text: str) -> str:
    """The text on one line, so that CommonMark and GitHub's dialect show it as it is and nothing more.

    No emphasis, code, link, picture, table cell, list, heading or HTML comes out of it, at the start of a
    block or within one. Letters, digits and the punctuation of plain sentences stay readable.
    """
    safe = _ALWAYS.sub(r"\\\g<0>", plain(text))
    safe = _BEFORE_WORD.sub(r"\\\g<0>", safe)
    return _AT_START.sub(r"\1\\\2", safe)


def picture(target: str, alt: str) -> str:
    """A picture by its path or address."""
    return f"![{escaped(alt)}]({quote(plain(target), safe=_LINKABLE)})"
