"""A passage of a document as tokens, with the terms and the options found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.graph.sources import Passage
from core.llm.template.lexicon import Hit, Lexicon, Role
from core.llm.template.mentions import Mention, OptionMatcher, shares
from core.llm.template.tokens import MARKS

_MAX_CHARACTERS = 1_200  # of one passage that are read


@dataclass(frozen=True, slots=True)
class Scanned:
    """A passage, read: its stems, the terms in them, and how well it names which options."""

    passage: Passage
    stems: Sequence[str]
    hits: Sequence[Hit]
    mentions: Sequence[Mention]
    named: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Clause:
    """The stems from `start` to before `end`, with the terms and mentions among them."""

    start: int
    end: int
    hits: tuple[Hit, ...]
    mentions: tuple[Mention, ...]

    def cues(self, name: str) -> list[int]:
        """Where cue words of one sort stand."""
        return [h.start for h in self.hits for m in h.meanings if m.role is Role.CUE and m.key == name]

    @property
    def taken(self) -> set[int]:
        """The places of words that name an option, and so say nothing of an outcome."""
        return {at for mention in self.mentions for at in range(mention.start, mention.end)}


def scan(passage: Passage, matcher: OptionMatcher, words: Lexicon) -> Scanned:
    """Read one passage."""
    stems = words.stemmer.stems(passage.text[:_MAX_CHARACTERS])
    hits = words.scan(stems)
    mentions = matcher.find(stems, hits)
    return Scanned(passage, stems, hits, mentions, shares(mentions, stems))


def clauses(read: Scanned) -> Iterator[Clause]:
    """A passage cut at marks and at words such as "but", without mentions of options that it hardly names."""
    borders = {i for i, stem in enumerate(read.stems) if stem in MARKS}
    borders |= {h.start for h in read.hits for m in h.meanings if m.role is Role.CUE and m.key == "contrast"}
    mentions = [mention for mention in read.mentions if mention.option in read.named]
    start = 0
    for end in (*sorted(borders), len(read.stems)):
        if end > start:
            hits = tuple(hit for hit in read.hits if start <= hit.start < end)
            yield Clause(start, end, hits, tuple(m for m in mentions if start <= m.start < end))
        start = end + 1
