"""Everything that the brief and the documents say of the options' effects, passage by passage."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.graph.model import Better
from core.graph.sources import Document, Passage
from core.llm.template.clauses import read_clauses
from core.llm.template.detection import detect
from core.llm.template.lexicon import Hit, Lexicon, lexicon
from core.llm.template.mentions import Mention, OptionMatcher, OptionWords, shares
from core.llm.template.signals import Basis, Signal
from core.llm.template.comparing import read_table
from core.llm.template.tables import tables_of

_MAX_PASSAGES = 4_000  # of all documents together; selection sends about 1,000 at most
_MAX_CHARACTERS = 1_200  # of one passage that are read
_HEADING_WORDS = 9  # a longer line is a sentence, not a heading
_SENTENCE_ENDS = (".", "!", "?", "。", ";", ",")
_IN_CONTEXT = 0.5  # relevance of a line that only its heading ties to the option
_DIFFERENT = 0.05  # relative difference of two amounts that is worth saying


@dataclass(frozen=True, slots=True)
class _Read:
    """A passage as stems, with its terms, its mentions and the options that it names."""

    document: str
    passage: Passage
    stems: list[str]
    hits: list[Hit]
    mentions: list[Mention]
    named: Mapping[int, float]


def find_signals(
    documents: Sequence[Document],
    options: Sequence[OptionWords],
    better: Mapping[str, Better],
    own: Mapping[str, str],
    code: str,
) -> list[Signal]:
    """What the documents say of each option's effect on the outcomes in `better`, in reading order.

    `own` are outcomes that only the brief knows, by their words. `code` is the language of the brief; each
    document is read in its own.
    """
    signals: list[Signal] = []
    left = _MAX_PASSAGES
    for document in documents:
        passages = document.passages[:left]
        left -= len(passages)
        spoken = detect(" ".join(p.text[:200] for p in passages[:40]), fallback=code)
        words = lexicon(spoken).with_outcomes(own)
        matcher = OptionMatcher(options, words, spoken)
        tabled: set[int] = set()
        for table in tables_of(passages):
            read = read_table(table, document.id, matcher, words, tuple(better))
            signals += read
            tabled |= {row.passage.number for row in table.rows} if read else set()
        prose = [_read(document.id, p, matcher, words) for p in passages if p.number not in tabled]
        signals += _from_prose(prose, better, words.numerals)
    return [*(s for s in signals if s.amount is None), *_compare(signals)]


def _read(document: str, passage: Passage, matcher: OptionMatcher, words: Lexicon) -> _Read:
    stems = words.stemmer.stems(passage.text[:_MAX_CHARACTERS])
    hits = words.scan(stems)
    mentions = matcher.find(stems, hits)
    return _Read(document, passage, stems, hits, mentions, shares(mentions, stems))


def _from_prose(
    prose: Sequence[_Read], better: Mapping[str, Better], numerals: Mapping[str, int]
) -> Iterator[Signal]:
    """Read passages in order, carrying the option of a heading to the lines under it."""
    frequency = Counter(option for read in prose for option in read.named)
    context: int | None = None
    for read in prose:
        if _is_heading(read):
            context = next(iter(read.named)) if len(read.named) == 1 else None
            continue
        if not read.named and context is None:
            continue
        for said in read_clauses(read.stems, read.hits, read.mentions, read.named, better, numerals, context):
            rarity = math.log(2 + len(prose) / (frequency[said.option] + 0.5))
            yield Signal(
                option=said.option,
                outcome=said.outcome,
                document=read.document,
                passage=read.passage.number,
                basis=Basis.STATED if said.direction else Basis.MENTIONED,
                direction=said.direction,
                force=said.force,
                certainty=said.certainty,
                relevance=read.named.get(said.option, _IN_CONTEXT) * rarity,
                cue=said.cue,
                amount=said.amount,
                rate=said.rate,
            )


def _is_heading(read: _Read) -> bool:
    """True for a title: marked as one, or a few words that name an option, or end with a colon, and say no more."""
    text = read.passage.text.strip()
    if text.startswith("#"):
        return True
    if text.endswith(_SENTENCE_ENDS) or len(text.split()) > _HEADING_WORDS:
        return False
    covered = sum(mention.end - mention.start for mention in read.mentions)
    return text.endswith(":") or (len(read.named) == 1 and covered * 2 >= len(read.stems))


def _compare(signals: Sequence[Signal]) -> Iterator[Signal]:
    """Amounts that several options have in common, set beside each other; a lone one adds to its outcome."""
    amounts = [signal for signal in signals if signal.amount is not None]
    for signal in amounts:
        others = {
            other.option: other.amount
            for other in amounts
            if other.outcome == signal.outcome and other.rate == signal.rate and other.option != signal.option
        }
        rest = [amount for amount in others.values() if amount is not None]
        own = signal.amount or 0.0
        reference = sum(rest) / len(rest) if rest else 0.0
        largest = max(own, reference)
        difference = (own - reference) / largest if largest else 0.0
        if not rest:
            yield replace(signal, basis=Basis.STATED, direction=1)
        elif abs(difference) >= _DIFFERENT:
            force = min(0.2 + 0.6 * abs(difference), 0.8)
            yield replace(signal, basis=Basis.COMPARED, direction=1 if difference > 0 else -1, force=force)
