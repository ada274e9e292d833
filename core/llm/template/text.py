"""The text of a brief: cleaned of Slack's markup, cut into lines and sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from core.graph.sources import Document

MAX_TEXT = 8_000  # characters of a brief that are read; the port promises 5,000
_MAX_SENTENCE = 700  # characters of one sentence that are read

_LINK = re.compile(r"<(?:https?|mailto):[^<>|]{1,2000}\|([^<>]{1,300})>")
_BARE_LINK = re.compile(r"<?(?:https?://|mailto:)[^\s<>|]{1,2000}>?")
_MENTION = re.compile(r"<[@#!][^<>|]{1,200}(?:\|([^<>]{1,200}))?>")
_HANDLE = re.compile(r"(?<![\w.])@[\w.-]{1,60}")
_EMOJI_CODE = re.compile(r"(?<!\w):(?:[+-]1|[a-z][a-z0-9_+-]{1,40}):(?!\w)")
_EMPHASIS = re.compile(r"(?<![\w*_~`])([*_~`]{1,3})(?=\S)([^*_~`\n]{1,300})(?<=\S)\1(?![\w*_~`])")
_WITH = re.compile(r"(?<!\w)w/(o?)(?=[\s\w])\s?")
_SPEAKER = re.compile(  # "[09:12] Priya: ", "12/11/2026, 09:12 - Priya: " before a line of a pasted thread
    r"^(?:>\s?){0,3}\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?"
    r"(?:\]\s?(?:[-–]\s)?(?:[^\W\d_][\w.'-]{0,20}\s?){0,3}:\s|\s?[-–]?\s?(?:[^\W\d_][\w.'-]{0,20}\s?){1,3}:\s|\]\s)"
)
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_FOLDED: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},  # full-width ASCII
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u00ab\u00bb"), '"'),
}
_SHOWN_SYMBOLS = "°©®"
_INLINE = re.compile(r"(?:^|(?<=\s))\(?([1-9]|[a-fA-F])\)\s+")
_DANGLING = re.compile(r"[\s,;]+(?:or|and|oder|und|ou|et|o|y|e|of|en)$", re.IGNORECASE)
_BREAK = re.compile(r"(?<=[.!?])[\"')\]]{0,2}\s+|(?<=[。!?])(?=\S)|(?<=;)\s+")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:vs|v|e\.g|i\.e|approx|ca|nr|inc|ltd|corp|co|dr|mr|mrs|ms|st|z\. ?b|bzw|d\. ?h|p\. ?ex|"
    r"ej|etc|resp|usw|bijv|excl|incl|max|min|mio|mrd|[A-Za-z])\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A passage of a brief, on one line; `marked` one of a numbered list, `said` one of a pasted thread."""

    text: str
    marked: bool = False
    said: bool = False


def clean(text: str) -> str:
    """The words a person wrote, on one line: no markup, no emoji, no control or direction characters."""
    text = text[:MAX_TEXT].translate(_FOLDED)
    text = _LINK.sub(r"\1", text)
    text = _MENTION.sub(lambda match: match.group(1) or "", text)
    text = _BARE_LINK.sub("", text)
    text = _HANDLE.sub("", text)
    text = _EMOJI_CODE.sub("", text)
    text = _EMPHASIS.sub(r"\2", text)
    text = _WITH.sub(lambda match: "without " if match.group(1) else "with ", text)
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    if not text.isascii():
        text = "".join(c if _printable(c) else " " if c.isspace() else "" for c in text)
    return " ".join(text.split())


def _printable(character: str) -> bool:
    """False for controls, format and direction marks, surrogates, private use and pictographs."""
    category = unicodedata.category(character)
    return category[0] not in "CZ" and category != "Sk" and (category != "So" or character in _SHOWN_SYMBOLS)


def lines(brief: Document) -> tuple[Line, ...]:
    """The passages of a brief as lines, within MAX_TEXT; a numbered list within one is unfolded."""
    out: list[Line] = []
    left = MAX_TEXT
    for passage in brief.passages:
        whole = clean(passage.text[:left])
        text = _SPEAKER.sub("", whole)
        left -= len(passage.text)
        if any(c.isalnum() for c in text):
            out.extend([Line(text=text, said=True)] if text != whole else _unfolded(text))
        if left <= 0:
            break
    return tuple(out)


def _unfolded(text: str) -> Iterator[Line]:
    """A line as it is, or the items of the list it holds: "Either 1) hire or 2) wait"."""
    marks = list(_INLINE.finditer(text))
    counted = [mark for i, mark in enumerate(marks, 1) if _ordinal(mark.group(1)) == i]
    if len(counted) < 2 or len(counted) != len(marks):  # noqa: PLR2004  items make a list
        yield Line(text=text)
        return
    head = text[: counted[0].start()].strip(" ,;")
    if head:
        yield Line(text=head if head[-1] in ":?" else f"{head}:")
    ends = [*(mark.start() for mark in counted[1:]), len(text)]
    for mark, end in zip(counted, ends, strict=True):
        item, *after = sentences(text[mark.end() : end].strip(" ,;")) or ("",)
        if any(c.isalnum() for c in item):
            yield Line(text=_DANGLING.sub("", item.rstrip(".")), marked=True)
        if after:
            yield Line(text=" ".join(after))


def _ordinal(mark: str) -> int:
    """The place that a mark such as "2" or "b" stands for, counted from 1."""
    return int(mark) if mark.isdigit() else ord(mark.casefold()) - ord("a") + 1


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a line, lower-case beginnings too, without breaking after abbreviations."""
    out: list[str] = []
    for piece in _BREAK.split(text):
        part = piece.strip()
        if not part:
            continue
        if out and _ABBREVIATED.search(out[-1]):
            out[-1] = f"{out[-1]} {part}"
        else:
            out.append(part)
    return tuple(part[:_MAX_SENTENCE] for part in out)
