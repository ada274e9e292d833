"""Joins the lines of a text that were wrapped, and keeps apart those that were not."""

from __future__ import annotations

import re

Span = tuple[int, int]

NARROWEST = 40  # characters; a paragraph whose longest line is shorter was not wrapped
WIDEST = 160  # characters; nor was one with longer lines
NARROWEST_LOWER = 24  # the same where the next line goes on in lower case
NARROWEST_CJK = 20  # the same for lines without spaces

_MARKER = re.compile(
    r"(?:(?:#{1,6}|>|[-*+•‣◦▪–—·●○]|\d{1,3}[.)]|\(\d{1,3}\)|\(?[a-z]\)|\[[ xX]\])[ \t]+|[•‣◦▪●○・])+"
)
_APART = re.compile(r"[|]|[-=*_~`]{3,}")  # a table's line, a rule, a fence
_BEGINS = re.compile(f"{_MARKER.pattern}|{_APART.pattern}")
_SPECIAL = frozenset("#>-*+•‣◦▪–—·●○・(|=_~`[0123456789")  # what those begin with, but for "a)"
_LATIN = "\u2fff"  # no character of Chinese or Japanese comes before
_CJK = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff9f]")
_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(r"[^.!?]{1,30}:\s")


def blocks(text: str) -> list[Span]:
    """The spans of list items, headings and paragraphs, without the markers of lists and headings.

    A line break ends a block unless the line looks wrapped: the next word would not have fitted into the
    width of its paragraph.
    """
    found: list[Span] = []
    for paragraph in _paragraphs(text):
        lines = [text[start:end].rstrip() for start, end in paragraph]
        width = max(map(len, lines))
        apart = _is_listed(lines)
        first = 0
        for place in range(1, len(lines) + 1):
            if place < len(lines):
                here, following = lines[place - 1], lines[place]
                if _is_continued(lines[first], following) or (
                    not apart and _is_wrapped(here.strip(), following.strip(), width)
                ):
                    continue
            found.append(_unmarked(text, paragraph[first][0], paragraph[place - 1][1]))
            first = place
    return found


def _paragraphs(text: str) -> list[list[Span]]:
    """The lines of each paragraph; a blank line ends one."""
    found: list[list[Span]] = []
    last = -2
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        if line.start() == last + 1:
            found[-1].append(line.span())
        else:
            found.append([line.span()])
        last = line.end()
    return found


def _is_listed(lines: list[str]) -> bool:
    """True when every line begins like a statement of its own: several lines, or labels with colons."""
    lines = [line.lstrip() for line in lines]
    if len(lines) == 1 or any(line[:1].islower() or _CJK.match(line) for line in lines):
        return False
    return len(lines) > 2 or all(_LABEL.match(line) for line in lines)  # noqa: PLR2004  two may be chance


def _is_continued(item: str, following: str) -> bool:
    """True when a line is indented under the list item that began the block."""
    if not following[0].isspace():
        return False
    inner = following.lstrip()
    indent = len(item) - len(item.lstrip())
    return (
        len(following) - len(inner) > indent
        and _MARKER.match(item, indent) is not None
        and _MARKER.match(inner) is None
    )


def _is_wrapped(line: str, following: str, width: int) -> bool:
    if line[0] in _SPECIAL and (line[0] == "#" or _APART.match(line)):
        return False
    if (following[0] in _SPECIAL or following[1:2] == ")") and _BEGINS.match(following):
        return False
    if line[-1] > _LATIN and _CJK.match(line[-1]) and _CJK.match(following):
        return NARROWEST_CJK <= width <= WIDEST and len(line) >= width - 3
    if following[:1].islower() and NARROWEST_LOWER <= width <= WIDEST and len(line) >= width / 2:
        return True
    if not NARROWEST <= width <= WIDEST:
        return False
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width or len(line) >= 0.8 * width


def _unmarked(text: str, start: int, end: int) -> Span:
    indent = len(text[start:end]) - len(text[start:end].lstrip())
    marker = _MARKER.match(text, start + indent, end)
    return (marker.end() if marker else start + indent), end
