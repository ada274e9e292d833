"""Lists in a brief: which of them are options, which are criteria, and what each item says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from core.llm.template.choices import MAX_OPTIONS
from core.llm.template.labels import bare, tidy
from core.llm.template.patterns import Patterns
from core.llm.template.text import Line, sentences

_DETAIL = re.compile(r"\s[-–—]+\s|(?<=[^\d\s])\s?:\s|\s\(|;\s|\s(?:->|=>|→)\s|(?<=[a-z\d]{2})\.\s|\s?\|\s")
_BAR = "|"  # begins a row of a table, whose first row names its columns
_MAX_HEAD = 14  # words of an item that can be a label
_MAX_ITEM = 160  # characters of a line that may be an item
_HEADER_WORDS = 8  # a header is short, or ends with a colon or a question mark


class Purpose(Enum):
    """What a list is for, as its header says."""

    OPTIONS = "options"
    CRITERIA = "criteria"
    OTHER = "other"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry: the phrase that names it, the words after it, and the lines as they stand."""

    phrase: str
    detail: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of at least two items under its header ("" where it has none)."""

    purpose: Purpose
    header: str
    items: tuple[Item, ...]


def find_lists(lines: Sequence[Line], patterns: Patterns) -> tuple[Listing, ...]:
    """Every list in the brief, in order. Its bullets are gone by now: lines without a full stop in a row."""
    found: list[Listing] = []
    at = 0
    while at < len(lines):
        header = lines[at - 1].text if at and not _is_marked(lines[at - 1], patterns) else ""
        purpose = _purpose(header, patterns)
        groups = _group(lines[at:], header, purpose, patterns)
        rows = groups[1:] if groups and all(group[0].startswith(_BAR) for group in groups) else groups
        items = [item for item in (_item(group, patterns) for group in rows) if item.phrase]
        if len(items) > 1:
            lettered = all(patterns.option_marker_at_start.match(group[0]) for group in groups)
            purpose = Purpose.OPTIONS if lettered else purpose
            found.append(Listing(purpose=purpose, header=header, items=tuple(items)[:MAX_OPTIONS]))
            at += sum(len(group) for group in groups)
        else:
            at += 1
    return tuple(found)


def _is_marked(line: Line, patterns: Patterns) -> bool:
    return line.marked or patterns.option_marker_at_start.match(line.text) is not None


def _group(lines: Sequence[Line], header: str, purpose: Purpose, patterns: Patterns) -> list[list[str]]:
    """The items that begin with these lines, each with the lines that go on about it; none for no list."""
    groups: list[list[str]] = []
    marked = _is_marked(lines[0], patterns)
    if not marked and header[-1:] not in {":", "?"}:
        return groups
    for line in lines:
        if _is_marked(line, patterns) if marked else _reads_as_item(line, purpose, patterns):
            groups.append([line.text])
        elif purpose is Purpose.OPTIONS and groups and _goes_on(groups[-1][-1], line, patterns):
            groups[-1].append(line.text)
        else:
            break
    return groups


def _goes_on(before: str, line: Line, patterns: Patterns) -> bool:
    """True for a whole sentence behind an item that is one too: it says more about the item."""
    return _stops(before) and _stops(line.text) and not _leads_on(line, patterns)


def _stops(text: str) -> bool:
    return text[-1] in ".!。"


def _reads_as_item(line: Line, purpose: Purpose, patterns: Patterns) -> bool:
    """True for a short line without an end mark; under a header of options also for "Hire two engineers."."""
    if line.said or len(line.text) > _MAX_ITEM or line.text[-1] in "?:" or _leads_on(line, patterns):
        return False
    first = line.text.split(maxsplit=1)[0]
    return not _stops(line.text) or (purpose is Purpose.OPTIONS and patterns.is_verb(first))


def _leads_on(line: Line, patterns: Patterns) -> bool:
    """True for a sentence that asks, aims or sets criteria, and so is no part of a list."""
    return any(p.match(line.text) for p in (patterns.opener, patterns.aim, patterns.wish, patterns.criteria))


def _purpose(header: str, patterns: Patterns) -> Purpose:
    """What a header says of its list."""
    last = sentences(header)[-1] if header else ""
    if not last or (last[-1] not in ":?" and len(last.split()) > _HEADER_WORDS):
        return Purpose.UNSAID
    if patterns.option_header.search(last):
        return Purpose.OPTIONS
    if patterns.criteria_header.search(last) or patterns.criteria.search(last):
        return Purpose.CRITERIA
    if patterns.other_header.search(last):
        return Purpose.OTHER
    asks = any(p.search(last) for p in (patterns.opener, patterns.statement, patterns.question_at_start))
    offers = last[-1] == "?" and patterns.or_.search(last)  # its alternatives stand in it, not below
    return Purpose.OPTIONS if asks and not offers else Purpose.UNSAID


def _item(lines: Sequence[str], patterns: Patterns) -> Item:
    """An entry's name and the words after it: "Option A: agency – quick, but 120k" gives "agency"."""
    head = patterns.option_marker_at_start.sub("", lines[0])
    details = list(lines[1:])
    for match in _DETAIL.finditer(head):
        if any(c.isalnum() for c in head[: match.start()]):
            details.insert(0, head[match.end() :])
            head = head[: match.start()]
            break
    if len(head.split()) > _MAX_HEAD and "," in head:
        head, _, more = head.partition(",")
        details.insert(0, more)
    detail = "; ".join(text.replace(" | ", ", ") for text in map(bare, details) if text)
    return Item(phrase=tidy(head, patterns), detail=detail, quotes=tuple(lines))
