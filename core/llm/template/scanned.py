"""A passage of a document as tokens, with the options and the terms found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.graph.sources import Passage
from core.llm.template.lexicon import Hit, Lexicon, Role
from core.llm.template.mentions import Mention, OptionMatcher, shares
from core.llm.template.tokens import MARKS

_MAX_CHARACTERS = 1_200  # of one passage that are read
_COMPARED = frozenset({"up", "down", "good", "bad"})
_BORDER = "contrast"  # the cue that begins a clause


@dataclass(frozen=True, slots=True)
class Scanned:
    """A passage, read: its stems, the mentions of options among them, and how well it names which option.

    `own` are the options that it names by words of their own, not only by words for their kind.
    """

    passage: Passage
    stems: Sequence[str]
    mentions: Sequence[Mention]
    named: Mapping[int, float]
    own: frozenset[int]


@dataclass(frozen=True, slots=True)
class Clause:
    """The stems from `start` to before `end`, with the terms, mentions and cues among them.

    `taken` are the places of words that name an option, and so say nothing of an outcome; `compared` are the
    cues that give a direction to a noun beside them: up, down, good, bad.
    """

    start: int
    end: int
    hits: Sequence[Hit]
    mentions: Sequence[Mention]
    taken: frozenset[int]
    places: Mapping[str, Sequence[int]]
    compared: Sequence[tuple[str, Hit]]

    def cues(self, name: str) -> Sequence[int]:
        """Where cue words of one sort stand."""
        return self.places.get(name, ())


def scan(passage: Passage, matcher: OptionMatcher, words: Lexicon) -> Scanned:
    """Read one passage for the options that it names."""
    stems = words.stemmer.stems(passage.text[:_MAX_CHARACTERS])
    mentions = matcher.find(stems)
    named = shares(mentions, stems) if mentions else {}
    return Scanned(
        passage, stems, mentions, named, frozenset(shares([m for m in mentions if not m.by_kind], stems))
    )


def clauses(read: Scanned, words: Lexicon) -> Iterator[Clause]:
    """A passage cut at marks and at words such as "but", without mentions of options that it hardly names."""
    hits = words.scan(read.stems)
    mentions = [mention for mention in read.mentions if mention.option in read.named]
    cues = [(hit, m.key) for hit in hits for m in hit.meanings if m.role is Role.CUE]
    borders = {i for i, stem in enumerate(read.stems) if stem in MARKS}
    borders.update(hit.start for hit, name in cues if name == _BORDER)
    start = 0
    for end in (*sorted(borders), len(read.stems)):
        inner = [hit for hit in hits if start <= hit.start < end]
        named = [mention for mention in mentions if start <= mention.start < end]
        if inner or named:
            places: dict[str, list[int]] = {}
            for hit, name in cues:
                if start <= hit.start < end:
                    places.setdefault(name, []).append(hit.start)
            taken = frozenset(at for mention in named for at in range(mention.start, mention.end))
            compared = [(name, hit) for hit, name in cues if name in _COMPARED and start <= hit.start < end]
            yield Clause(start, end, inner, named, taken, places, compared)
        start = end + 1
