"""Everything that the brief and the documents say of the options' effects, passage by passage."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.graph.model import Better
from core.graph.sources import Document
from core.llm.template.clauses import read_clauses
from core.llm.template.comparing import read_table
from core.llm.template.detection import detect
from core.llm.template.lexicon import Lexicon, lexicon
from core.llm.template.mentions import OptionMatcher, OptionWords
from core.llm.template.scanned import Scanned, scan
from core.llm.template.signals import Basis, Signal
from core.llm.template.tables import tables_of

_MAX_PASSAGES = 2_000  # of all documents together; selection sends about 1,000 at most
_TELLING = 40  # passages of a document whose beginnings tell its language
_LEAD = 3.0  # points by which a file must speak another language than the brief
_HEADING_WORDS = 9  # a longer line is a sentence, not a heading
_TITLE_WORDS = 3  # so few words that name no option end what the heading before them governs
_SENTENCE_ENDS = (".", "!", "?", "。", ";", ",")
_IN_CONTEXT = 0.5  # relevance of a line that only its heading ties to the option
_DIFFERENT = 0.05  # relative difference of two amounts that is worth saying
_LEAST, _SPREAD, _MOST = 0.1, 0.7, 0.8  # force: the least, what a full difference adds, the most


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What evidence is sought for: the options, the outcomes with their wanted directions, the language.

    Tables are asked for all outcomes in `better`, prose for those in `sought`; `own` are outcomes that only
    the brief knows, by their words.
    """

    options: Sequence[OptionWords]
    better: Mapping[str, Better]
    sought: frozenset[str]
    own: Mapping[str, str]
    language: str

    @property
    def in_prose(self) -> dict[str, Better]:
        """The outcomes that prose is asked for, with their wanted directions."""
        return {key: wanted for key, wanted in self.better.items() if key in self.sought}


def find_signals(documents: Sequence[Document], question: Question) -> list[Signal]:
    """What the documents say, in reading order; each document is read in its own language."""
    signals: list[Signal] = []
    left = _MAX_PASSAGES
    for document in documents:
        signals += _from_document(replace(document, passages=document.passages[:left]), question)
        left -= min(len(document.passages), left)
    return [*(signal for signal in signals if signal.amount is None), *_compare(signals)]


def _from_document(document: Document, question: Question) -> Iterator[Signal]:
    """The tables of a document, then its prose."""
    beginning = " ".join(passage.text[:200] for passage in document.passages[:_TELLING])
    code = detect(beginning, fallback=question.language, lead=_LEAD)
    words = lexicon(code).with_outcomes(question.own)
    matcher = OptionMatcher(question.options, words, {code, question.language})
    tabled: set[int] = set()
    for table in tables_of(document.passages):
        read = read_table(table, document.id, matcher, words, tuple(question.better))
        yield from read
        tabled |= {row.passage.number for row in table.rows} if read else set()
    prose = [scan(passage, matcher, words) for passage in document.passages if passage.number not in tabled]
    yield from _from_prose(document.id, prose, words, question)


def _from_prose(
    document: str, prose: Sequence[Scanned], words: Lexicon, question: Question
) -> Iterator[Signal]:
    """Read passages in order, carrying the option of a heading to the lines under it."""
    in_prose = question.in_prose
    frequency = Counter(option for read in prose for option in read.named)
    context: int | None = None
    for read in prose:
        if _is_heading(read, words):
            context = next(iter(read.named)) if len(read.named) == 1 else None
            continue
        if not read.named and context is None:
            continue
        for said in read_clauses(read, words, in_prose, context=context):
            rarity = math.log(2 + len(prose) / (frequency[said.option] + 0.5))
            yield Signal(
                option=said.option,
                outcome=said.outcome,
                document=document,
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


def _is_heading(read: Scanned, words: Lexicon) -> bool:
    """True for a title: a few words without a full stop that name an option and say little more."""
    text = read.passage.text.strip()
    count = len(text.split())
    if text.endswith(_SENTENCE_ENDS) or count > _HEADING_WORDS:
        return False
    covered = sum(mention.end - mention.start for mention in read.mentions)
    names = len(read.named) == 1 and covered * 2 >= len(read.stems)
    return text.endswith(":") or names or (count <= _TITLE_WORDS and not words.scan(read.stems))


def _compare(signals: Sequence[Signal]) -> Iterator[Signal]:
    """Amounts that several options have in common, set beside each other; a lone one adds to its outcome."""
    by_kind: dict[tuple[str, bool], dict[int, float]] = {}
    for signal in signals:
        if signal.amount is not None:
            by_kind.setdefault((signal.outcome, signal.rate), {})[signal.option] = signal.amount
    for signal in signals:
        if signal.amount is None:
            continue
        amounts = by_kind[signal.outcome, signal.rate]
        rest = [amount for option, amount in amounts.items() if option != signal.option]
        if not rest:
            yield replace(signal, basis=Basis.STATED, direction=1)
            continue
        reference = sum(rest) / len(rest)
        largest = max(signal.amount, reference)
        difference = (signal.amount - reference) / largest if largest else 0.0
        if abs(difference) >= _DIFFERENT:
            force = min(_LEAST + _SPREAD * abs(difference), _MOST)
            yield replace(signal, basis=Basis.COMPARED, direction=1 if difference > 0 else -1, force=force)
