"""What a graph may cite: documents with numbered passages, and the verbatim quotes cut from them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from core.graph.model import BRIEF, HYPOTHESIS, MAX_QUOTE, Provenance

BRIEF_ID = "B"
REPLY_KIND = "reply"  # of a document that is a reply in the thread: R1, R2, ...

Place = Literal["page", "line", "row", "slide", "paragraph", "sentence"]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a passage stands: a place from `first` to `last`, both counted from 1, of a sheet if any."""

    place: Place
    first: int
    last: int
    sheet: str | None = None

    @property
    def label(self) -> str:
        """As people read it: "page 3", "lines 10–14", "sheet Costs, row 7"."""
        where = f"{self.place} {self.first}"
        if self.last > self.first:
            where = f"{self.place}s {self.first}–{self.last}"
        return f"sheet {self.sheet}, {where}" if self.sheet else where


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A numbered, citable unit of a document: a sentence, a table row, a list item. Numbers start at 1."""

    number: int
    text: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file or the brief as a model sees it: the passages chosen for it, numbered over the whole file.

    `id` is D1, D2, ... in the order the files came, B for the brief, R1, R2, ... for replies in the thread.
    `summary` describes a table (rows, columns, and count, mean, p50, p90 per numeric column); it informs and
    is never quoted.
    """

    id: str
    name: str
    kind: str
    passages: tuple[Passage, ...]
    summary: str = ""

    def passage(self, number: int) -> Passage | None:
        """The passage with this number, or None when it is not among those shown."""
        return next((p for p in self.passages if p.number == number), None)


def words(text: str) -> set[str]:
    """The distinct words of a text, case folded."""
    return set(_WORD.findall(text.casefold()))


def cut(text: str, note: str, limit: int = MAX_QUOTE) -> str:
    """A verbatim slice of `text`, at most `limit` characters, cut at words around those `note` shares.

    The window with the most distinct words in common with the note wins; on a tie, the earliest.
    """
    text = text.strip()
    if len(text) <= limit:
        return text
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    wanted = words(note)
    best, best_score = (0, limit), -1
    for i, (start, _) in enumerate(spans):
        end = start
        for _, stop in spans[i:]:
            if stop - start > limit:
                break
            end = stop
        if end == start:  # a single word longer than the limit
            end = start + limit
        score = len(words(text[start:end]) & wanted)
        if score > best_score:
            best, best_score = (start, end), score
    return text[best[0] : best[1]]


def cite(document: Document, number: int, note: str = "") -> Provenance | None:
    """The citation of one passage, its quote verbatim; None when the document shows no such passage."""
    passage = document.passage(number)
    if passage is None or not passage.text.strip():
        return None
    return Provenance(
        source=BRIEF if document.id == BRIEF_ID else document.name,
        quote=cut(passage.text, note),
        location=passage.location.label,
        document=document.id,
        passage=number,
    )


def stands(provenance: Provenance, documents: Iterable[Document]) -> bool:
    """True when the quote stands, word for word, where its citation says; a hypothesis cites nothing."""
    if provenance.is_hypothesis:
        return provenance.document is None and provenance.source == HYPOTHESIS
    for document in documents:
        if document.id != provenance.document or provenance.passage is None:
            continue
        passage = document.passage(provenance.passage)
        return (
            passage is not None
            and provenance.quote in passage.text
            and provenance.location == passage.location.label
        )
    return False
